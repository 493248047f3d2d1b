import type { Catalogue, Kind } from '../../catalogue/catalogue';
import type { Label } from '../../words/words';
import type { FilterInput } from './filterInput';
import { joined } from './labels';
import { isObject } from './search';

/** One condition of a filter: what it is on, as a path such as `person.birthDate`, and what must hold there. */
export interface Condition {
  readonly path: string;
  readonly value: unknown;
}

/** What one may set conditions on. */
export interface Offer {
  readonly path: string;
  readonly label: Label;
  /** The relation that leads to it. */
  readonly group?: Label;
}

/** The conditions of a filter, in its order; those over a relation are on its fields one by one. */
export function conditionsOf(catalogue: Catalogue, kind: Kind, filter: FilterInput): readonly Condition[] {
  return Object.entries(filter)
    .filter(([name]) => name !== 'voided')
    .flatMap(([name, value]) => {
      const target = relation(catalogue, kind, name);
      return target === undefined || !isObject(value) ? [{ path: name, value }] : overRelation(name, target, value);
    });
}

function overRelation(name: string, target: Kind, value: FilterInput): readonly Condition[] {
  const [own, further] = parted(target, value);
  const inner = Object.entries(further).map(([field, given]) => ({ path: `${name}.${field}`, value: given }));
  return Object.keys(own).length === 0 && inner.length > 0 ? inner : [{ path: name, value: own }, ...inner];
}

/** What is said of the related record itself, and of the fields that it has. */
function parted(target: Kind, value: FilterInput): readonly [FilterInput, FilterInput] {
  const isPlain = ([name]: [string, unknown]) => target.fields.some((each) => each.name === name && each.type !== 'One');
  const entries = Object.entries(value);
  return [Object.fromEntries(entries.filter((each) => !isPlain(each))), Object.fromEntries(entries.filter(isPlain))];
}

/** The filter with another condition at a path; with none there where it is undefined. */
export function withCondition(
  catalogue: Catalogue,
  kind: Kind,
  filter: FilterInput,
  path: string,
  value: unknown,
): FilterInput {
  const [name = '', field] = path.split('.');
  const target = relation(catalogue, kind, name);
  const present = filter[name];
  if (target === undefined || !isObject(present)) return replaced(filter, name, field === undefined ? value : under(field, value));
  if (field !== undefined) return replaced(filter, name, filled(replaced(present, field, value)));
  const [, further] = parted(target, present);
  return replaced(filter, name, filled({ ...further, ...(isObject(value) ? value : {}) }));
}

function under(field: string, value: unknown): unknown {
  return value === undefined ? undefined : { [field]: value };
}

function filled(value: FilterInput): FilterInput | undefined {
  return Object.keys(value).length > 0 ? value : undefined;
}

/** In its place where it is there already, at the end where it is new. */
function replaced(filter: FilterInput, name: string, value: unknown): FilterInput {
  if (value !== undefined) return { ...filter, [name]: value };
  return Object.fromEntries(Object.entries(filter).filter(([each]) => each !== name));
}

/** Fields of the kind's own, those of related records, and whether others lead to it. */
export function offers(catalogue: Catalogue, kind: Kind): readonly Offer[] {
  const own = filterable(kind);
  const further = own.flatMap((field) => {
    const target = relation(catalogue, kind, field.name);
    return (target === undefined ? [] : filterable(target))
      .filter((inner) => inner.type !== 'One')
      .map((inner) => ({ path: `${field.name}.${inner.name}`, label: inner.label, group: field.label }));
  });
  return [
    ...own.map((field) => ({ path: field.name, label: field.label })),
    ...kind.lists.map((list) => ({ path: list.name, label: list.label })),
    ...further,
  ];
}

function filterable(kind: Kind) {
  return kind.filters.flatMap((name) => kind.fields.filter((field) => field.name === name && field.canRead));
}

/** What a condition is on, in words; undefined for one that is put together of others. */
export function conditionLabel(catalogue: Catalogue, kind: Kind, path: string): Label | undefined {
  const place = catalogue.at(kind, path);
  if (place === undefined) return kind.lists.find((list) => list.name === path)?.label;
  const first = kind.fields.find((field) => path.startsWith(`${field.name}.`));
  return first === undefined ? place.field.label : joined(first.label, place.field.label);
}

function relation(catalogue: Catalogue, kind: Kind, name: string): Kind | undefined {
  const field = kind.fields.find((each) => each.name === name);
  return field?.type === 'One' && field.target != null ? catalogue.kind(field.target) : undefined;
}
