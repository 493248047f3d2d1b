import { Skeleton, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useCatalogue } from '../catalogue/context';
import { RecordLink } from '../desks/parts/RecordLink';
import { titleOf } from '../documents/values';
import { Block } from '../records/Block';
import { useViewer } from '../session/SessionGate';
import { useLabel, useWords } from '../words/words';
import { recentIds } from './recent';
import { titlesDocument } from './titlesDocument';
import { HOME } from './words';

/** The records that I opened last on this device. */
export function Recent() {
  const t = useWords(HOME);
  const label = useLabel();
  const catalogue = useCatalogue();
  const { username } = useViewer();
  const ids = useMemo(() => recentIds(username), [username]);
  const query = useMemo(() => titlesDocument(catalogue, ids), [catalogue, ids]);
  const [{ data, fetching }] = useQuery({ query, variables: { ids }, pause: ids.length === 0 });
  const rows = (data?.nodes ?? []).filter((row) => row !== null);
  if (fetching && data === undefined) return <Skeleton height={120} />;
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
