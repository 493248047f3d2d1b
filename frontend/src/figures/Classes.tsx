import { Progress, Stack, Table, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { DenseTable } from '../charts/DenseTable';
import { Figure } from '../charts/Figure';
import { RecordLink } from '../records/RecordLink';
import { Tiles } from '../records/school/Tiles';
import { figuresRoute } from '../router';
import { Trouble } from '../shell/Trouble';
import { useLabel, useWords } from '../words/words';
import { fromSize, inBands, LARGE, overPlan, type SizedClass, VERY_LARGE } from './classSizes';
import { sizeTable } from './tables';
import { useClassSizes } from './useClassSizes';
import { useStages } from './useStages';
import { FIGURES } from './words';

/** As many classes are listed at most; the file has all. */
const LISTED = 200;

/** How large classes are, and which are larger than they may be. */
export function Classes() {
  const t = useWords(FIGURES);
  const label = useLabel();
  const stages = useStages();
  const { band: name } = figuresRoute.useSearch();
  const { classes, isWhole, error } = useClassSizes({ status: { eq: 'ENROLLED' } });
  const table = useMemo(
    () => sizeTable(classes, stages, { name: t('bySize'), heading: t('size') }, label),
    [classes, stages],
  );
  // Unless one is chosen, the classes of the largest size that there is are listed.
  const bands = inBands(classes);
  const shown = bands.find(({ band }) => band.name === name) ?? bands.findLast((each) => each.classes.length > 0) ?? bands[0]!;
  if (error) return <Trouble error={error} />;
  return (
    <Stack gap="sm">
      {!isWhole && <Progress value={100} animated aria-label={t('counting', { count: classes.length })} />}
      <Tiles
        tiles={[
          [t('classes'), classes.length],
          [t('overPlan'), overPlan(classes).length],
          [t('large', { least: LARGE }), fromSize(classes, LARGE).length],
          [t('large', { least: VERY_LARGE }), fromSize(classes, VERY_LARGE).length],
        ]}
      />
      <Figure table={table} shape="stacked" note={t('sizesNote')} />
      <Listed title={`${t('classesOf')} ${label(shown.band.label)}`} classes={shown.classes} />
    </Stack>
  );
}

function Listed({ title, classes }: { readonly title: string; readonly classes: readonly SizedClass[] }) {
  const t = useWords(FIGURES);
  return (
    <section aria-label={title}>
      <Title order={2} size="h5">
        {title}: {classes.length}
      </Title>
      {classes.length > LISTED && (
        <Text size="xs" c="dimmed">
          {t('firstOf', { count: LISTED })}
        </Text>
      )}
      {classes.length > 0 && (
        <DenseTable label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('school')}</Table.Th>
              <Table.Th scope="col">{t('grade')}</Table.Th>
              <Table.Th scope="col">{t('class')}</Table.Th>
              <Table.Th scope="col" ta="right">
                {t('size')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {classes
              .toSorted((one, other) => other.size - one.size)
              .slice(0, LISTED)
              .map((each) => (
                <Table.Tr key={each.id}>
                  <Table.Td>
                    <RecordLink id={each.school?.id}>{each.school?.name}</RecordLink>
                  </Table.Td>
                  <Table.Td>{each.grade.label}</Table.Td>
                  <Table.Td>
                    <RecordLink id={each.id}>{each.name}</RecordLink>
                  </Table.Td>
                  <Table.Td ta="right">{each.size}</Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </DenseTable>
      )}
    </section>
  );
}
