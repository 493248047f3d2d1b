import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { listRoute } from '../../router';
import type { ListSearch } from './search';
import { type Listed, validated } from './validated';

/** Another search, order or filter; what is undefined goes out of the address. */
export type Patch = { readonly [K in keyof ListSearch]?: ListSearch[K] | undefined };
export type ChangeList = (patch: Patch) => void;

/** What the address says that the list shows, and the way to change it. */
export function useListed(kind: Kind): readonly [Listed, ChangeList] {
  const catalogue = useCatalogue();
  const given = listRoute.useSearch();
  const navigate = useNavigate({ from: '/registers/$kind' });
  const listed = useMemo(() => validated(catalogue, kind, given), [catalogue, kind, given]);
  const change = useCallback<ChangeList>(
    (patch) => void navigate({ search: (before) => said({ ...before, ...patch }), replace: true }),
    [navigate],
  );
  return [listed, change];
}

/** Without what says nothing. */
export function said(search: Patch): ListSearch {
  const entries = Object.entries(search).filter(([, value]) => !isEmpty(value));
  return Object.fromEntries(entries) as ListSearch;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (typeof value === 'object' && Object.keys(value ?? {}).length === 0);
}
