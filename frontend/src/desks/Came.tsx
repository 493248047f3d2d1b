import { Alert, Text } from '@mantine/core';
import type { AnyBench, Item } from './desk';
import { RecordLink } from '../records/RecordLink';
import type { Tally } from './tally';
import { DESKS_WORDS } from './words';
import { useWords } from '../words/words';

/** So many of the items with one reason are shown by name. */
const SHOWN = 20;

interface Props {
  readonly tally: Tally<Item> | undefined;
  readonly bench: AnyBench;
}

/** What came of the last decision: how many are through, and each of those that are not. */
export function Came({ tally, bench }: Props) {
  const t = useWords(DESKS_WORDS);
  if (tally === undefined) return null;
  return (
    <>
      {tally.done > 0 && (
        <Text size="sm" role="status">
          {t('done', { count: tally.done })}
        </Text>
      )}
      {tally.blocked.map(([why, items]) => (
        <Alert key={why} color="red" role="alert" p="xs">
          {t('blocked', { count: items.length, why })}
          {items.slice(0, SHOWN).map((item) => (
            <div key={item.id}>
              <RecordLink id={item.id}>{bench.title(item)}</RecordLink>
            </div>
          ))}
          {items.length > SHOWN && t('others', { count: items.length - SHOWN })}
        </Alert>
      ))}
    </>
  );
}
