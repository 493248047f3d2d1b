import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { Facts } from '../../desks/parts/Facts';
import { RecordLink } from '../RecordLink';
import { useFieldWords, useStateWords } from '../../desks/parts/useFieldWords';
import type { PersonHeadFragment } from '../../gql/graphql';
import { useWords } from '../../words/words';
import { RECORDS } from '../words';

/** Who somebody is and where they are now: all that a counter needs. */
export function PersonHead({ person, isLarge = false }: { readonly person: PersonHeadFragment; readonly isLarge?: boolean }) {
  const t = useWords(RECORDS);
  const words = useFieldWords('Person');
  return (
    <Stack gap="sm">
      <Group gap="sm" align="baseline">
        <Title order={1} size={isLarge ? 'h1' : 'h3'}>
          {person.name}
        </Title>
        <Text c="dimmed" size={isLarge ? 'lg' : 'sm'}>
          {[person.sex?.label, person.birthDate].filter(Boolean).join(' · ')}
        </Text>
      </Group>
      <Facts
        facts={[
          [person.documentType?.label ?? words('documentNumber'), <code>{person.documentNumber?.mask ?? t('notHeld')}</code>],
          [words('phone'), <code>{person.phone?.mask ?? t('notHeld')}</code>],
          [words('ethnicity'), person.ethnicity?.label],
          [words('address'), person.address],
        ]}
      />
      <Now person={person} isLarge={isLarge} />
    </Stack>
  );
}

function Now({ person, isLarge }: { readonly person: PersonHeadFragment; readonly isLarge: boolean }) {
  const t = useWords(RECORDS);
  const status = useStateWords('Student', 'status');
  const standing = useStateWords('Teacher', 'status');
  const size = isLarge ? 'xl' : 'sm';
  const studies = person.studies.nodes;
  const employments = person.employments.nodes;
  if (studies.length + employments.length === 0) return <Text size="sm">{t('neither')}</Text>;
  return (
    <Stack gap={6} component="section" aria-label={t('now')}>
      {studies.map((each) => (
        <Text key={each.id} size={size} component="div">
          <Badge variant="light" mr={6} tt="none" size={isLarge ? 'lg' : 'sm'}>
            {t('pupil')}
          </Badge>
          <RecordLink id={each.school?.id}>{each.school?.name ?? '—'}</RecordLink>
          {` · ${each.grade.label ?? each.grade.code}`}
          {each.schoolClass != null && (
            <>
              {' · '}
              <RecordLink id={each.schoolClass.id}>{each.schoolClass.name}</RecordLink>
            </>
          )}
          {` · ${status(each.status)} · `}
          <RecordLink id={each.id}>{each.number}</RecordLink>
          {each.schoolClass?.headTeacher?.person?.name != null && (
            <Text span c="dimmed" size={isLarge ? 'md' : 'xs'}>
              {' '}
              {t('headTeacher', { name: each.schoolClass.headTeacher.person.name })}
            </Text>
          )}
        </Text>
      ))}
      {employments.map((each) => (
        <Text key={each.id} size={size} component="div">
          <Badge variant="outline" mr={6} tt="none" size={isLarge ? 'lg' : 'sm'}>
            {t('staff')}
          </Badge>
          <RecordLink id={each.unit?.id}>{each.unit?.name ?? '—'}</RecordLink>
          {` · ${[each.title?.label, standing(each.status)].filter(Boolean).join(' · ')} · `}
          <RecordLink id={each.id}>{each.number}</RecordLink>
        </Text>
      ))}
    </Stack>
  );
}
