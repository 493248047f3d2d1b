import { type Dispatch, type SetStateAction, useEffect, useRef } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { type Edits, written } from '../../grid/edits';
import { useDraft } from '../form/useDraft';
import { useGuard } from '../form/useGuard';
import type { Plan } from './plan';

/** Keeps what was written and not saved, but for what is sealed, and asks before it is left. */
export function useDrafted(kind: Kind, plan: Plan, edits: Edits, setEdits: Dispatch<SetStateAction<Edits>>) {
  const draft = useDraft(`grid|${kind.name}`);
  const guard = useGuard(() => undefined);
  const wasTouched = useRef(false);
  useEffect(() => {
    guard.mark(edits.now.size > 0);
    if (edits.now.size > 0) wasTouched.current = true;
    if (wasTouched.current) draft.keep(Object.fromEntries([...edits.now].filter(([key]) => !isSealed(plan, key))));
  }, [edits]);
  const goOn = () => {
    const cells = Object.entries(draft.found?.values ?? {}).map(([key, text]) => [key, String(text)] as const);
    setEdits((before) => written(before, cells));
    draft.close();
  };
  return { found: draft.found, goOn, discard: draft.discard, guard };
}

function isSealed(plan: Plan, key: string): boolean {
  return plan.columns.some(({ name, held }) => held.sealed && key.endsWith(`/${name}`));
}
