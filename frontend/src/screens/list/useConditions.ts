import { useEffect, useMemo, useRef } from 'react';
import type { Catalogue, Kind } from '../../catalogue/catalogue';
import { type Condition, conditionsOf, withCondition } from './conditions';
import type { FilterInput } from './filterInput';
import type { ChangeList } from './useListed';
import type { Listed } from './validated';

export interface Conditions {
  readonly conditions: readonly Condition[];
  /** Another condition at a path; none where it is undefined. */
  readonly set: (path: string, value: unknown) => void;
  readonly clear: () => void;
}

/** The filter of the list, condition by condition. */
export function useConditions(catalogue: Catalogue, kind: Kind, listed: Listed, onChange: ChangeList): Conditions {
  const conditions = useMemo(() => conditionsOf(catalogue, kind, listed.filter), [catalogue, kind, listed.filter]);
  // Two changes may come before the address is another.
  const latest = useRef(listed.filter);
  useEffect(() => {
    latest.current = listed.filter;
  }, [listed.filter]);
  const change = (filter: FilterInput) => {
    latest.current = filter;
    onChange({ filter });
  };
  return {
    conditions,
    set: (path, value) => change(withCondition(catalogue, kind, latest.current, path, value)),
    clear: () => change(latest.current['voided'] === undefined ? {} : { voided: latest.current['voided'] }),
  };
}
