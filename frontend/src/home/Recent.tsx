import { Skeleton, Text } from '@mantine/core';
import { useCatalogue } from '../catalogue/context';
import { titleOf } from '../documents/values';
import { Block } from '../records/Block';
import { RecordLink } from '../records/RecordLink';
import { useRecentRecords } from '../records/useRecent';
import { useLabel, useWords } from '../words/words';
import { HOME } from './words';

/** The records that I opened last on this device. */
export function Recent() {
  const t = useWords(HOME);
  const label = useLabel();
  const catalogue = useCatalogue();
  const { rows, isAsking } = useRecentRecords(true);
  if (isAsking) return <Skeleton height={120} />;
  return (
    <Block title={t('recent')} empty={t('noRecent')} isEmpty={rows.length === 0}>
      {rows.map((row) => {
        const kind = catalogue.kindOfId(row.id);
        return (
          <Text key={row.id} size="sm">
            <RecordLink id={row.id}>{titleOf(catalogue, kind, row)}</RecordLink>{' '}
            <Text span size="xs" c="dimmed">
              {kind && label(kind.label)}
            </Text>
          </Text>
        );
      })}
    </Block>
  );
}
