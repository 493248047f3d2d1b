import { Alert, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useClient } from 'urql';
import type { Kind } from '../../catalogue/catalogue';
import { type Edits, NO_EDITS, written } from '../../grid/edits';
import { Grid } from '../../grid/Grid';
import type { Place } from '../../grid/selection';
import { useEdits } from '../../grid/useEdits';
import { importRoute } from '../../router';
import { checked } from '../../uploads/checked';
import { useUpload } from '../../uploads/useUpload';
import { useWords } from '../../words/words';
import { useGuard } from '../form/useGuard';
import { Download } from './Download';
import { LeaveRepair } from './LeaveRepair';
import { partOf, type Rejected, type Source, wholeOf } from './rejected';
import { columnsOf, naming, sheetOf, suggestions } from './rejectedSheet';
import type { Run } from './run';
import { useRejected } from './useRejected';
import type { Wanted } from './useImporting';
import { IMPORT } from './words';

interface RepairProps {
  readonly kind: Kind;
  readonly run: Run;
  readonly isBusy: boolean;
  readonly onTry: (wanted: Omit<Wanted, 'isTrial'>) => void;
}

/** The rejected rows, to be mended where they stand. */
export default function Repair({ kind, run, isBusy, onTry }: RepairProps) {
  const t = useWords(IMPORT);
  const { file, entry } = importRoute.useSearch();
  const { rejected, source, isBroken } = useRejected(run, entry === undefined ? file : undefined);
  return (
    <Stack gap="xs" component="section" aria-label={t('repair')}>
      <Group justify="space-between">
        <Title order={3} size="h5">
          {t('repair')}
        </Title>
        {run.repaired && <Download file={run.repaired} />}
      </Group>
      {isBroken === true && <Alert color="orange">{t('repairFailed')}</Alert>}
      {rejected === undefined && isBroken !== true && <Skeleton h={160} />}
      {rejected !== undefined && <Mending kind={kind} run={run} rejected={rejected} source={source} isBusy={isBusy} onTry={onTry} />}
    </Stack>
  );
}

interface MendingProps extends RepairProps {
  readonly rejected: Rejected;
  readonly source: Source | undefined;
}

function Mending({ kind, run, rejected, source, isBusy, onTry }: MendingProps) {
  const t = useWords(IMPORT);
  const client = useClient();
  const reason = t('reason');
  const [edits, setEdits] = useState<Edits>(NO_EDITS);
  const [isRefused, setIsRefused] = useState(false);
  const guard = useGuard(() => undefined);
  useEffect(() => guard.mark(edits.now.size > 0), [edits]);
  const columns = useMemo(() => columnsOf(rejected, naming(kind, run), reason), [rejected, kind, run, reason]);
  const sheet = useMemo(() => sheetOf(rejected, columns, edits), [rejected, columns, edits]);
  const keyOf = useCallback(
    ({ row, column }: Place) => {
      const of = columns[column];
      return of === undefined || of.isFixed === true || row >= rejected.rows.length ? undefined : `${row}/${of.key}`;
    },
    [rejected, columns],
  );
  const original = useCallback(
    ({ row, column }: Place) => rejected.rows[row]?.cells[Number(columns[column]?.key)] ?? '',
    [rejected, columns],
  );
  const handlers = useEdits({ sheet, keyOf, original }, setEdits);

  const upload = useUpload('TABLE', (id) => {
    void checked(client, id).then((objection) => {
      upload.giveUp();
      if (objection === undefined) onTry({ file: id, mapping: run.mapping ?? undefined });
      else setIsRefused(true);
    });
  });
  const corrected = (row: number, column: number) => edits.now.get(`${row}/${column}`);
  const hasWhole = source !== undefined;
  const isSending = upload.standing !== undefined && upload.standing.state !== 'refused';
  const tryPart = () => upload.start(partOf(rejected, corrected, run.fileName));
  const tryWhole = async () => {
    const whole = source && (await wholeOf(source, rejected, corrected, run.fileName));
    if (whole !== undefined) upload.start(whole);
  };
  const suggested = suggestions(rejected).filter(([key]) => !edits.now.has(key));
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('repairNote')} {!hasWhole && run.isTrial && t('repairPartNote')}
      </Text>
      <Grid sheet={sheet} handlers={handlers} label={t('repair')} />
      {isRefused && <Alert color="red">{t('refused')}</Alert>}
      {upload.standing?.state === 'refused' && <Alert color="red">{upload.standing.reason ?? t('refused')}</Alert>}
      <LeaveRepair guard={guard} />
      <Group justify="flex-end">
        {suggested.length > 0 && (
          <Button variant="subtle" onClick={() => setEdits((before) => written(before, suggested))}>
            {t('takeAll', { count: suggested.length })}
          </Button>
        )}
        <Button variant={hasWhole ? 'default' : 'filled'} disabled={edits.now.size === 0} loading={isSending || isBusy} onClick={tryPart}>
          {t('repairPart')}
        </Button>
        {hasWhole && (
          <Button disabled={edits.now.size === 0} loading={isSending || isBusy} onClick={() => void tryWhole()}>
            {t('repairAll')}
          </Button>
        )}
      </Group>
    </>
  );
}
