import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { useWords } from '../../words/words';
import { ConditionChip } from './ConditionChip';
import { FilterPanel } from './FilterPanel';
import classes from './list.module.css';
import { useConditions } from './useConditions';
import type { ChangeList } from './useListed';
import type { Listed } from './validated';
import { LIST } from './words';

interface Props {
  readonly kind: Kind;
  readonly listed: Listed;
  readonly onChange: ChangeList;
}

/** The conditions as chips, each with its editor, and the way to more of them. */
export function FilterBar({ kind, listed, onChange }: Props) {
  const t = useWords(LIST);
  const catalogue = useCatalogue();
  const [isOpen, setOpen] = useState(false);
  const { conditions, set, clear } = useConditions(catalogue, kind, listed, onChange);
  return (
    <>
      {conditions.map((condition) => (
        <ConditionChip
          key={condition.path}
          kind={kind}
          condition={condition}
          onChange={(value) => set(condition.path, value)}
        />
      ))}
      <Popover opened={isOpen} onChange={setOpen} width={320} position="bottom-start" trapFocus returnFocus shadow="md">
        <Popover.Target>
          <Button size="xs" variant="default" onClick={() => setOpen(!isOpen)}>
            + {t('filter')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown className={classes.panel ?? ''}>
          <FilterPanel kind={kind} conditions={conditions} onSet={set} onDone={() => setOpen(false)} />
        </Popover.Dropdown>
      </Popover>
      {conditions.length > 0 && (
        <Button size="xs" variant="subtle" onClick={clear}>
          {t('clearAll')}
        </Button>
      )}
    </>
  );
}
