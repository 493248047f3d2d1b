import { Anchor, Button, Skeleton, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { DenseTable } from '../charts/DenseTable';
import { Value } from '../charts/Numbers';
import { RecordLink } from '../records/RecordLink';
import { Trouble } from '../shell/Trouble';
import { useWords } from '../words/words';
import { MAP_SCHOOL_PUPILS, MAP_SCHOOLS } from './documents';
import type { Spot } from './Sheet';
import { MAP } from './words';

interface Props {
  readonly division: string;
  readonly seesPupils: boolean;
  readonly onSpots: (spots: readonly Spot[]) => void;
}

/** The schools of a district, with their pupils, a hundred at a time; those with coordinates lie on the map. */
export function DistrictSchools({ division, seesPupils, onSpots }: Props) {
  const t = useWords(MAP);
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error }] = useQuery({ query: MAP_SCHOOLS, variables: { division, after } });
  const [pupils] = useQuery({ query: MAP_SCHOOL_PUPILS, variables: { division }, pause: !seesPupils });
  const schools = data?.schools.nodes;
  useEffect(() => onSpots((schools ?? []).flatMap(spotsOf)), [schools, onSpots]);
  if (error && !data) return <Trouble error={error} />;
  if (data === undefined || schools === undefined) return <Skeleton height={240} />;
  const counts = new Map(pupils.data?.studentsSummary.nodes.map(({ key, count }) => [key.school?.id, count]));
  const { pageInfo, totalCount } = data.schools;
  return (
    <Stack gap="xs">
      <Text size="sm">
        <Anchor
          component={Link}
          to="/registers/$kind"
          params={{ kind: 'School' } as never}
          search={{ filter: { division: { code: { eq: division } } } } as never}
          size="sm"
        >
          {t('schoolsOf', { count: totalCount })}
        </Anchor>
      </Text>
      <DenseTable label={t('schools')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('school')}</Table.Th>
            <Table.Th scope="col">{t('type')}</Table.Th>
            {seesPupils && (
              <Table.Th scope="col" ta="right">
                {t('pupils')}
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {schools.map((school) => (
            <Table.Tr key={school.id}>
              <Table.Td>
                <RecordLink id={school.id}>{school.name}</RecordLink>
              </Table.Td>
              <Table.Td>{school.type?.label}</Table.Td>
              {seesPupils && (
                <Table.Td ta="right">
                  <Value value={counts.get(school.id) ?? 0} />
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </DenseTable>
      {(after !== null || pageInfo.hasNextPage) && (
        <Button.Group>
          <Button size="compact-sm" variant="default" disabled={after === null} onClick={() => setAfter(null)}>
            {t('first')}
          </Button>
          <Button size="compact-sm" variant="default" disabled={!pageInfo.hasNextPage} onClick={() => setAfter(pageInfo.endCursor ?? null)}>
            {t('next')}
          </Button>
        </Button.Group>
      )}
    </Stack>
  );
}

interface School {
  readonly name: string;
  readonly campuses: { readonly nodes: readonly { readonly id: string; readonly longitude?: unknown; readonly latitude?: unknown }[] };
}

function spotsOf({ name, campuses }: School): readonly Spot[] {
  return campuses.nodes.flatMap(({ id, longitude, latitude }) =>
    longitude == null || latitude == null ? [] : [{ id, name, longitude: Number(longitude), latitude: Number(latitude) }],
  );
}
