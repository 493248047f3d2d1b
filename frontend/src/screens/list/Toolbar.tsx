import { Group } from '@mantine/core';
import type { RefObject } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { ColumnsMenu } from './ColumnsMenu';
import { DisplayMenu } from './DisplayMenu';
import { FilterBar } from './FilterBar';
import { FilterDrawer } from './FilterDrawer';
import classes from './list.module.css';
import { SearchBox } from './SearchBox';
import type { ChangeList } from './useListed';
import type { Listed } from './validated';

interface Props {
  readonly kind: Kind;
  readonly listed: Listed;
  readonly isPhone: boolean;
  readonly onChange: ChangeList;
  readonly searchBox: RefObject<HTMLInputElement | null>;
  /** Enter in the search box, with what was typed. */
  readonly onFound: (text: string) => void;
  /** The arrow keys lead from the search box into the rows. */
  readonly onLeave: () => void;
}

/** What is sought, and how it is shown. */
export function Toolbar({ kind, listed, isPhone, onChange, searchBox, onFound, onLeave }: Props) {
  return (
    <Group gap="xs" justify={isPhone ? 'flex-start' : 'space-between'} align="flex-start">
      <Group gap="xs" flex={1} miw={0} className={classes.tools ?? ''}>
        {kind.isSearched && (
          <SearchBox
            ref={searchBox}
            kind={kind}
            searched={listed.search}
            onSearch={(search) => onChange({ search })}
            onFound={onFound}
            onLeave={onLeave}
          />
        )}
        {isPhone ? (
          <FilterDrawer kind={kind} listed={listed} onChange={onChange} />
        ) : (
          <FilterBar kind={kind} listed={listed} onChange={onChange} />
        )}
      </Group>
      <Group gap="xs" className={classes.tools ?? ''}>
        <ColumnsMenu kind={kind} listed={listed} onChange={onChange} />
        <DisplayMenu kind={kind} listed={listed} onChange={onChange} />
      </Group>
    </Group>
  );
}
