import { Alert } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useMutation } from 'urql';
import { CANCEL_JOB } from './documents';

interface CancelJobProps {
  readonly job: { readonly id: string };
  readonly children: (way: { readonly cancel: () => void; readonly fetching: boolean }) => ReactNode;
}

/** A way to cancel a job; says why where it cannot be. */
export function CancelJob({ job, children }: CancelJobProps) {
  const [{ fetching }, cancelJob] = useMutation(CANCEL_JOB);
  const [refused, setRefused] = useState<string>();
  const cancel = async () => {
    const { data, error } = await cancelJob({ input: { id: job.id } });
    setRefused(data?.cancelJob.errors[0]?.message ?? error?.message);
  };
  return (
    <>
      {children({ cancel: () => void cancel(), fetching })}
      {refused !== undefined && (
        <Alert color="orange" role="alert" py={4}>
          {refused}
        </Alert>
      )}
    </>
  );
}
