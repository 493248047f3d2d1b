import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { Action, Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { Applying } from '../../cases/Applying';
import { PageTabs } from '../../records/PageTabs';
import { specialPage } from '../../records/specialPages';
import { useRecent } from '../../records/useRecent';
import { recordRoute } from '../../router';
import { NotFound } from '../../shell/NotFound';
import { Trouble } from '../../shell/Trouble';
import { useLocale } from '../../words/useLocale';
import { useWords } from '../../words/words';
import { FieldGroups } from './FieldGroups';
import { PastBanner } from './PastBanner';
import { RecordActions } from './RecordActions';
import { RecordHead } from './RecordHead';
import { RecordTabs } from './RecordTabs';
import { useAllowed } from './useAllowed';
import { useChangedElsewhere } from './useChangedElsewhere';
import { useRecord } from './useRecord';
import { PAGE } from './words';

const ActionDialog = lazy(async () => ({ default: (await import('../form/ActionDialog')).ActionDialog }));

export function RecordScreen() {
  const { id } = recordRoute.useParams();
  const { tab, asOf } = recordRoute.useSearch();
  const catalogue = useCatalogue();
  const kind = catalogue.kindOfId(id);
  useRecent(id);
  if (kind === undefined) return <NotFound />;
  const Special = specialPage(catalogue, kind.name);
  if (Special === undefined) return <RecordOf key={id} kind={kind} id={id} />;
  if (tab === undefined && asOf === undefined) return <Special key={id} id={id} />;
  return (
    <>
      <PageTabs id={id} tab="fields" />
      <RecordOf key={id} kind={kind} id={id} />
    </>
  );
}

function RecordOf({ kind, id }: { readonly kind: Kind; readonly id: string }) {
  const t = useWords(PAGE);
  const locale = useLocale();
  const { asOf } = recordRoute.useSearch();
  const isPast = asOf !== undefined;
  const { record, isAsking, error, withheld, reload } = useRecord(kind, id, asOf);
  const actions = useAllowed(kind, id, isPast || record?.['voidReason'] != null);
  const isChanged = useChangedElsewhere(kind, record, isPast);
  const [action, setAction] = useState<Action>();
  const [savedAt, setSavedAt] = useState<Date>();
  if (record === null) {
    if (error !== undefined) return <Trouble error={error} onRetry={reload} />;
    return isAsking ? <Waiting /> : <NotFound />;
  }
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  return (
    <Stack px="md" pb="xl" gap="sm">
      <RecordHead kind={kind} record={record}>
        <RecordActions actions={actions} onChoose={setAction} />
        {!isPast && <Applying kind={kind} id={id} />}
      </RecordHead>
      {isPast && <PastBanner asOf={asOf} />}
      {record['voidReason'] != null && (
        <Alert color="red" title={t('isVoid')}>
          {String(record['voidReason'])}
        </Alert>
      )}
      {isChanged && (
        <Alert color="blue" role="status">
          <Group>
            <Text size="sm">{t('changed')}</Text>
            <Button size="compact-sm" variant="default" onClick={reload}>
              {t('reload')}
            </Button>
          </Group>
        </Alert>
      )}
      {savedAt !== undefined && !isChanged && (
        <Text size="sm" c="dimmed" role="status">
          {t('saved', { at: time.format(savedAt) })}
        </Text>
      )}
      <FieldGroups kind={kind} record={record} withheld={withheld} isPast={isPast} />
      <RecordTabs kind={kind} record={record} asOf={asOf} />
      {action !== undefined && (
        <Suspense fallback={null}>
          <ActionDialog
            kind={kind}
            action={action}
            records={[record]}
            onClose={() => setAction(undefined)}
            onDone={() => {
              setAction(undefined);
              setSavedAt(new Date());
            }}
          />
        </Suspense>
      )}
    </Stack>
  );
}

function Waiting() {
  return (
    <Stack p="md">
      <Skeleton height={28} width="40%" />
      <Skeleton height={180} />
      <Skeleton height={240} />
    </Stack>
  );
}
