import { useLabel } from '../words/words';
import { useKind } from './context';

/** What the states of one field are called, by their names in the API; a state nobody knows reads as itself. */
export function useStates(kind: string, field: string): (state: string) => string {
  const label = useLabel();
  const states = useKind(kind)?.fields.find(({ name }) => name === field)?.states ?? [];
  return (state) => {
    const found = states.find(({ name }) => name === state);
    return found === undefined ? state : label(found.label);
  };
}
