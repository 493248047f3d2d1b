import type { Catalogue, Field, Kind, Place } from '../../catalogue/catalogue';
import { heading } from '../../catalogue/heading';
import { fieldType } from '../../fields/types';
import type { Label } from '../../words/words';
import { joined } from './labels';

/** A column of the list: what it shows, under which words, how wide. */
export interface Column {
  readonly path: string;
  readonly field: Field;
  /** Short where it is the only one of these words. */
  readonly label: Label;
  readonly fullLabel: Label;
  readonly isNumeric: boolean;
  /** In pixels, at least. */
  readonly width: number;
  /** The order that lists can have by it, such as `PERSON_NAME`. */
  readonly order: string | undefined;
}

export interface ColumnOffer {
  readonly path: string;
  readonly label: Label;
  readonly group?: Label;
}

/** The paths that lead to a field that one may read; all others are told apart. */
export function siftColumns(
  catalogue: Catalogue,
  kind: Kind,
  chosen: readonly string[] | undefined,
): { readonly columns: readonly string[]; readonly dropped: readonly string[] } {
  const asked = [...new Set(chosen ?? kind.columns)];
  const columns = asked.filter((path) => isReadable(catalogue, kind, path));
  const dropped = chosen === undefined ? [] : asked.filter((path) => !columns.includes(path));
  return columns.length > 0 || chosen === undefined
    ? { columns, dropped }
    : { columns: siftColumns(catalogue, kind, undefined).columns, dropped };
}

function isReadable(catalogue: Catalogue, kind: Kind, path: string): boolean {
  const place = catalogue.at(kind, path);
  const first = kind.fields.find((field) => field.name === path.split('.')[0]);
  const isWhole = path.split('.').length <= 2 && (!path.includes('.') || first?.type === 'One');
  return place !== undefined && isWhole && place.field.canRead && first?.canRead === true;
}

/** The columns at these paths, ready to be drawn. */
export function columnsOf(catalogue: Catalogue, kind: Kind, paths: readonly string[]): readonly Column[] {
  const places = paths.flatMap((path) => catalogue.at(kind, path) ?? []);
  const headings = places.map((place) => heading(catalogue, kind, place.path));
  const isAlone = (label: Label) => headings.filter(({ en, zh }) => en === label.en || zh === label.zh).length === 1;
  return places.map((place, index) => {
    const { path, field } = place;
    const fullLabel = wholeLabel(kind, place);
    const short = headings[index] ?? fullLabel;
    const label = isAlone(short) ? short : fullLabel;
    return {
      path,
      field,
      label,
      fullLabel,
      isNumeric: fieldType(field.type).isNumeric === true,
      width: Math.max(widthOf(field), widthOfWords(label)),
      order: orderBy(catalogue, kind, path, field),
    };
  });
}

function wholeLabel(kind: Kind, { path, field }: Place): Label {
  const whose = relation(kind, path);
  return whose === undefined ? field.label : joined(whose.label, field.label);
}

function relation(kind: Kind, path: string): Field | undefined {
  return kind.fields.find((each) => path.startsWith(`${each.name}.`));
}

/** By the path itself; a related record is ordered by what it is called. */
function orderBy(catalogue: Catalogue, kind: Kind, path: string, field: Field): string | undefined {
  const target = field.type === 'One' && field.target != null ? catalogue.kind(field.target) : undefined;
  const paths = [path, ...(target?.title.slice(0, 1).map((title) => `${path}.${title}`) ?? [])];
  return kind.orders.find((order) => paths.includes(order.path))?.name;
}

/** All that may be chosen: fields of the kind, and those of the records that they lead to. */
export function columnOffers(catalogue: Catalogue, kind: Kind): readonly ColumnOffer[] {
  const own = kind.fields.filter((field) => field.canRead);
  const further = own.flatMap((field) => {
    const target = field.type === 'One' && field.target != null ? catalogue.kind(field.target) : undefined;
    return (target?.fields.filter((inner) => inner.canRead) ?? []).map((inner) => ({
      path: `${field.name}.${inner.name}`,
      label: inner.label,
      group: field.label,
    }));
  });
  return [...own.map((field) => ({ path: field.name, label: field.label })), ...further];
}

const WIDTHS: Readonly<Record<string, number>> = {
  Numbered: 130,
  Coded: 116,
  Choice: 116,
  Choices: 180,
  Integer: 96,
  Scaled: 110,
  Boolean: 72,
  Date: 112,
  Moment: 168,
  Span: 208,
  Sealed: 184,
  One: 190,
};

const LONG_TEXT = 200;

function widthOf(field: Field): number {
  if (field.isMoney) return 136;
  return WIDTHS[field.type] ?? Math.min(LONG_TEXT, Math.max(96, 64 + (field.size ?? LONG_TEXT) * 1.15));
}

/** Room for the words of the header, in whichever language is wider, and for the mark of the order. */
function widthOfWords(label: Label): number {
  return Math.min(220, Math.max(label.en.length * 7.2, label.zh.length * 14) + 40);
}
