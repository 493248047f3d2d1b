import { useMemo } from 'react';
import { useCatalogue } from '../catalogue/context';
import { useViewer } from '../session/SessionGate';
import type { Desk } from './desk';
import { desksOf } from './desks';

/** My desks. */
export function useDesks(): readonly Desk[] {
  const catalogue = useCatalogue();
  const { grants, displayName } = useViewer();
  return useMemo(() => desksOf(grants, catalogue, undefined, undefined, displayName), [grants, catalogue, displayName]);
}
