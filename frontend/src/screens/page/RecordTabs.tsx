import { Badge, ScrollArea, Skeleton, Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { Kind, List } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import type { Row } from '../../documents/documents';
import { recordRoute } from '../../router';
import { useLabel, useWords } from '../../words/words';
import { EmptyLists } from './EmptyLists';
import classes from './page.module.css';
import { RelatedList } from './RelatedList';
import { type Counts, useCounts } from './useCounts';
import { PAGE } from './words';

const HistoryPanel = lazy(async () => ({ default: (await import('../history/HistoryPanel')).HistoryPanel }));

const HISTORY = 'history';

interface Props {
  readonly kind: Kind;
  readonly record: Row;
  readonly asOf: string | undefined;
}

/** What leads to the record, a tab for each list, and what it was. Lists that are empty stand behind one button. */
export function RecordTabs({ kind, record, asOf }: Props) {
  const t = useWords(PAGE);
  const label = useLabel();
  const catalogue = useCatalogue();
  const navigate = recordRoute.useNavigate();
  const { tab } = recordRoute.useSearch();
  const lists = kind.singular == null ? [] : kind.lists.filter(({ target }) => catalogue.kind(target) !== undefined);
  const counts = useCounts(kind, record.id, lists, asOf);
  if (lists.length === 0 && !kind.hasHistory) return null;
  if (counts === undefined) return <Skeleton height={40} />;
  const opened = tab ?? lists.find((list) => !isEmpty(counts, list))?.name ?? (kind.hasHistory ? HISTORY : lists[0]?.name) ?? null;
  const shown = lists.filter((list) => !isEmpty(counts, list) || list.name === opened);
  const open = (name: string | null) => void navigate({ search: (now) => ({ ...now, tab: name ?? undefined }) as never, replace: true });
  return (
    <Tabs value={opened} onChange={open} keepMounted={false}>
      <ScrollArea type="never" classNames={{ content: classes.tabline ?? '' }}>
        <Tabs.List aria-label={t('lists')} className={classes.tabs ?? ''}>
          {shown.map((list) => (
            <Tabs.Tab key={list.name} value={list.name} rightSection={<Count of={counts[list.name]} />}>
              {label(list.label)}
            </Tabs.Tab>
          ))}
          {kind.hasHistory && <Tabs.Tab value={HISTORY}>{t('history')}</Tabs.Tab>}
        </Tabs.List>
        <EmptyLists lists={lists.filter((list) => !shown.includes(list))} onOpen={open} />
      </ScrollArea>
      {shown.map((list) => (
        <Tabs.Panel key={list.name} value={list.name} pt="sm">
          <RelatedList kind={kind} record={record} list={list} isEmpty={isEmpty(counts, list)} asOf={asOf} />
        </Tabs.Panel>
      ))}
      {kind.hasHistory && (
        <Tabs.Panel value={HISTORY} pt="sm">
          <Suspense fallback={null}>
            <HistoryPanel kind={kind} id={record.id} asOf={asOf} />
          </Suspense>
        </Tabs.Panel>
      )}
    </Tabs>
  );
}

function isEmpty(counts: Counts, { name }: List): boolean {
  return counts[name] === '0';
}

function Count({ of }: { readonly of: string | undefined }) {
  if (of === undefined) return null;
  return (
    <Badge size="sm" variant="default" radius="sm" fw={400} miw="max-content">
      {of}
    </Badge>
  );
}
