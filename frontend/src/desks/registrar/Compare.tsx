import { Skeleton, Stack, Table, Text, ThemeIcon, VisuallyHidden } from '@mantine/core';
import { useQuery } from 'urql';
import { DenseTable } from '../../charts/DenseTable';
import { useCatalogue } from '../../catalogue/context';
import { textOf } from '../../documents/values';
import type { ComparedPersonFragment, DuplicateQueueQuery } from '../../gql/graphql';
import { Trouble } from '../../shell/Trouble';
import { useLabel, useWords } from '../../words/words';
import { RecordLink } from '../../records/RecordLink';
import { useFieldWords } from '../parts/useFieldWords';
import { DESKS_WORDS } from '../words';
import { asSeen, asTold } from './compared';
import classes from './compare.module.css';
import { COMPARE_PERSONS, LIKENESS } from './documents';

export type Candidate = DuplicateQueueQuery['queue']['nodes'][number];

/** Two entries side by side, field by field, and what speaks for their being one person. */
export function Compare({ item }: { readonly item: Candidate }) {
  const t = useWords(DESKS_WORDS);
  const catalogue = useCatalogue();
  const { one, other } = item;
  const label = useFieldWords('Person');
  const mayMerge = catalogue.action('mergePersons')?.[1].allowed === true;
  const [{ data, error }] = useQuery({
    query: COMPARE_PERSONS,
    variables: { one: one?.id ?? '', other: other?.id ?? '' },
    pause: !mayMerge || one == null || other == null,
  });
  if (one == null || other == null) return <Text>{t('notYours')}</Text>;
  if (error && !data) return <Trouble error={error} />;
  const words = (value: unknown) => textOf(value, catalogue);
  const told = data?.comparePersons;
  const rows = told != null ? asTold(told.fields, one, other, words) : asSeen(one, other, words, label);
  return (
    <Stack gap="sm">
      <Likeness features={item.features} score={item.score} />
      {mayMerge && data === undefined ? (
        <Skeleton height={240} />
      ) : (
        <DenseTable label={t('compared')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('field')}</Table.Th>
              <Table.Th scope="col">
                <RecordLink id={one.id}>{t('entryOne')}</RecordLink>
              </Table.Th>
              <Table.Th scope="col">
                <RecordLink id={other.id}>{t('entryOther')}</RecordLink>
              </Table.Th>
              <Table.Th scope="col" w={40}>
                <VisuallyHidden>{t('agreement')}</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.name}>
                <Table.Th scope="row" fw={400}>
                  {row.label}
                </Table.Th>
                <Table.Td className={classes.value ?? ''} fw={row.isSame === false ? 600 : 400}>
                  {row.left || '—'}
                </Table.Td>
                <Table.Td className={classes.value ?? ''} fw={row.isSame === false ? 600 : 400}>
                  {row.right || '—'}
                </Table.Td>
                <Table.Td>{row.isSame !== undefined && <Agreement isSame={row.isSame} />}</Table.Td>
              </Table.Tr>
            ))}
            <Table.Tr>
              <Table.Th scope="row" fw={400}>
                {t('places')}
              </Table.Th>
              <Table.Td className={classes.value ?? ''}>
                <Places person={one} />
              </Table.Td>
              <Table.Td className={classes.value ?? ''}>
                <Places person={other} />
              </Table.Td>
              <Table.Td />
            </Table.Tr>
          </Table.Tbody>
        </DenseTable>
      )}
    </Stack>
  );
}

function Agreement({ isSame }: { readonly isSame: boolean }) {
  const t = useWords(DESKS_WORDS);
  return (
    <ThemeIcon size={20} radius="xl" color={isSame ? 'teal.9' : 'orange.9'} role="img" aria-label={t(isSame ? 'same' : 'different')} title={t(isSame ? 'same' : 'different')}>
      {isSame ? '=' : '≠'}
    </ThemeIcon>
  );
}

/** Where an entry is used: as a pupil, as a guardian, as staff. */
function Places({ person }: { readonly person: ComparedPersonFragment }) {
  const t = useWords(DESKS_WORDS);
  const lines = [
    ...person.studies.nodes.map((each) => ({ id: each.id, text: [each.school?.name, each.grade.label, each.number].filter(Boolean).join(' · ') })),
    ...person.wards.nodes.map((each) => ({ id: each.student?.id, text: t('guardianOf', { name: each.student?.person?.name ?? each.student?.number ?? '—' }) })),
    ...person.employments.nodes.map((each) => ({ id: each.id, text: [each.unit?.name, each.number].filter(Boolean).join(' · ') })),
  ];
  if (lines.length === 0) return <span>—</span>;
  return lines.map(({ id, text }) => (
    <div key={`${id}${text}`}>
      <RecordLink id={id}>{text}</RecordLink>
    </div>
  ));
}

function Likeness({ features, score }: { readonly features: string; readonly score: number }) {
  const t = useWords(DESKS_WORDS);
  const label = useLabel();
  const [{ data }] = useQuery({ query: LIKENESS });
  const words = new Map(data?.codeEntries.nodes.map((entry) => [entry.code, label({ en: entry.english, zh: entry.chinese })]));
  return (
    <Text size="sm">
      {t('points', { score })}
      {features
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map((code) => words.get(code) ?? code)
        .join(' · ')}
    </Text>
  );
}
