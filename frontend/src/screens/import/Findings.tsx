import { Anchor, Button, Chip, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useKind } from '../../catalogue/context';
import type { FindingSort } from '../../gql/graphql';
import { Trouble } from '../../shell/Trouble';
import { useLabel, useWords } from '../../words/words';
import classes from './import.module.css';
import { countsOf, type Run } from './run';
import { type Finding, useFindings } from './useFindings';
import { IMPORT } from './words';

const ROW = 44;
const HEAD = 34;
/** What one wants to see first; that rows are new tells least. */
const TELLING: readonly FindingSort[] = ['HINDERS', 'CHANGED', 'ODD', 'REJECTED'];

/** What is to be said of the rows, one by one: refused, odd, new, changed from what to what. */
export function Findings({ run }: { readonly run: Run }) {
  const t = useWords(IMPORT);
  const sorts = useSorts();
  const counts = countsOf(run);
  const [sort, setSort] = useState<FindingSort | undefined>(() => TELLING.find((each) => counts.has(each)));
  const { rows, error, retry, more } = useFindings(run.id, run.version, sort);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (
    <Stack gap="xs" component="section">
      <Group justify="space-between">
        <Title order={3} size="h5">
          {t('findings')}
        </Title>
        {total > 0 && (
          <Chip.Group value={sort ?? ''} onChange={(value) => setSort(value === '' ? undefined : (value as FindingSort))}>
            <Group gap={6}>
              <Chip value="" size="xs">{`${t('all')} ${total}`}</Chip>
              {[...counts].map(([name, count]) => (
                <Chip key={name} value={name} size="xs">{`${sorts(name)} ${count}`}</Chip>
              ))}
            </Group>
          </Chip.Group>
        )}
      </Group>
      {error && <Trouble error={error} onRetry={retry} />}
      {rows === undefined && !error && <Skeleton h={160} />}
      {rows?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('nothingFound')}
        </Text>
      )}
      {rows !== undefined && rows.length > 0 && <Rows rows={rows} sorts={sorts} />}
      {more && (
        <Button variant="default" size="xs" onClick={more}>
          {t('more')}
        </Button>
      )}
    </Stack>
  );
}

function Rows({ rows, sorts }: { readonly rows: readonly Finding[]; readonly sorts: (name: string) => string }) {
  const t = useWords(IMPORT);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
    paddingStart: HEAD,
  });
  return (
    // A region that scrolls is reached by the keyboard.
    <div ref={scroller} className={classes.scroller} tabIndex={0} role="region" aria-label={t('findings')}>
      <div role="table" aria-rowcount={rows.length + 1} className={classes.findings} style={{ height: virtual.getTotalSize() }}>
        <div role="row" className={classes.findingHead}>
          {(['line', 'sort', 'column', 'given', 'reason', 'suggestion'] as const).map((head) => (
            <span key={head} role="columnheader">
              {t(head)}
            </span>
          ))}
        </div>
        {virtual.getVirtualItems().map((item) => (
          <FindingRow key={item.key} finding={rows[item.index]!} sorts={sorts} number={item.index + 2} top={item.start} />
        ))}
      </div>
    </div>
  );
}

interface FindingRowProps {
  readonly finding: Finding;
  readonly sorts: (name: string) => string;
  readonly number: number;
  readonly top: number;
}

function FindingRow({ finding, sorts, number, top }: FindingRowProps) {
  const label = useLabel();
  return (
    <div role="row" aria-rowindex={number} className={classes.finding} style={{ top }}>
      <span role="cell" className={classes.line}>
        {finding.line}
      </span>
      <span role="cell">{sorts(finding.sort)}</span>
      <span role="cell">{finding.columnName}</span>
      <span role="cell" title={`${finding.before ?? ''} → ${finding.given ?? ''}`}>
        {finding.before != null && finding.before !== '' && (
          <>
            <s className={classes.was}>{finding.before}</s> →{' '}
          </>
        )}
        {finding.given}
      </span>
      <span role="cell">
        {label({ en: finding.englishReason ?? '', zh: finding.chineseReason ?? '' })}{' '}
        {finding.record != null && (
          <Anchor component={Link} to="/records/$id" params={{ id: finding.record } as never} size="sm">
            {finding.record}
          </Anchor>
        )}
      </span>
      <span role="cell">{finding.suggestion}</span>
    </div>
  );
}

/** The words of the sorts of findings, as the catalogue has them. */
function useSorts(): (name: string) => string {
  const label = useLabel();
  const t = useWords(IMPORT);
  const states = useKind('ImportFinding')?.fields.find(({ name }) => name === 'sort')?.states;
  const own: Record<string, string> = { REJECTED: t('rejected'), CREATED: t('created'), CHANGED: t('updated') };
  return (name) => {
    const state = states?.find((each) => each.name === name);
    return state === undefined ? (own[name] ?? name) : label(state.label);
  };
}
