import { useMemo } from 'react';
import { placed } from '../desks/desks';
import type { Queue } from '../desks/desk';
import { useViewer } from '../session/SessionGate';
import { today } from './due';
import { toDecide } from './queue';

/** The cases that wait for me, as a queue. */
export function useToDecide(): Queue {
  const { grants, displayName } = useViewer();
  return useMemo(() => placed(toDecide, grants, today(), displayName), [grants, displayName]);
}
