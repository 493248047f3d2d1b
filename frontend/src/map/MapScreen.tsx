import { Anchor, Group, SegmentedControl, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useCatalogue } from '../catalogue/context';
import { downloadCsv } from '../charts/csv';
import { Numbers } from '../charts/Numbers';
import { CHARTS } from '../charts/words';
import { Tiles } from '../records/school/Tiles';
import { mapRoute } from '../router';
import { Trouble } from '../shell/Trouble';
import { useLabel, useWords } from '../words/words';
import { DistrictSchools } from './DistrictSchools';
import { Legend } from './Legend';
import classes from './map.module.css';
import { type District, MEASURES, shadesOf } from './measures';
import { sheetOf } from './project';
import { Sheet, type Spot } from './Sheet';
import { districtTable } from './tables';
import { useDistricts } from './useDistricts';
import { useShapes } from './useShapes';
import { MAP } from './words';

const NO_SPOTS: readonly Spot[] = [];

/** The city by districts: coloured by a number, told as a table, and from each district down to its schools. */
export function MapScreen() {
  const t = useWords(MAP);
  const label = useLabel();
  const navigate = useNavigate();
  const search = mapRoute.useSearch();
  const seesPupils = useCatalogue().kind('Student')?.plural != null;
  const { districts, publishedOn, error } = useDistricts();
  const shapes = useShapes(districts?.[0]?.code);
  const sheet = useMemo(() => (shapes == null ? undefined : sheetOf(shapes)), [shapes]);
  const [spots, setSpots] = useState(NO_SPOTS);
  const measure = MEASURES.find(({ name }) => name === search.measure) ?? MEASURES[0]!;
  // Who sees one district alone is there already.
  const isOne = districts?.length === 1;
  const chosen = isOne ? districts?.[0] : districts?.find(({ code }) => code === search.district);
  const go = (to: { district?: string | undefined; measure?: string | undefined }) =>
    void navigate({ to: '/map', search: { ...search, ...to } } as never);

  if (error && districts === undefined) return <Trouble error={error} />;
  if (districts === undefined) return <Skeleton height={480} m="md" />;
  const values = districts.map(measure.of);
  const shades = shadesOf(values);
  const said = (district: District) => `${district.name}: ${label(measure.label)} ${measure.of(district) ?? t('hidden')}`;
  return (
    <Stack p="md" gap="sm">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {chosen === undefined ? t('title') : chosen.name}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t('colouredBy')}
          value={measure.name}
          onChange={(name) => go({ measure: name })}
          data={MEASURES.map(({ name, label: words }) => ({ value: name, label: label(words) }))}
        />
      </Group>
      {chosen !== undefined && !isOne && (
        <Anchor component={Link} to="/map" search={{ measure: search.measure } as never} size="sm">
          ‹ {t('wholeCity')}
        </Anchor>
      )}
      <div className={classes.columns}>
        <Stack gap="xs">
          {sheet === undefined ? (
            shapes === null ? (
              <Text size="sm">{t('noShapes')}</Text>
            ) : (
              <Skeleton height={480} />
            )
          ) : (
            <>
              <Sheet
                sheet={sheet}
                districts={districts}
                measure={measure}
                shades={shades}
                said={said}
                chosen={chosen?.code}
                spots={chosen === undefined ? NO_SPOTS : spots}
                onChoose={(district) => go({ district: district === chosen?.code ? undefined : district })}
              />
              <Legend values={values} shades={shades} />
            </>
          )}
          {publishedOn !== undefined && (
            <Text size="xs" c="dimmed">
              {t('published', { on: publishedOn })}
            </Text>
          )}
        </Stack>
        {chosen === undefined ? (
          <AllDistricts districts={districts} />
        ) : (
          <Stack gap="sm">
            <Tiles tiles={MEASURES.map(({ label: words, of }) => [label(words), of(chosen)] as const)} />
            <DistrictSchools key={chosen.code} division={chosen.code} seesPupils={seesPupils} onSpots={setSpots} />
          </Stack>
        )}
      </div>
    </Stack>
  );
}

function AllDistricts({ districts }: { readonly districts: readonly District[] }) {
  const t = useWords(MAP);
  const charts = useWords(CHARTS);
  const label = useLabel();
  const table = districtTable(districts, MEASURES, {
    name: t('title'),
    heading: t('district'),
    columns: MEASURES.map(({ label: words }) => label(words)),
  });
  return (
    <div>
      <Numbers table={table} hasTotal={false} />
      <Anchor component="button" size="sm" onClick={() => downloadCsv(table)}>
        {charts('download')}
      </Anchor>
    </div>
  );
}
