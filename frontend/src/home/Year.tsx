import { Skeleton, Text } from '@mantine/core';
import { useQuery } from 'urql';
import { nextSeasons, type Season, seasonsOn } from '../desks/year';
import { Block } from '../records/Block';
import { Trouble } from '../shell/Trouble';
import { useLabel, useWords } from '../words/words';
import { HOME_YEAR } from './documents';
import { HOME } from './words';

const DAY = 86_400_000;

/** Which term it is, what the bureau does in these weeks and what comes next. */
export function Year() {
  const t = useWords(HOME);
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  const [{ data, error }] = useQuery({ query: HOME_YEAR, variables: { today } });
  if (error && !data) return <Trouble error={error} />;
  if (data === undefined) return <Skeleton height={160} />;
  const term = data.terms.nodes[0];
  return (
    <Block title={t('year')}>
      {term === undefined ? (
        <Text size="sm" c="dimmed">
          {t('noTerm')}
        </Text>
      ) : (
        <>
          <Text fw={600}>{t('term', { year: term.schoolYear?.name ?? '', season: term.season.label ?? term.season.code })}</Text>
          {term.period.from != null && term.period.until != null && (
            <Text size="xs" c="dimmed">
              {t('days', {
                from: term.period.from,
                until: term.period.until,
                left: Math.max(0, Math.round((Date.parse(term.period.until) - Date.parse(today)) / DAY)),
              })}
            </Text>
          )}
        </>
      )}
      <Seasons title={t('nowOn')} seasons={seasonsOn(now)} />
      <Seasons title={t('next')} seasons={nextSeasons(now, 3)} />
    </Block>
  );
}

function Seasons({ title, seasons }: { readonly title: string; readonly seasons: readonly Season[] }) {
  const label = useLabel();
  if (seasons.length === 0) return null;
  return (
    <>
      <Text size="xs" c="dimmed" mt={6}>
        {title}
      </Text>
      {seasons.map((season) => (
        <Text key={season.name} size="sm">
          {label(season.label)}{' '}
          <Text span size="xs" c="dimmed">
            {season.from} – {season.until}
          </Text>
        </Text>
      ))}
    </>
  );
}
