import { Text } from '@mantine/core';
import type { CaseQueueQuery } from '../gql/graphql';
import { useLabel, useWords } from '../words/words';
import classes from './cases.module.css';
import { CASES } from './words';

type Case = CaseQueueQuery['queue']['nodes'][number];
export type Entry = Case['entries']['nodes'][number];

/** From so many letters on a value takes the whole line of the paper. */
const LONG = 24;

interface Props {
  readonly of: Pick<Case, 'formTitle' | 'number' | 'basis' | 'openedBy' | 'openedFor' | 'openedAt'> & {
    readonly entries: { readonly nodes: readonly Entry[] };
    readonly verification?: string;
  };
  /** How high its title stands in the page's outline. */
  readonly level: 1 | 2 | 3;
}

/** A case's form as the paper that it stands for: its title, two columns of headings with what was filled in, who applied. */
export function Paper({ of, level }: Props) {
  const t = useWords(CASES);
  const label = useLabel();
  const Heading = `h${level}` as const;
  return (
    <article className={classes.paper}>
      <Heading className={classes.title}>{of.formTitle}</Heading>
      <p className={classes.under}>
        <span>
          {t('number')} <code>{of.number}</code>
        </span>
        <span>
          {t('openedOn')} {of.openedAt.slice(0, 10)}
        </span>
      </p>
      <dl className={classes.entries}>
        {of.entries.nodes.map((entry) => {
          const value = label({ en: entry.englishValue ?? '', zh: entry.chineseValue ?? '' });
          return (
            <div key={entry.id} className={classes.line} data-long={value.length > LONG || undefined}>
              <dt>{label({ en: entry.englishName, zh: entry.chineseName })}</dt>
              <dd>{value === '' ? '—' : value}</dd>
            </div>
          );
        })}
        <div className={classes.line}>
          <dt>{t('openedBy')}</dt>
          <dd>{of.openedBy}</dd>
        </div>
        {of.openedFor != null && (
          <div className={classes.line}>
            <dt>{t('openedFor')}</dt>
            <dd>{of.openedFor}</dd>
          </div>
        )}
      </dl>
      <Text size="xs" className={classes.quiet ?? ''} mt={6}>
        {t('basis')} {of.basis}
        {of.verification !== undefined && (
          <>
            {' · '}
            {t('verification')} <code>{of.verification}</code>
            {' · '}
            {t('checkedAt', { place: `${window.location.origin}/verify/${of.verification}` })}
          </>
        )}
      </Text>
    </article>
  );
}
