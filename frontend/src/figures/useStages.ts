import { useMemo } from 'react';
import { useQuery } from 'urql';
import { gradesInOrder } from '../charts/grades';
import { useLabel } from '../words/words';
import { FIGURES_STAGES } from './documents';

/** The stages in the order in which children go through them, in the language of the page. */
export function useStages(): readonly { readonly code: string; readonly label: string }[] {
  const label = useLabel();
  const [{ data }] = useQuery({ query: FIGURES_STAGES });
  const entries = data?.codeEntries.nodes;
  return useMemo(
    () => gradesInOrder(entries ?? [], ({ code }) => code).map(({ code, english, chinese }) => ({ code, label: label({ en: english, zh: chinese }) })),
    [entries],
  );
}
