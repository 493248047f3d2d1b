import type { Action, Argument } from '../../catalogue/catalogue';
import { exists } from '../../fields/date/typed';
import { decimal } from '../../fields/number/typed';
import { say } from '../../words/words';
import { isSame, type Values } from './content';
import { FORM } from './words';

/** What is wrong with the values as far as a form can tell, by argument; the backend tells the rest. */
export function faults(action: Action, before: Values, now: Values): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const argument of action.arguments) {
    const value = now[argument.name] ?? null;
    const isTouched = action.verb !== 'UPDATE' || !isSame(before[argument.name], value);
    const said = isTouched ? fault(argument, value) : undefined;
    if (said !== undefined) found[argument.name] = said;
  }
  return found;
}

function fault(argument: Argument, value: unknown): string | undefined {
  if (value === null) return argument.required ? say(FORM, 'required') : undefined;
  switch (argument.type) {
    case 'Integer':
      return typeof value === 'number' ? outOfRange(argument, value) : say(FORM, 'noWholeNumber');
    case 'Scaled':
      if (decimal(String(value), argument.scale ?? 0) === undefined) {
        return say(FORM, 'noDecimal', { scale: argument.scale ?? 0 });
      }
      return outOfRange(argument, Number(value));
    case 'Date':
      return exists(String(value)) ? undefined : say(FORM, 'noDay');
    case 'Span':
      return spanFault(value as { from: string | null; until: string | null });
    default:
      return tooLong(argument, value);
  }
}

function outOfRange({ least, most }: Argument, value: number): string | undefined {
  if (least != null && most != null) {
    return value < least || value > most ? say(FORM, 'between', { least, most }) : undefined;
  }
  if (least != null && value < least) return say(FORM, 'atLeast', { least });
  return most != null && value > most ? say(FORM, 'atMost', { most }) : undefined;
}

function spanFault({ from, until }: { from: string | null; until: string | null }): string | undefined {
  if ([from, until].some((day) => day !== null && !exists(day))) return say(FORM, 'noDay');
  return from !== null && until !== null && until <= from ? say(FORM, 'endsBefore') : undefined;
}

function tooLong({ size }: Argument, value: unknown): string | undefined {
  const isLong = size != null && typeof value === 'string' && [...value].length > size;
  return isLong ? say(FORM, 'tooLong', { size }) : undefined;
}
