import type { Catalogue, Field, Kind } from '../../catalogue/catalogue';
import { isObject } from './search';

/** A filter as the API takes it. */
export type FilterInput = Readonly<Record<string, unknown>>;

type Is = (value: unknown) => boolean;

/** Deeper than anybody asks; a filter that is made to be deep is not followed. */
const DEEPEST = 8;

/** The conditions of a filter that its kind knows, and the names of those that it does not. */
export function siftFilter(
  catalogue: Catalogue,
  kind: Kind,
  given: FilterInput,
): { readonly filter: FilterInput; readonly dropped: readonly string[] } {
  const entries = Object.entries(given);
  const isKnown = ([name, value]: [string, unknown]) => isCondition(catalogue, kind, name, value, 0);
  return {
    filter: Object.fromEntries(entries.filter(isKnown)),
    dropped: entries.filter((entry) => !isKnown(entry)).map(([name]) => name),
  };
}

/** A condition of which a part is unknown means something else without it, so that it is known whole or not at all. */
function isFilter(catalogue: Catalogue, kind: Kind, value: unknown, depth: number): boolean {
  return (
    isObject(value) &&
    depth < DEEPEST &&
    Object.entries(value).every(([name, inner]) => isCondition(catalogue, kind, name, inner, depth))
  );
}

function isCondition(catalogue: Catalogue, kind: Kind, name: string, value: unknown, depth: number): boolean {
  const isOfKind = (given: unknown) => isFilter(catalogue, kind, given, depth + 1);
  switch (name) {
    case 'and':
    case 'or':
      return Array.isArray(value) && value.length > 0 && value.every(isOfKind);
    case 'not':
      return isOfKind(value);
    case 'isNull':
    case 'voided':
      return isBoolean(value);
    case 'id':
      return hasOperators(value, OF_IDS, isText);
  }
  const list = kind.lists.find((each) => each.name === name);
  if (list !== undefined) return isListFilter(catalogue, catalogue.kind(list.target), value, depth);
  const field = kind.filters.includes(name) ? kind.fields.find((each) => each.name === name) : undefined;
  if (field === undefined) return false;
  if (field.type !== 'One') return isFieldFilter(field, value);
  const target = field.target == null ? undefined : catalogue.kind(field.target);
  return target !== undefined && isFilter(catalogue, target, value, depth + 1);
}

function isListFilter(catalogue: Catalogue, target: Kind | undefined, value: unknown, depth: number): boolean {
  if (target === undefined || !isObject(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.every(([name, inner]) => /^(some|none)$/.test(name) && isFilter(catalogue, target, inner, depth + 1))
  );
}

const OF_IDS = ['eq', 'ne', 'in'];
const EQUALITY = ['eq', 'ne', 'in', 'isNull'];
const COMPARISON = [...EQUALITY, 'lt', 'lte', 'gt', 'gte'];

function isFieldFilter(field: Field, value: unknown): boolean {
  switch (field.type) {
    case 'Text':
    case 'Numbered':
      return hasOperators(value, [...EQUALITY, 'contains', 'startsWith'], isText);
    case 'Coded':
      return hasOperators(value, EQUALITY, isText);
    case 'Choice':
      return hasOperators(value, EQUALITY, (state) => field.states.some((each) => each.name === state));
    case 'Boolean':
      return hasOperators(value, ['eq', 'isNull'], isBoolean);
    case 'Integer':
      return hasOperators(value, COMPARISON, Number.isInteger);
    case 'Scaled':
      return hasOperators(value, COMPARISON, isDecimal);
    case 'Date':
      return hasOperators(value, COMPARISON, isDay);
    case 'Moment':
      return hasOperators(value, COMPARISON, isMoment);
    default:
      return false;
  }
}

function hasOperators(value: unknown, operators: readonly string[], isValue: Is): boolean {
  if (!isObject(value)) return false;
  const entries = Object.entries(value);
  return entries.length > 0 && entries.every(([name, given]) => operators.includes(name) && isGiven(name, given, isValue));
}

function isGiven(operator: string, given: unknown, isValue: Is): boolean {
  if (operator === 'isNull') return isBoolean(given);
  return operator === 'in' ? Array.isArray(given) && given.every(isValue) : isValue(given);
}

const isText: Is = (value) => typeof value === 'string';
const isBoolean: Is = (value) => typeof value === 'boolean';
const isDecimal: Is = (value) => Number.isFinite(value) || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));

export const isDay: Is = (value) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

export const isMoment: Is = (value) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(value) && !Number.isNaN(Date.parse(value));
