import type { Field, Kind } from '../../catalogue/catalogue';

export interface Group {
  readonly name: 'details' | 'related' | 'guarded';
  readonly fields: readonly Field[];
}

/** A record's fields in the order in which a reader looks: what it says of itself, what it belongs with, what is guarded. */
export function groups(kind: Kind): readonly Group[] {
  const guarded = kind.fields.filter(({ sealed, restricted }) => sealed || restricted);
  const open = kind.fields.filter((field) => !guarded.includes(field));
  const all: Group[] = [
    { name: 'details', fields: open.filter(({ type }) => type !== 'One') },
    { name: 'related', fields: open.filter(({ type }) => type === 'One') },
    { name: 'guarded', fields: guarded },
  ];
  return all.filter(({ fields }) => fields.length > 0);
}
