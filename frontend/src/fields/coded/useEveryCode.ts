import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useLabel } from '../../words/words';
import { CODES } from './useCodes';

export interface EveryCode {
  readonly code: string;
  readonly label: string;
  readonly english: string;
  readonly chinese: string;
}

/** The codes of a table, those out of force too: records bear them. Undefined until they are known. */
export function useEveryCode(table: string | null | undefined): readonly EveryCode[] | undefined {
  const label = useLabel();
  const [{ data }] = useQuery({ query: CODES, variables: { table: table ?? '' }, pause: table == null });
  const nodes = data?.codeEntries.nodes;
  return useMemo(
    () => nodes?.map((each) => ({ ...each, label: label({ en: each.english, zh: each.chinese }) })),
    [nodes, label],
  );
}
