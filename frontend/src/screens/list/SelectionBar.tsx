import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { Action, Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { useLabel, useWords } from '../../words/words';
import { ALLOWED } from '../page/useAllowed';
import { Acting } from './Acting';
import classes from './list.module.css';
import type { Selecting } from './useSelection';
import { commonVerbs } from './verbs';
import { LIST } from './words';

/** So many records are asked about at a time. */
const MOST = 200;

/** How many records are chosen, and what may be done with all of them. */
export function SelectionBar({ selecting: { selection, clear } }: { readonly selecting: Selecting }) {
  const t = useWords(LIST);
  const label = useLabel();
  const catalogue = useCatalogue();
  const [verb, setVerb] = useState<readonly [Kind, Action]>();
  const ids = [...selection.keys()];
  const isTooMany = ids.length > MOST;
  const [{ data, fetching }] = useQuery({ query: ALLOWED, variables: { ids }, pause: isTooMany });
  const isKnown = data !== undefined && !fetching && !isTooMany;
  const verbs = isKnown ? commonVerbs(catalogue, data.allowedActions) : [];
  return (
    <Group gap="xs" className={classes.chosen ?? ''} role="region" aria-label={t('selected', { count: String(ids.length) })}>
      <Text size="sm" fw={600} role="status">
        {t('selected', { count: String(ids.length) })}
      </Text>
      {verbs.map(([kind, action]) => (
        <Button
          key={action.name}
          size="compact-sm"
          variant={action.verb === 'VOID' ? 'light' : 'default'}
          {...(action.verb === 'VOID' ? { color: 'red' } : {})}
          title={action.description}
          onClick={() => setVerb([kind, action])}
        >
          {label(action.label)}
        </Button>
      ))}
      {isTooMany && <Text size="sm">{t('tooMany', { most: MOST })}</Text>}
      {isKnown && verbs.length === 0 && (
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
