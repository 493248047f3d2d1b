/** What a list shows, in its address: whoever gets the link sees exactly this list. */
export interface ListSearch {
  search?: string;
  order?: string;
  columns?: string[];
  /** The filter as the API takes it. */
  filter?: Record<string, unknown>;
  asOf?: string;
  on?: string;
  /** The name of the saved view that it began with. */
  view?: string;
}

/** An address holds what anybody wrote into it: only what has the right form is read. */
export function readSearch(raw: Record<string, unknown>): ListSearch {
  const columns = Array.isArray(raw['columns']) ? raw['columns'].filter(isText) : [];
  const { filter } = raw;
  return {
    ...textOf(raw, 'search'),
    ...textOf(raw, 'order'),
    ...(columns.length > 0 ? { columns } : {}),
    ...(isObject(filter) && Object.keys(filter).length > 0 ? { filter } : {}),
    ...textOf(raw, 'asOf'),
    ...textOf(raw, 'on'),
    ...textOf(raw, 'view'),
  };
}

/** A text that reads as a number, such as `?search=2026`, comes as one. */
function textOf<K extends string>(raw: Record<string, unknown>, name: K): { [name in K]?: string } {
  const value = raw[name];
  const text = typeof value === 'number' ? String(value) : value;
  return (isText(text) && text !== '' ? { [name]: text } : {}) as { [name in K]?: string };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
