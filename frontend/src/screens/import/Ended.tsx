import { Alert, Stack } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { importRoute } from '../../router';
import { useLabel, useWords } from '../../words/words';
import { Decide } from './Decide';
import { Fates } from './Fates';
import { Findings } from './Findings';
import { Mapping } from './Mapping';
import { Reading } from './Reading';
import type { Job, Run } from './run';
import { Undo } from './Undo';
import { useImporting, type Wanted } from './useImporting';
import { IMPORT } from './words';

const Repair = lazy(() => import('./Repair'));

/** What a run came to, and what can be done about it. */
export function Ended({ kind, run }: { readonly kind: Kind; readonly run: Run }) {
  const t = useWords(IMPORT);
  const { file, sheet, entry, encoding } = importRoute.useSearch();
  const { ask, fetching, refused } = useImporting(kind);
  const wanted: Omit<Wanted, 'isTrial'> | undefined =
    file === undefined ? undefined : { file, sheet, entry, encoding, mapping: run.mapping ?? undefined };
  const isFailed = run.job?.state === 'FAILED';
  // A trial that did not come to its end says nothing of the rows that it did not reach.
  const isRead = run.isTrial ? run.job?.state === 'SUCCEEDED' : !isFailed;
  const isTaken = run.isWhole && !run.isTrial && run.rejected > 0;
  return (
    <Stack gap="md">
      {refused !== undefined && (
        <Alert color="red" role="alert">
          {refused}
        </Alert>
      )}
      {run.job?.state === 'CANCELLED' && <Alert color="orange">{t(run.isTrial ? 'trialCancelled' : 'cancelled')}</Alert>}
      {run.job && (isFailed || isTaken) && <Outcome job={run.job} title={isFailed ? t('failed') : undefined} />}
      {run.undoing && <Outcome job={run.undoing} title={run.undoing.state === 'FAILED' ? t('hindered') : undefined} />}
      {isRead && <Fates run={run} />}
      {run.isTrial && wanted && (
        <>
          {isRead && <Mapping kind={kind} run={run} isBusy={fetching} onTry={(mapping) => void ask({ ...wanted, mapping, isTrial: true })} />}
          <Reading
            isOpen={!isRead}
            isBusy={fetching}
            onTry={(options) => void ask({ file: wanted.file, ...options, isTrial: true })}
          />
        </>
      )}
      {run.rejected > 0 && run.repaired && run.undoneAt == null && (
        <Suspense>
          <Repair kind={kind} run={run} isBusy={fetching} onTry={(corrected) => void ask({ ...corrected, isTrial: true })} />
        </Suspense>
      )}
      {isRead && <Findings run={run} />}
      {run.isTrial && isRead && <Decide run={run} isBusy={fetching} onImport={wanted && ((isWhole) => void ask({ ...wanted, isWhole, isTrial: false }))} />}
      {!run.isTrial && run.undoneAt == null && !isTaken && <Undo run={run} />}
    </Stack>
  );
}

function Outcome({ job, title }: { readonly job: Job; readonly title: string | undefined }) {
  const label = useLabel();
  const isBad = title !== undefined;
  return (
    <Alert color={isBad ? 'red' : 'gray'} role={isBad ? 'alert' : 'status'} title={title}>
      {label({ en: job.englishOutcome ?? '', zh: job.chineseOutcome ?? '' })}
    </Alert>
  );
}
