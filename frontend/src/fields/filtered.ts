import type { Held } from '../catalogue/catalogue';

/** The operators of a condition, such as `{ gte: 1 }`; nothing where there is none. */
export type Operators = Readonly<Record<string, unknown>>;

export function operatorsOf(value: unknown): Operators {
  return typeof value === 'object' && value !== null ? (value as Operators) : {};
}

/** A condition without what is not said; undefined where nothing is left. */
export function condition(operators: Operators): Operators | undefined {
  const said = Object.entries(operators).filter(([, value]) => !isNothing(value));
  return said.length > 0 ? Object.fromEntries(said) : undefined;
}

function isNothing(value: unknown): boolean {
  return value == null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Which ways of asking a field has besides its own ones: what every record has is never empty. */
export function emptiness(field: Pick<Held, 'required'>): readonly string[] {
  return field.required ? [] : ['isNull', 'isNotNull'];
}

/** The way of asking that a condition shows; undefined where nothing is asked. */
export function wayOf(operators: Operators, ways: readonly string[]): string | undefined {
  if (operators['isNull'] === true) return 'isNull';
  if (operators['isNull'] === false) return 'isNotNull';
  if (ways.includes('in') && operators['eq'] !== undefined) return 'in';
  return ways.find((way) => operators[way] !== undefined);
}

/** The condition of a way that needs no value. */
export function ofEmptiness(way: string): Operators | undefined {
  if (way === 'isNull') return { isNull: true };
  return way === 'isNotNull' ? { isNull: false } : undefined;
}

/** The values of which one is sought, however that is said. */
export function severalOf(operators: Operators): readonly string[] {
  const { in: several, eq } = operators;
  if (Array.isArray(several)) return several.map(String);
  return eq === undefined ? [] : [String(eq)];
}
