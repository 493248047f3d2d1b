import { Skeleton, Stack, Text, UnstyledButton } from '@mantine/core';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import type { CounterSearchQuery } from '../gql/graphql';
import { Trouble } from '../shell/Trouble';
import { useWords } from '../words/words';
import classes from './counter.module.css';
import { COUNTER_SEARCH } from './documents';
import { COUNTER } from './words';

/** Somebody who may be meant. */
export interface Hit {
  readonly person: string;
  readonly name: string;
  readonly about: string;
  readonly number: string;
  readonly isPupil: boolean;
}

/** Whom a number as a card bears it stands for: a pupil before staff; undefined where it is not one's alone. */
export function bearerOf(hits: readonly Hit[], number: string): Hit | undefined {
  const bearers = hits.filter((hit) => hit.number === number);
  const pupils = bearers.filter(({ isPupil }) => isPupil);
  const [only, another] = pupils.length > 0 ? pupils : bearers;
  return another === undefined ? only : undefined;
}

/** Those whom a text finds, as persons whom one may look at: pupils first. */
export function hitsOf(results: CounterSearchQuery['search']): readonly Hit[] {
  const pupilsFirst = results.toSorted((one, other) => Number(other.__typename === 'Student') - Number(one.__typename === 'Student'));
  return pupilsFirst.flatMap((result) => {
    if (!('person' in result) || result.person == null) return [];
    const place = result.__typename === 'Student' ? [result.school?.name, result.grade.label] : [result.unit?.name];
    const about = [...place, result.number, result.person.birthDate].filter(Boolean).join(' · ');
    const { number } = result;
    return [{ person: result.person.id, name: result.person.name, about, number, isPupil: result.__typename === 'Student' }];
  });
}

interface Props {
  readonly text: string;
  readonly onFirst: (hit: Hit | undefined) => void;
  readonly onShow: (person: string) => void;
}

/** Those who may be meant; a number that is one's alone needs no choice. */
export function Found({ text, onFirst, onShow }: Props) {
  const t = useWords(COUNTER);
  const [{ data, error, fetching }] = useQuery({ query: COUNTER_SEARCH, variables: { text }, requestPolicy: 'network-only' });
  const hits = fetching || data === undefined ? undefined : hitsOf(data.search);
  const bearer = hits && bearerOf(hits, text);
  useEffect(() => {
    onFirst(hits?.[0]);
    if (bearer !== undefined) onShow(bearer.person);
  }, [hits?.[0]?.person, bearer?.person]);
  if (error && data === undefined) return <Trouble error={error} />;
  if (hits === undefined) return <Skeleton height={64} />;
  if (hits.length === 0) return <Text role="status">{t('nobody')}</Text>;
  return (
    <Stack gap={4} component="ul" className={classes.hits ?? ''} aria-label={t('found')}>
      {hits.map((hit) => (
        <li key={hit.about}>
          <UnstyledButton className={classes.hit ?? ''} onClick={() => onShow(hit.person)}>
            <Text size="xl" fw={600} span>
              {hit.name}
            </Text>{' '}
            <Text span>{hit.about}</Text>
          </UnstyledButton>
        </li>
      ))}
    </Stack>
  );
}
