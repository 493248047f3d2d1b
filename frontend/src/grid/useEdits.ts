import { type Dispatch, type SetStateAction, useMemo } from 'react';
import type { Sheet } from './columns';
import { type Edits, filled, pasted, places, redone, undone, type Written, written } from './edits';
import type { Place } from './selection';
import type { Handlers } from './useGrid';

interface Cells {
  readonly sheet: Sheet;
  /** By what a cell is known; undefined for one that is not written in, or is not there. */
  keyOf(place: Place): string | undefined;
  /** The text that stood there before anybody wrote. */
  original(place: Place): string;
}

/** What becomes of what one does in a grid whose cells are texts over others. */
export function useEdits({ sheet, keyOf, original }: Cells, setEdits: Dispatch<SetStateAction<Edits>>): Handlers {
  return useMemo(() => {
    const put = (cells: readonly (readonly [Place, string])[]) => {
      const known = cells.flatMap(([place, text]): Written[] => {
        const key = keyOf(place);
        return key === undefined ? [] : [[key, text === original(place) ? undefined : text]];
      });
      if (known.length > 0) setEdits((edits) => written(edits, known));
    };
    return {
      write: (place, text) => put([[place, text]]),
      paste: (at, block) => put(pasted(at, block)),
      fill: (range) => put(filled(range, (place) => sheet.cell(place).text)),
      clear: (range) => put(places(range).map((place) => [place, ''])),
      undo: () => setEdits(undone),
      redo: () => setEdits(redone),
    };
  }, [sheet, keyOf, original, setEdits]);
}
