import { useState } from 'react';
import type { Action } from '../../catalogue/catalogue';
import type { Problem, Row } from '../../documents/documents';
import { begun, changed, type Values } from './content';
import { faults } from './faults';
import { type Placed, placed } from './problems';

const NOTHING: Placed = { byArgument: {}, rest: [] };

/** The state of a form: what was there, what is typed, and what is wrong with it. */
export function useArguments(action: Action, record: Row | null, initial?: Values) {
  const [before, setBefore] = useState(() => begun(action, record));
  const [values, setValues] = useState<Values>(() => begun(action, record, initial));
  const [isTried, setTried] = useState(false);
  const [refused, setRefused] = useState(NOTHING);
  const local = isTried ? faults(action, before, values) : {};
  return {
    before,
    values,
    isDirty: changed(action, before, values).length > 0,
    errors: { ...refused.byArgument, ...local },
    rest: refused.rest,
    change(name: string, value: unknown) {
      setValues((now) => ({ ...now, [name]: value }));
      setRefused(({ byArgument, rest }) => ({ byArgument: without(byArgument, name), rest }));
    },
    /** Put values in place of those that are there. */
    fill: (given: Values) => setValues((now) => ({ ...now, ...given })),
    /** Begin from what the record has become. */
    rebase(current: Row, merged: Values) {
      setBefore(begun(action, current));
      setValues(merged);
    },
    /** Say what is wrong from now on; whether nothing is. */
    check(): boolean {
      setTried(true);
      setRefused(NOTHING);
      return Object.keys(faults(action, before, values)).length === 0;
    },
    refuse: (problems: readonly Problem[]) => setRefused(placed(action, problems)),
  };
}

function without(messages: Placed['byArgument'], name: string): Placed['byArgument'] {
  return Object.fromEntries(Object.entries(messages).filter(([each]) => each !== name));
}

export type Arguments = ReturnType<typeof useArguments>;
