import { useLabel } from '../../words/words';
import type { ViewProps } from '../field';

/** A state, or several, by their words. */
export default function ChoiceView({ field, value }: ViewProps) {
  const label = useLabel();
  if (value == null) return null;
  const names = Array.isArray(value) ? value.map(String) : [String(value)];
  const words = names.map((name) => {
    const state = field.states.find((each) => each.name === name);
    return state === undefined ? name : label(state.label);
  });
  return <span>{words.join(', ')}</span>;
}
