import { Stack, Table, Text, Title } from '@mantine/core';
import { DenseTable } from '../../charts/DenseTable';
import type { PupilFactsFragment } from '../../gql/graphql';
import { useWords } from '../../words/words';
import { DESKS_WORDS } from '../words';
import { Facts } from './Facts';
import { RecordLink } from '../../records/RecordLink';
import { useFieldWords, useStateWords } from './useFieldWords';

const day = (date: string | null | undefined): string => date ?? '';

/** A pupil as evidence: who, where now, where before, who answers for them. */
export function Pupil({ pupil }: { readonly pupil: PupilFactsFragment }) {
  const t = useWords(DESKS_WORDS);
  const student = useFieldWords('Student');
  const person = useFieldWords('Person');
  const status = useStateWords('Student', 'status');
  const { school } = pupil;
  return (
    <Stack gap="md">
      <Facts
        facts={[
          [person('name'), <RecordLink id={pupil.person?.id}>{pupil.person?.name}</RecordLink>],
          [person('sex'), pupil.person?.sex?.label],
          [person('birthDate'), pupil.person?.birthDate],
          [person('documentNumber'), <code>{pupil.person?.documentNumber?.mask ?? t('notHeld')}</code>],
          [student('number'), <RecordLink id={pupil.id}>{pupil.number}</RecordLink>],
          [student('school'), <RecordLink id={school?.id}>{school?.name}</RecordLink>],
          [t('open'), `${day(school?.operation?.from)} – ${school?.operation?.until ?? t('today')}`],
          [student('grade'), pupil.grade.label],
          [student('schoolClass'), pupil.schoolClass?.name],
          [student('status'), status(pupil.status)],
          [student('enteredOn'), pupil.enteredOn],
        ]}
      />
      <Stays pupil={pupil} />
      <Guardians pupil={pupil} />
    </Stack>
  );
}

function Stays({ pupil }: { readonly pupil: PupilFactsFragment }) {
  const t = useWords(DESKS_WORDS);
  const words = useFieldWords('Enrolment');
  const stays = pupil.enrolments.nodes;
  return (
    <section aria-label={t('stays')}>
      <Title order={3} size="h6">
        {t('stays')}
      </Title>
      {stays.length === 0 ? (
        <Text size="sm">{t('noStays')}</Text>
      ) : (
        <DenseTable label={t('stays')}>
          <Table.Thead>
            <Table.Tr>
              {['period', 'school', 'entryGrade'].map((name) => (
                <Table.Th key={name}>{words(name)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {stays.map((stay) => (
              <Table.Tr key={stay.id}>
                <Table.Td>
                  {day(stay.period.from)} – {stay.period.until ?? t('today')}
                </Table.Td>
                <Table.Td>{stay.school?.name}</Table.Td>
                <Table.Td>{stay.entryGrade.label}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </DenseTable>
      )}
    </section>
  );
}

function Guardians({ pupil }: { readonly pupil: PupilFactsFragment }) {
  const t = useWords(DESKS_WORDS);
  const guardians = pupil.guardians.nodes;
  return (
    <section aria-label={t('guardians')}>
      <Title order={3} size="h6">
        {t('guardians')}
      </Title>
      <Text size="sm">
        {guardians.length === 0
          ? t('noGuardians')
          : guardians.map((each) => `${each.guardian?.name ?? '—'} (${each.relation.label ?? each.relation.code})`).join(', ')}
      </Text>
    </section>
  );
}
