import { Skeleton, Text } from '@mantine/core';
import { useWords } from '../words/words';
import type { Finding } from './desk';
import classes from './desks.module.css';
import { DESKS_WORDS } from './words';

const SIGN = { PASSED: '✓', WARNED: '!', BLOCKED: '✗' } as const;
const FIRST = { BLOCKED: 0, WARNED: 1, PASSED: 2 } as const;

/** What each rule says, with its clause; what is not met stands first. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] | undefined }) {
  const t = useWords(DESKS_WORDS);
  if (findings === undefined) return <Skeleton height={80} />;
  if (findings.length === 0) return <Text size="sm">{t('noFindings')}</Text>;
  const inOrder = findings.toSorted((one, other) => FIRST[one.verdict] - FIRST[other.verdict]);
  return (
    <ul className={classes.findings}>
      {inOrder.map((finding, index) => (
        <li key={`${finding.code} ${index}`} data-verdict={finding.verdict}>
          <span role="img" aria-label={t(finding.verdict)} className={classes.sign}>
            {SIGN[finding.verdict]}
          </span>
          <span>
            {finding.message}{' '}
            <Text span size="xs" className={classes.about ?? ''}>
              {finding.clause}
            </Text>
          </span>
        </li>
      ))}
    </ul>
  );
}
