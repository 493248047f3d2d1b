import { Fragment, type ReactNode } from 'react';
import type { Field, Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { fieldType } from '../../fields/types';
import { useLabel, useWords } from '../../words/words';
import { conditionLabel, conditionsOf } from './conditions';
import { isObject } from './search';
import { LIST } from './words';

interface Props {
  readonly kind: Kind;
  readonly path: string;
  readonly value: unknown;
}

/** A condition in words: what it is on, and what must hold there. */
export function ConditionText({ kind, path, value }: Props) {
  const label = useLabel();
  const catalogue = useCatalogue();
  const words = conditionLabel(catalogue, kind, path);
  const place = catalogue.at(kind, path);
  const list = kind.lists.find((each) => each.name === path);
  if (words === undefined) return <ComposedText kind={kind} name={path} value={value} />;
  return (
    <>
      {label(words)}{' '}
      {list !== undefined ? (
        <ListText target={catalogue.kind(list.target)} value={value} />
      ) : (
        place !== undefined && <ValueText field={place.field} value={value} />
      )}
    </>
  );
}

/** All conditions of a filter, one after the other. */
function FilterText({ kind, filter }: { readonly kind: Kind; readonly filter: unknown }) {
  const t = useWords(LIST);
  const catalogue = useCatalogue();
  const conditions = isObject(filter) ? conditionsOf(catalogue, kind, filter) : [];
  return <Joined by={t('allOf')} parts={conditions.map((each) => <ConditionText kind={kind} {...each} />)} />;
}

function ComposedText({ kind, name, value }: { readonly kind: Kind; readonly name: string; readonly value: unknown }) {
  const t = useWords(LIST);
  const parts = (Array.isArray(value) ? value : [value]).map((filter) => <FilterText kind={kind} filter={filter} />);
  if (name === 'or') return <Joined by={t('anyOf')} parts={parts} />;
  if (name === 'and') return <Joined by={t('allOf')} parts={parts} />;
  if (name === 'not') return <Around text={t('not', { what: HOLE })} inner={parts[0]} />;
  return t('composed');
}

function ListText({ target, value }: { readonly target: Kind | undefined; readonly value: unknown }) {
  const t = useWords(LIST);
  const parts = Object.entries(isObject(value) ? value : {}).map(([name, inner]) => {
    const isAny = !isObject(inner) || Object.keys(inner).length === 0 || target === undefined;
    if (isAny) return t(name === 'some' ? 'hasAny' : 'hasNone');
    return <Around text={t(name === 'some' ? 'someWith' : 'noneWith', { what: HOLE })} inner={<FilterText kind={target} filter={inner} />} />;
  });
  return <Joined by={t('allOf')} parts={parts} />;
}

const SAID = {
  eq: 'is',
  in: 'is',
  ne: 'isNot',
  contains: 'contains',
  startsWith: 'startsWith',
  gte: 'from',
  lte: 'until',
  gt: 'more',
  lt: 'less',
} as const;

function ValueText({ field, value }: { readonly field: Field; readonly value: unknown }) {
  const t = useWords(LIST);
  const given = isObject(value) ? value : {};
  const operators = isObject(given['id']) ? { ...given['id'], ...given } : given;
  const { gte, lte, ...others } = operators;
  if (gte !== undefined && lte !== undefined && Object.keys(others).length === 0) {
    return <Joined by=" – " parts={[gte, lte].map((each) => <Sought field={field} value={each} />)} />;
  }
  const parts = Object.entries(operators).flatMap(([operator, sought]): ReactNode[] => {
    if (operator === 'isNull') return [t(sought === true ? 'empty' : 'filled')];
    const word = SAID[operator as keyof typeof SAID];
    if (word === undefined) return operator === 'id' ? [] : [t('composed')];
    return [<Around text={t(word, { value: HOLE })} inner={<Sought field={field} value={sought} />} />];
  });
  return <Joined by={t('allOf')} parts={parts} />;
}

function Sought({ field, value }: { readonly field: Field; readonly value: unknown }) {
  const t = useWords(LIST);
  const { Sought: One, View } = fieldType(field.type);
  const Shown = One ?? View;
  const values = Array.isArray(value) ? value : [value];
  return <Joined by={t('anyOf')} parts={values.map((each) => <Shown field={field} value={each} />)} />;
}

/** Stands in a text for what is no text. */
const HOLE = '\u0000';

function Around({ text, inner }: { readonly text: string; readonly inner: ReactNode }) {
  const [before, after] = text.split(HOLE);
  return (
    <>
      {before}
      {inner}
      {after}
    </>
  );
}

function Joined({ by, parts }: { readonly by: string; readonly parts: readonly ReactNode[] }) {
  return parts.map((part, index) => (
    // oxlint-disable-next-line no-array-index-key -- the parts have no other names
    <Fragment key={index}>
      {index > 0 && by}
      {part}
    </Fragment>
  ));
}
