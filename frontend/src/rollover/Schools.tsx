import { Anchor, Button, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { DenseTable } from '../charts/DenseTable';
import { useLocale } from '../words/useLocale';
import { useLabel, useWords } from '../words/words';
import { Findings } from './Findings';
import { bySchool, type Counts, COUNTS, gradeWords, type Line, type Run, type SchoolLines } from './run';
import { ROLL_OVER_WORDS } from './words';

/** What becomes of the pupils of each school; one opens to its grades, what was found there, and its classes. */
export function Schools({ run, onSettled }: { readonly run: Run; readonly onSettled: () => void }) {
  const t = useWords(ROLL_OVER_WORDS);
  const schools = bySchool(run.lines.nodes);
  const [chosen, setChosen] = useState<string | undefined>(schools.length === 1 ? schools[0]?.id : undefined);
  const shown = run.lines.nodes.length;
  if (shown === 0) return <Text>{t('noLines')}</Text>;
  const open = schools.find(({ id }) => id === chosen);
  return (
    <section aria-label={t('schools')}>
      <Title order={3} size="h5">
        {t('schools')}
      </Title>
      {shown < (run.lines.totalCount ?? 0) && (
        <Text size="xs" c="dimmed">
          {t('firstOf', { count: shown, all: run.lines.totalCount ?? 0 })}
        </Text>
      )}
      <DenseTable label={t('schools')} minWidth={640}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('school')}</Table.Th>
            {COUNTS.map((count) => (
              <Table.Th key={count} scope="col" ta="right">
                {t(count)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {schools.map((school) => (
            <Fragment key={school.id}>
              <Table.Tr>
                <Table.Th scope="row">
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-expanded={school.id === chosen}
                    onClick={() => setChosen(school.id === chosen ? undefined : school.id)}
                  >
                    {school.name}
                  </Button>
                </Table.Th>
                <Numbers counts={school.counts} />
              </Table.Tr>
              {school.id === chosen && school.lines.map((line) => <Grade key={line.id} line={line} school={school} />)}
            </Fragment>
          ))}
        </Table.Tbody>
      </DenseTable>
      {open && (
        <Stack mt="sm">
          <Findings key={open.id} run={run} unit={open.id} onSettled={onSettled} />
        </Stack>
      )}
    </section>
  );
}

function Grade({ line, school }: { readonly line: Line; readonly school: SchoolLines }) {
  const t = useWords(ROLL_OVER_WORDS);
  const label = useLabel();
  const filter = { school: { id: { eq: school.id } }, grade: { eq: line.grade.code } };
  const to = { to: '/registers/$kind', params: { kind: 'Student' }, search: { filter } } as const;
  return (
    <Table.Tr>
      <Table.Td ps="lg">
        <Anchor component={Link} {...(to as object)} size="sm" underline="always">
          {label(gradeWords(line.grade))} → {line.nextGrade ? label(gradeWords(line.nextGrade)) : t('graduation')}
        </Anchor>
      </Table.Td>
      <Numbers counts={line} />
    </Table.Tr>
  );
}

function Numbers({ counts }: { readonly counts: Counts }) {
  const format = new Intl.NumberFormat(useLocale());
  return COUNTS.map((count) => (
    <Table.Td key={count} ta="right" {...(count === 'blocked' && counts.blocked > 0 ? { fw: 700 } : {})}>
      {format.format(counts[count])}
    </Table.Td>
  ));
}
