import type { Catalogue, Field } from '../../catalogue/catalogue';
import { textOf } from '../../documents/values';
import { FIELDS } from '../../fields/words';
import { inLanguage, say } from '../../words/words';

/** A value as a plain text for other programs: states in words, numbers and days as the API writes them. */
export function plainText(field: Field, value: unknown, catalogue: Catalogue): string {
  if (value == null) return '';
  if (typeof value === 'boolean') return say(FIELDS, value ? 'yes' : 'no');
  if (field.states.length === 0) return textOf(value, catalogue);
  return [value].flat().map((name) => stateText(field, String(name))).join(', ');
}

function stateText(field: Field, name: string): string {
  const state = field.states.find((each) => each.name === name);
  return state === undefined ? name : inLanguage(state.label);
}
