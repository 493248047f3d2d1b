import { Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Action, Kind } from '../../catalogue/catalogue';
import { MenuBelow } from '../../shell/Dropdowns';
import type { Opened } from '../../shell/useOpener';
import { useLabel, useWords } from '../../words/words';
import type { Listed } from './validated';
import { LIST } from './words';

interface Props extends Opened {
  readonly kind: Kind;
  readonly listed: Listed;
  readonly making: readonly Action[];
  readonly onAct: (action: Action) => void;
  readonly onExport: () => void;
}

/** What has no button of its own. */
export function ActionVerbs({ kind, listed, making, onAct, onExport, ...opened }: Props) {
  const t = useWords(LIST);
  const label = useLabel();
  return (
    <MenuBelow opened={opened} position="bottom-end">
      {making.map((each) => (
        <Menu.Item key={each.name} onClick={() => onAct(each)}>
          {label(each.label)}
        </Menu.Item>
      ))}
      {kind.canImport && (
        <Menu.Item component={Link} to={`/registers/${kind.name}/import`}>
          {t('import')}
        </Menu.Item>
      )}
      {isChanged(kind) && (
        <Menu.Item component={Link} to={`/registers/${kind.name}/grid`} search={gridSearch(listed) as never}>
          {t('grid')}
        </Menu.Item>
      )}
      <Menu.Item onClick={onExport}>{t('export')}</Menu.Item>
    </MenuBelow>
  );
}

function isChanged(kind: Kind): boolean {
  return kind.actions.some((action) => action.allowed && action.verb === 'UPDATE');
}

/** The grid shows the same records. */
function gridSearch({ search, filter }: Listed) {
  return {
    ...(search === '' ? {} : { search }),
    ...(Object.keys(filter).length === 0 ? {} : { filter }),
  };
}
