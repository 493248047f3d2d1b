import { Text } from '@mantine/core';
import { useWords } from '../words/words';
import { prospect } from './checks';
import type { Findings, Item } from './desk';
import { DESKS_WORDS } from './words';

/** How many of those chosen pass, and what stands against the others. */
export function Foreseen({ items, findings }: { readonly items: readonly Item[]; readonly findings: Findings }) {
  const t = useWords(DESKS_WORDS);
  const { passing, unknown, blocked } = prospect(items, findings);
  return (
    <div role="status">
      <Text size="sm" fw={600}>
        {t('pass', { count: passing })}
      </Text>
      {blocked.map(([why, count]) => (
        <Text key={why} size="sm" c="var(--mantine-color-error)">
          {t('stopped', { count, why })}
        </Text>
      ))}
      {unknown > 0 && <Text size="sm">{t('unlooked', { count: unknown })}</Text>}
    </div>
  );
}
