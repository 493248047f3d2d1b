import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Trouble } from '../shell/Trouble';
import type { AnyBench, Queue } from './desk';
import { QueueWork } from './QueueWork';

/** One queue; what its items are and how they are judged is loaded with it. */
export function QueueScreen({ queue }: { readonly queue: Queue }) {
  const [bench, setBench] = useState<AnyBench>();
  const [failure, setFailure] = useState<Error>();
  useEffect(() => {
    let isOver = false;
    queue.bench().then(
      (loaded) => !isOver && setBench(() => loaded),
      (error: unknown) => !isOver && setFailure(error as Error),
    );
    return () => {
      isOver = true;
    };
  }, [queue]);
  if (failure !== undefined) return <Trouble error={{ graphQLErrors: [], networkError: failure } as never} />;
  return bench === undefined ? <Skeleton height={300} m="md" /> : <QueueWork queue={queue} bench={bench} />;
}
