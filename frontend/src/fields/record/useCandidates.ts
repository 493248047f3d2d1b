import { useMemo } from 'react';
import { useQuery } from 'urql';
import type { Catalogue, Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { type Asked, listDocument, recordDocument, type Row } from '../../documents/documents';
import { saidAt, titleOf } from '../../documents/values';

const MOST = 20;

export interface Candidate {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}

/** The records of a kind that answer to what was typed. */
export function useCandidates(kind: Kind, typed: string, isWanted: boolean) {
  const catalogue = useCatalogue();
  const document = useMemo(() => listDocument(catalogue, kind, kind.columns), [catalogue, kind]);
  const [{ data, fetching, error }] = useQuery({ query: document, variables: asked(kind, typed), pause: !isWanted });
  const candidates = (data?.list.nodes ?? []).map((row) => candidate(catalogue, kind, row));
  return { candidates, isAsking: fetching, error };
}

/** How the list is asked: by its search box, else by the first text or number by which it may be filtered. */
export function asked(kind: Kind, typed: string): Asked {
  const text = typed.trim();
  if (text === '') return { first: MOST };
  if (kind.isSearched) return { first: MOST, search: text };
  const named = [...kind.title, ...kind.fields.map(({ name }) => name)].find((name) => isSought(kind, name));
  return named === undefined ? { first: MOST } : { first: MOST, filter: { [named]: { contains: text } } };
}

function isSought(kind: Kind, name: string): boolean {
  const field = kind.fields.find((each) => each.name === name);
  return field !== undefined && kind.filters.includes(name) && (field.type === 'Text' || field.type === 'Numbered');
}

/** A record as a reader tells it from others: its title, and what else its list shows, as what sort of unit it is. */
export function candidate(catalogue: Catalogue, kind: Kind, row: Row): Candidate {
  const paths = kind.columns.filter((path) => !kind.title.includes(path));
  const texts = paths.map((path) => saidAt(catalogue, kind, row, path)).filter((text) => text !== '');
  return { id: row.id, title: titleOf(catalogue, kind, row), detail: texts.slice(0, 4).join(' · ') };
}

/** The title of a record of which only the id is known. */
export function useTitleOfId(id: string | null): string | undefined {
  const catalogue = useCatalogue();
  const kind = id === null ? undefined : catalogue.kindOfId(id);
  const isAsked = kind?.singular != null;
  const document = useMemo(() => recordDocument(catalogue, kind ?? catalogue.kinds[0]!, []), [catalogue, kind]);
  const [{ data }] = useQuery({ query: document, variables: { id: id ?? '' }, pause: !isAsked });
  return data?.record == null ? undefined : titleOf(catalogue, kind, data.record);
}
