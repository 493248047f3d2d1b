import { type Action, type Catalogue, hasForm, type Kind } from '../catalogue/catalogue';
import type { Row } from '../documents/documents';
import { textOf, titleOf, valueAt } from '../documents/values';
import { hasWords } from '../words/matching';
import { detailsOf, plain } from './search';
import type { Label } from '../words/words';

/** A record as the finder names it. */
export interface Found {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  /** What is known of it already. */
  readonly row?: Row;
}

/** One thing that can be chosen. */
export type Offer =
  | { readonly is: 'record'; readonly kind: Kind; readonly record: Found }
  | { readonly is: 'verb'; readonly kind: Kind; readonly action: Action; readonly record?: Found }
  | { readonly is: 'kind'; readonly kind: Kind }
  | { readonly is: 'page'; readonly label: Label; readonly to: string };

export interface Group {
  readonly label: Label;
  readonly offers: readonly Offer[];
}

export function keyOf(offer: Offer): string {
  switch (offer.is) {
    case 'record':
      return `record-${offer.record.id}`;
    case 'verb':
      return `verb-${offer.action.name}-${offer.record?.id ?? ''}`;
    case 'kind':
      return `kind-${offer.kind.name}`;
    case 'page':
      return `page-${offer.to}`;
  }
}

/** From how many letters on an English text is held against words, and not against initials alone. */
const LETTERS = 3;

/** Whether a text may be meant for a word, so that what has the word stands before what was found. */
export function isWord(text: string): boolean {
  return /\p{Script=Han}/u.test(text) || text.trim().length >= LETTERS;
}

/** The most that is shown of what the catalogue has. */
const MOST = 8;

/** The verbs that a text may mean: of the record that is open first, then of all others. */
export function verbs(catalogue: Catalogue, text: string, open: { kind: Kind; record: Found } | undefined): Offer[] {
  const meant = catalogue.kinds.flatMap((kind) =>
    kind.actions
      .filter((action) => action.allowed && hasForm(action) && isStarted(action) && isMeant(kind, action, text))
      .map((action) => ({ kind, action })),
  );
  const here = meant.filter(({ kind, action }) => kind === open?.kind && action.subject != null);
  return [
    ...here.map(({ kind, action }) => ({ is: 'verb', kind, action, record: open!.record }) as const),
    ...meant.map(({ kind, action }) => ({ is: 'verb', kind, action }) as const),
  ].slice(0, MOST);
}

/** Verbs that one begins with: corrections are begun where the record is. */
function isStarted({ verb }: Action): boolean {
  return verb === 'CREATE' || verb === 'OTHER';
}

/** `transfer`, `new class`, `新建班级` and `学生 转学`: words of the verb, or of it and of its kind. */
function isMeant(kind: Kind, action: Action, text: string): boolean {
  const both = { en: `${action.label.en} ${kind.label.en}`, zh: `${action.label.zh}${kind.label.zh}` };
  const words = text.trim().split(/\s+/);
  return (
    hasWords(action.label, text) ||
    (both.zh.includes(text.trim()) && !kind.label.zh.includes(text.trim())) ||
    (words.length > 1 && words.every((word) => hasWords(both, word)) && words.some((word) => hasWords(action.label, word)))
  );
}

export function kinds(catalogue: Catalogue, text: string): Offer[] {
  return catalogue.listed
    .filter((kind) => hasWords(kind.label, text) || hasWords(kind.labelPlural, text))
    .map((kind) => ({ is: 'kind', kind }) as const)
    .slice(0, MOST);
}

export function foundOf(catalogue: Catalogue, kind: Kind, row: Row): Found {
  const title = titleOf(catalogue, kind, row);
  const details = detailsOf(kind).map((path) => textOf(valueAt(row, path), catalogue));
  const detail = details.filter((text) => text !== '' && !title.includes(text)).join(' · ');
  return { id: row.id, title, detail, row };
}

/** How near a kind is to whoever seeks: a pupil is a person too, and the pupil is meant. */
function nearness(kind: Kind): number {
  if (!kind.isPersonal) return 0;
  return kind.title[0]?.includes('.') ? 2 : 1;
}

/** What a search found, kind by kind: the nearest first, then those that one opens most, or in which most is done. */
export function records(catalogue: Catalogue, rows: readonly Row[], opened: Readonly<Record<string, number>>): Group[] {
  const byKind = new Map<Kind, Offer[]>();
  for (const row of rows) {
    const kind = catalogue.kindOfId(row.id);
    if (kind === undefined) continue;
    const record = foundOf(catalogue, kind, plain(row));
    byKind.set(kind, [...(byKind.get(kind) ?? []), { is: 'record', kind, record }]);
  }
  const verbsOf = (kind: Kind) => kind.actions.filter(({ allowed }) => allowed).length;
  const sorted = [...byKind].sort(
    ([one], [other]) =>
      nearness(other) - nearness(one) ||
      (opened[other.name] ?? 0) - (opened[one.name] ?? 0) ||
      verbsOf(other) - verbsOf(one),
  );
  return sorted.map(([kind, offers]) => ({ label: kind.labelPlural, offers }));
}
