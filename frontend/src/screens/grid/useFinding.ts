import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { type Candidate, useCandidates } from '../../fields/record/useCandidates';
import type { GridColumn } from '../../grid/columns';
import type { Place } from '../../grid/selection';
import type { Plan } from './plan';
import { fullOf } from './meant';

const PAUSE = 250;

/** Finds records while one writes what they are called, to be chosen from; `learn` hears of them. */
export function useFinding(kind: Kind, plan: Plan, learn: (kind: string, candidates: readonly Candidate[]) => void) {
  const catalogue = useCatalogue();
  const [typed, setTyped] = useState<{ readonly column: number; readonly text: string }>();
  const [settled] = useDebouncedValue(typed, PAUSE);
  const column = plan.columns[settled?.column ?? -1];
  const target = catalogue.kind(column?.held.target ?? '');
  const isWanted = target?.plural != null && (settled?.text ?? '').trim() !== '';
  const { candidates } = useCandidates(target ?? kind, settled?.text ?? '', isWanted);
  const texts = isWanted ? candidates.map(fullOf).join('\n') : '';
  useEffect(() => {
    if (texts !== '' && target !== undefined) learn(target.name, candidates);
    // The candidates are other objects each time, and the same as long as their texts are.
  }, [texts, target, learn]);
  const name = column?.name;
  return useMemo(
    () => ({
      typing({ column: number }: Place, text: string) {
        if (plan.columns[number]?.held.type === 'One') setTyped({ column: number, text });
      },
      withChoices(of: GridColumn): GridColumn {
        return of.key === name && texts !== '' ? { ...of, choices: texts.split('\n') } : of;
      },
    }),
    [plan, name, texts],
  );
}
