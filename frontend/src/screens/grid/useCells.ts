import { useMemo } from 'react';
import type { Place } from '../../grid/selection';
import type { Planned } from './plan';
import { type GridLine, isFixed, keyOf, originalOf } from './rows';
import type { Content } from './sheet';

/** By which key a cell is written in, and what stood there before. */
export function useCells({ lines, columns, known }: Content) {
  return useMemo(() => {
    const at = ({ row, column }: Place): [GridLine, Planned] | undefined => {
      const [line, planned] = [lines[row], columns[column]];
      return line === undefined || planned === undefined ? undefined : [line, planned];
    };
    return {
      keyOf(place: Place): string | undefined {
        const found = at(place);
        return found === undefined || isFixed(...found) ? undefined : keyOf(...found);
      },
      original(place: Place): string {
        const found = at(place);
        return found === undefined ? '' : originalOf(...found, known);
      },
    };
  }, [lines, columns, known]);
}
