import type { Action } from '../../catalogue/catalogue';
import type { Row } from '../../documents/documents';
import { valueAt } from '../../documents/values';
import { fieldType } from '../../fields/types';

/** What a form holds, by the names of arguments, as the API takes it. */
export type Values = Readonly<Record<string, unknown>>;

/** What a form begins with: what the record has now, and what whoever opened it knows already. */
export function begun(action: Action, record: Row | null, initial: Values = {}): Values {
  return Object.fromEntries(
    action.arguments.map(({ name, type, path }) => {
      const held = record === null || path == null ? null : (valueAt(record, path) ?? null);
      const given = fieldType(type).given;
      return [name, initial[name] ?? (given === undefined ? held : given(held)) ?? null];
    }),
  );
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** The names of what is other than before. */
export function changed(action: Action, before: Values, now: Values): readonly string[] {
  return action.arguments.map(({ name }) => name).filter((name) => !isSame(before[name], now[name]));
}

/** What is sent: of a change only what is other than before, null where it is cleared; else all that was filled in. */
export function sent(action: Action, before: Values, now: Values): Values {
  const names =
    action.verb === 'UPDATE'
      ? changed(action, before, now)
      : action.arguments.map(({ name }) => name).filter((name) => now[name] != null);
  return Object.fromEntries(names.map((name) => [name, now[name] ?? null]));
}

/** The input of a verb on a record, or of one that makes a record. */
export function inputOf(action: Action, record: Pick<Row, 'id' | 'version'> | null, content: Values): Record<string, unknown> {
  return {
    ...content,
    ...(action.subject != null && record !== null ? { [action.subject]: record.id } : {}),
    ...(action.hasExpectedVersion && record?.version !== undefined ? { expectedVersion: record.version } : {}),
  };
}

/** What a draft keeps: nothing that is sealed, since it is kept in the clear. */
export function keepable(action: Action, before: Values, now: Values): Values {
  const sealed = new Set(action.arguments.filter((argument) => argument.sealed).map(({ name }) => name));
  const names = changed(action, before, now).filter((name) => !sealed.has(name));
  return Object.fromEntries(names.map((name) => [name, now[name] ?? null]));
}
