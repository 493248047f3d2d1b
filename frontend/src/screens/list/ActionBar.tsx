import { Button, Group } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { Action } from '../../catalogue/catalogue';
import { useOpener } from '../../shell/useOpener';
import { useLabel, useWords } from '../../words/words';
import { Acting } from './Acting';
import type { ExportProps } from './ExportModal';
import type { Listed } from './validated';
import { makingVerbs } from './verbs';
import { LIST } from './words';

const verbs = async () => (await import('./ActionVerbs')).ActionVerbs;
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
  const [button, menu] = useOpener(verbs, 'menu', {
    kind,
    listed,
    making: making.slice(SHOWN),
    onAct: setAction,
    onExport: () => setExporting(true),
  });
  return (
    <Group gap="xs">
      {making.slice(0, SHOWN).map((each) => (
        <Button key={each.name} size="xs" title={each.description} onClick={() => setAction(each)}>
          {label(each.label)}
        </Button>
      ))}
      <Button {...button} size="xs" variant="default">
        {t('actions')}
      </Button>
      {menu}
      <Acting verb={action && [kind, action]} records={[]} onClose={() => setAction(undefined)} />
      {isExporting && (
        <Suspense fallback={null}>
          <ExportModal {...exported} onClose={() => setExporting(false)} />
        </Suspense>
      )}
    </Group>
  );
}
