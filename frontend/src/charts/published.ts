import type { Label } from '../words/words';
import type { FigureTable } from './figureTable';
import { gradesInOrder } from './grades';

/** A figure as the bureau publishes it. */
export interface Published {
  readonly part: string;
  readonly englishLabel: string;
  readonly chineseLabel: string;
  readonly value?: number | null;
}

/** The part that is all of them. */
const TOTAL = 'TOTAL';

interface Said {
  readonly name: string;
  readonly heading: string;
  readonly column: string;
}

/** Published figures of one unit as a table; what is hidden stays hidden. */
export function publishedTable(figures: readonly Published[], said: Said, label: (words: Label) => string): FigureTable {
  const parts = figures.filter(({ part }) => part !== TOTAL);
  return {
    name: said.name,
    heading: said.heading,
    columns: [said.column],
    rows: gradesInOrder(parts, ({ part }) => part).map(({ part, englishLabel, chineseLabel, value }) => ({
      key: part,
      label: label({ en: englishLabel, zh: chineseLabel }),
      values: [value ?? null],
    })),
  };
}

/** What was published as the sum of all parts; null where it is hidden or was not. */
export function publishedTotal(figures: readonly Published[]): number | null {
  return figures.find(({ part }) => part === TOTAL)?.value ?? null;
}
