import type { Held } from '../catalogue/catalogue';
import { day } from '../fields/date/typed';
import { asTyped, moment } from '../fields/moment/typed';
import { decimal, wholeNumber } from '../fields/number/typed';
import type { Language } from '../words/language';

/** A code, or a state, with its words. */
export interface Named {
  readonly code: string;
  readonly en: string;
  readonly zh: string;
}

/** What must be known to read texts as values, and to write values as texts. */
export interface Known {
  readonly language: Language;
  /** The codes of a table; undefined until they are there. */
  codes(table: string): readonly Named[] | undefined;
  /** The record that a text means: its id, nothing, or not known yet. */
  record(kind: string, text: string): string | 'none' | 'several' | undefined;
  /** What a record is called. */
  title(value: unknown): string;
}

export type Wrong = 'required' | 'noCode' | 'noNumber' | 'range' | 'noDay' | 'noMoment' | 'noPeriod' | 'noAnswer' | 'long' | 'none' | 'several';

/** What a text was read as: a value as the API takes it, a fault, or something that is being looked up. */
export type Reading =
  | { readonly is: 'value'; readonly value: unknown }
  | { readonly is: 'wrong'; readonly wrong: Wrong }
  | { readonly is: 'waiting' };

const YES = new Set(['true', 'yes', 'y', '1', '是', '对', '有', '√', '✓']);
const NO = new Set(['false', 'no', 'n', '0', '否', '不', '无', '×']);
const BETWEEN = /\s*(?:–|—|~|～|至|\.\.)\s*/;
const AN_ID = /^[A-Z][A-Za-z]*:[1-9]\d*$/;

/** Read a text as a value of a field; nothing at all is null. */
export function read(held: Held, text: string, known: Known): Reading {
  const given = held.isMultiline ? text.trim() : text.trim().replace(/\s+/g, ' ');
  if (given === '') return held.required ? wrong('required') : value(null);
  switch (held.type) {
    case 'Coded':
      return named(known.codes(held.codeTable ?? ''), given);
    case 'Choice':
      return named(held.states.map(({ name, label }) => ({ code: name, ...label })), given);
    case 'Boolean':
      return answer(given.toLowerCase());
    case 'Integer':
      return number(wholeNumber(given), held);
    case 'Scaled':
      return number(decimal(given, held.scale ?? 0), held);
    case 'Date':
      return or('noDay', day(given));
    case 'Moment':
      return or('noMoment', moment(given) ?? undefined);
    case 'Span':
      return period(given);
    case 'One':
      return record(held.target ?? '', given, known);
    default:
      return held.size != null && [...given].length > held.size ? wrong('long') : value(given);
  }
}

function value(is: unknown): Reading {
  return { is: 'value', value: is };
}

function wrong(is: Wrong): Reading {
  return { is: 'wrong', wrong: is };
}

function or(fault: Wrong, found: unknown): Reading {
  return found === undefined ? wrong(fault) : value(found);
}

/** A code by itself or by its words, of either language. */
function named(all: readonly Named[] | undefined, text: string): Reading {
  if (all === undefined) return { is: 'waiting' };
  const sought = text.toLowerCase();
  const found =
    all.find(({ code }) => code.toLowerCase() === sought) ??
    all.find(({ en, zh }) => en.toLowerCase() === sought || zh === text);
  return or('noCode', found?.code);
}

function answer(text: string): Reading {
  if (YES.has(text)) return value(true);
  return NO.has(text) ? value(false) : wrong('noAnswer');
}

function number(found: number | string | undefined, { least, most }: Held): Reading {
  if (found === undefined) return wrong('noNumber');
  const isWithin = Number(found) >= (least ?? Number.NEGATIVE_INFINITY) && Number(found) <= (most ?? Number.POSITIVE_INFINITY);
  return isWithin ? value(found) : wrong('range');
}

/** Two days, of which the second may be open. */
function period(text: string): Reading {
  const [first = '', last = ''] = text.split(BETWEEN);
  const from = day(first);
  const until = last === '' ? null : day(last);
  return from === undefined || until === undefined ? wrong('noPeriod') : value({ from, until });
}

function record(kind: string, text: string, known: Known): Reading {
  if (AN_ID.test(text)) return value(text);
  const found = known.record(kind, text);
  if (found === undefined) return { is: 'waiting' };
  return found === 'none' || found === 'several' ? wrong(found) : value(found);
}

/** The text of a value that was read from the API, as one may write it again. */
export function written(held: Held, given: unknown, known: Known): string {
  if (given == null) return '';
  const part = given as Readonly<Record<string, unknown>>;
  switch (held.type) {
    case 'Coded':
      return String(part['label'] ?? part['code'] ?? '');
    case 'Choice': {
      const state = held.states.find(({ name }) => name === given);
      return state === undefined ? String(given) : state.label[known.language];
    }
    case 'Boolean':
      return known.language === 'zh' ? (given === true ? '是' : '否') : given === true ? 'yes' : 'no';
    case 'Moment':
      return asTyped(given);
    case 'Span':
      return part['from'] == null ? '' : `${String(part['from'])} – ${String(part['until'] ?? '')}`.trim();
    case 'Sealed':
      return String(part['mask'] ?? '');
    case 'One':
      return known.title(given);
    default:
      return String(given);
  }
}

/** The words that may be chosen for a field while one writes; undefined where there are none to choose from. */
export function choicesOf(held: Held, known: Known): readonly string[] | undefined {
  switch (held.type) {
    case 'Coded':
      return known.codes(held.codeTable ?? '')?.map((each) => each[known.language]);
    case 'Choice':
      return held.states.map(({ label }) => label[known.language]);
    case 'Boolean':
      return known.language === 'zh' ? ['是', '否'] : ['yes', 'no'];
    default:
      return undefined;
  }
}

const READ = new Set(['Text', 'Numbered', 'Coded', 'Choice', 'Boolean', 'Integer', 'Scaled', 'Date', 'Moment', 'Span', 'Sealed', 'One']);

/** Whether values of it can be written into a cell. */
export function isWritable(held: Pick<Held, 'type' | 'isList'>): boolean {
  return READ.has(held.type) && !held.isList;
}
