import { useMemo } from 'react';
import { placed } from '../desks/desks';
import type { Queue } from '../desks/desk';
import { useViewer } from '../session/SessionGate';
import { today } from './due';
import { toDecide } from './queue';

/** The cases that wait at units of mine, as a queue. */
export function useToDecide(): Queue {
  const { grants } = useViewer();
  return useMemo(() => placed(toDecide, grants, today()), [grants]);
}
