import type { Catalogue, Kind } from '../catalogue/catalogue';
import { inLanguage } from '../words/words';
import type { Row } from './documents';

/** What stands at a path of a record, such as `person.name`; undefined where the way ends before. */
export function valueAt(row: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, step) => {
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[step] : undefined;
  }, row);
}

/** What a reader calls a record: what stands at the paths of its kind's title. */
export function titleOf(catalogue: Catalogue, kind: Kind | undefined, row: Row | null | undefined): string {
  if (row == null) return '';
  const paths = kind?.title ?? [];
  const texts = paths.map((path) => saidAt(catalogue, kind, row, path)).filter((text) => text !== '');
  return texts.join(' · ') || row.id;
}

/** What stands at a path in words: of a state, those of the page's language. */
export function saidAt(catalogue: Catalogue, kind: Kind | undefined, row: Row, path: string): string {
  const value = valueAt(row, path);
  const states = kind === undefined ? [] : (catalogue.at(kind, path)?.field.states ?? []);
  const state = states.find(({ name }) => name === value);
  return state === undefined ? textOf(value, catalogue) : inLanguage(state.label);
}

/** The plain text of a value, whatever it is. */
export function textOf(value: unknown, catalogue: Catalogue): string {
  if (value == null) return '';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map((each) => textOf(each, catalogue)).join(', ');
  if (typeof value !== 'object') return '';
  const held = value as Record<string, unknown>;
  if ('code' in held) return String(held['label'] ?? held['code']);
  if ('from' in held) return `${held['from'] ?? ''} – ${held['until'] ?? ''}`;
  if ('mask' in held) return String(held['mask'] ?? '');
  if (typeof held['id'] === 'string') return titleOf(catalogue, catalogue.kindOfId(held['id']), held as Row);
  return '';
}
