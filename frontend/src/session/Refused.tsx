import { Alert } from '@mantine/core';
import { useWords } from '../words/words';
import type { Refusal } from './refusals';
import { SESSION } from './words';

/** Why one was not let in, and for how long it is no use to try again. */
export function Refused({ refusal, left = 0 }: { readonly refusal: Refusal | undefined; readonly left?: number }) {
  const t = useWords(SESSION);
  if (refusal === undefined) return null;
  if (refusal.wait !== undefined && left === 0) return null;
  return (
    <Alert color="red" role="alert" py="xs">
      {refusal.wait === undefined ? refusal.message : t('wait', { seconds: left })}
    </Alert>
  );
}
