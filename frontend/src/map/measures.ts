import type { Label } from '../words/words';

/** What is known of a district; null where it is hidden or not known. */
export interface District {
  readonly code: string;
  readonly name: string;
  readonly schools: number;
  readonly pupils: number | null;
  readonly classes: number | null;
  readonly staff: number | null;
}

export interface Measure {
  readonly name: string;
  readonly label: Label;
  readonly of: (district: District) => number | null;
}

/** Of one district, so many to one; to a tenth. */
function each(many: number | null, one: number | null): number | null {
  return many === null || one === null || one === 0 ? null : Math.round((many / one) * 10) / 10;
}

/** By what a map is coloured. */
export const MEASURES: readonly Measure[] = [
  { name: 'pupils', label: { en: 'Pupils', zh: '学生数' }, of: ({ pupils }) => pupils },
  { name: 'per-class', label: { en: 'Pupils per class', zh: '平均班额' }, of: ({ pupils, classes }) => each(pupils, classes) },
  { name: 'per-teacher', label: { en: 'Pupils per member of staff', zh: '生师比' }, of: ({ pupils, staff }) => each(pupils, staff) },
  { name: 'schools', label: { en: 'Schools', zh: '学校数' }, of: ({ schools }) => schools },
];

/** How many colours there are. */
export const SHADES = 5;

/** Which shade each value has: as many districts in each, as far as equal values allow. */
export function shadesOf(values: readonly (number | null)[]): readonly (number | null)[] {
  const known = values.filter((value) => value !== null).toSorted((one, other) => one - other);
  return values.map((value) => {
    if (value === null) return null;
    const below = known.findIndex((each_) => each_ >= value);
    return Math.min(Math.floor((below / known.length) * SHADES), SHADES - 1);
  });
}
