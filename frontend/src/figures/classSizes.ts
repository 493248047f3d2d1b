import type { Label } from '../words/words';

/**
 * How large classes may be: a bureau's own setting until the standards are served by the API. Source: usual ceilings of
 * the ministry's work on large classes (消除大班额), 56 and more 大班额, 66 and more 超大班额; not read where it is published.
 */
export const LARGE = 56;
export const VERY_LARGE = 66;

/** How many pupils a class of a stage is planned for, by the code of the stage. */
const PLANNED: Readonly<Record<string, number>> = { K: 35, P: 45, J: 50, S: 50, V: 50 };

export function plannedSize(grade: string): number | undefined {
  return PLANNED[grade.slice(0, 1)];
}

export interface Band {
  readonly name: string;
  readonly label: Label;
  readonly from: number;
  /** The largest size that belongs to it. */
  readonly to: number;
}

/** Sizes of classes as the bureau speaks of them. */
export const BANDS: readonly Band[] = [
  { name: '1-30', label: { en: 'up to 30', zh: '30 人及以下' }, from: 0, to: 30 },
  { name: '31-45', label: { en: '31 to 45', zh: '31–45 人' }, from: 31, to: 45 },
  { name: '46-50', label: { en: '46 to 50', zh: '46–50 人' }, from: 46, to: 50 },
  { name: '51-55', label: { en: '51 to 55', zh: '51–55 人' }, from: 51, to: LARGE - 1 },
  { name: '56-65', label: { en: '56 to 65 (large)', zh: '56–65 人（大班额）' }, from: LARGE, to: VERY_LARGE - 1 },
  { name: '66-', label: { en: '66 and more (very large)', zh: '66 人及以上（超大班额）' }, from: VERY_LARGE, to: Infinity },
];

export interface SizedClass {
  readonly id: string;
  readonly name: string | null | undefined;
  readonly grade: { readonly code: string; readonly label?: string | null };
  readonly school: { readonly id: string; readonly name: string } | null | undefined;
  readonly size: number;
}

/** How many classes of each band there are, all of them and those of each stage. */
export function inBands(classes: readonly SizedClass[]): readonly { readonly band: Band; readonly classes: readonly SizedClass[] }[] {
  return BANDS.map((band) => ({ band, classes: classes.filter(({ size }) => band.from <= size && size <= band.to) }));
}

/** Those of a size and above, the largest first. */
export function fromSize(classes: readonly SizedClass[], least: number): readonly SizedClass[] {
  return classes.filter(({ size }) => size >= least).toSorted((one, other) => other.size - one.size);
}

/** Those that hold more than their stage is planned for. */
export function overPlan(classes: readonly SizedClass[]): readonly SizedClass[] {
  return classes.filter(({ grade, size }) => size > (plannedSize(grade.code) ?? Infinity));
}
