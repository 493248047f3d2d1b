import { useCatalogue } from '../../catalogue/context';
import { useLabel } from '../../words/words';

/** The catalogue's words for fields of a kind, for pages that show them by hand. */
export function useFieldWords(kind: string): (field: string) => string {
  const label = useLabel();
  const fields = useCatalogue().kind(kind)?.fields;
  return (name) => {
    const field = fields?.find((each) => each.name === name);
    return field === undefined ? name : label(field.label);
  };
}

/** The words of a state, such as ENROLLED, of a field of a kind. */
export function useStateWords(kind: string, field: string): (state: string | null | undefined) => string {
  const label = useLabel();
  const states = useCatalogue().kind(kind)?.fields.find((each) => each.name === field)?.states ?? [];
  return (name) => {
    const state = states.find((each) => each.name === name);
    return state === undefined ? (name ?? '') : label(state.label);
  };
}
