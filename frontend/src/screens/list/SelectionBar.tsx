import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { Action, Kind } from '../../catalogue/catalogue';
import { grouped } from '../../words/grouped';
import { useLabel, useWords } from '../../words/words';
import { Trouble } from '../../shell/Trouble';
import { Acting } from './Acting';
import classes from './list.module.css';
import type { Loaded } from './pages';
import { type EveryProps, SelectEvery } from './SelectEvery';
import { useCommonVerbs } from './useCommonVerbs';
import type { Selecting } from './useSelection';
import { LIST } from './words';

/** Of so few it is known at once what they allow. */
const SOON = 200;

interface Props extends EveryProps {
  readonly selecting: Selecting;
  readonly loaded: Loaded;
}

/** How many records are chosen, and what may be done with all of them. */
export function SelectionBar({ selecting: { selection, choose, clear }, loaded, ...every }: Props) {
  const t = useWords(LIST);
  const label = useLabel();
  const count = grouped(selection.size);
  const [verb, setVerb] = useState<readonly [Kind, Action]>();
  const { verbs, error, again } = useCommonVerbs(selection);
  const hasAllLoaded = loaded.hasMore && selection.size === loaded.rows.length;
  return (
    <Group gap="xs" className={classes.chosen ?? ''} role="region" aria-label={t('selected', { count })}>
      <Text size="sm" fw={600} role="status">
        {t('selected', { count })}
      </Text>
      {hasAllLoaded && <SelectEvery {...every} onChosen={choose} />}
      {verbs?.map(([kind, action]) => (
        <Button
          key={action.name}
          size="compact-sm"
          variant="default"
          {...(action.verb === 'VOID' ? { className: classes.voiding } : {})}
          title={action.description}
          onClick={() => setVerb([kind, action])}
        >
          {label(action.label)}
        </Button>
      ))}
      {error !== undefined && <Trouble error={error} onRetry={again} />}
      {verbs === undefined && error === undefined && selection.size > SOON && (
        <Text size="sm" c="dimmed">
          {t('looking')}
        </Text>
      )}
      {verbs?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noCommonAction')}
        </Text>
      )}
      <Button size="compact-sm" variant="subtle" onClick={clear}>
        {t('clearSelection')}
      </Button>
      <Acting verb={verb} records={[...selection.values()]} onClose={() => setVerb(undefined)} onDone={clear} />
    </Group>
  );
}
