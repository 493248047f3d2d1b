import { useEffect } from 'react';
import { read } from '../../grid/reading';
import type { Content } from './sheet';

/** Has the records looked up that cells name and that are not known yet. */
export function useLookedUp({ edits, columns, known }: Content, lookUp: (kind: string, text: string) => void): void {
  useEffect(() => {
    for (const [key, text] of edits) {
      const column = columns.find(({ name, held }) => held.type === 'One' && key.endsWith(`/${name}`));
      const target = column?.held.target;
      if (target != null && read(column!.held, text, known).is === 'waiting') lookUp(target, text.trim());
    }
  }, [edits, columns, known, lookUp]);
}
