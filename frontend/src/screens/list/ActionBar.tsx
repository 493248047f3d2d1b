import { Button, Group, Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Action, Kind } from '../../catalogue/catalogue';
import { useLabel, useWords } from '../../words/words';
import { Acting } from './Acting';
import type { ExportProps } from './ExportModal';
import type { Listed } from './validated';
import { makingVerbs } from './verbs';
import { LIST } from './words';

const ExportModal = lazy(() => import('./ExportModal').then((module) => ({ default: module.ExportModal })));

/** So many verbs have buttons of their own. */
const SHOWN = 2;

interface Props extends Omit<ExportProps, 'onClose'> {
  readonly listed: Listed;
}

/** What can be done without choosing records first. */
export function ActionBar({ listed, ...exported }: Props) {
  const t = useWords(LIST);
  const label = useLabel();
  const { kind } = exported;
  const making = makingVerbs(kind);
  const [action, setAction] = useState<Action>();
  const [isExporting, setExporting] = useState(false);
  return (
    <Group gap="xs">
      {making.slice(0, SHOWN).map((each) => (
        <Button key={each.name} size="xs" title={each.description} onClick={() => setAction(each)}>
          {label(each.label)}
        </Button>
      ))}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="xs" variant="default">
            {t('actions')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {making.slice(SHOWN).map((each) => (
            <Menu.Item key={each.name} onClick={() => setAction(each)}>
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
          <Menu.Item onClick={() => setExporting(true)}>{t('export')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Acting verb={action && [kind, action]} records={[]} onClose={() => setAction(undefined)} />
      {isExporting && (
        <Suspense fallback={null}>
          <ExportModal {...exported} onClose={() => setExporting(false)} />
        </Suspense>
      )}
    </Group>
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
