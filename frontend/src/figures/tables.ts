import type { FigureTable } from '../charts/figureTable';
import { gradesInOrder } from '../charts/grades';
import { type SizedClass, inBands } from './classSizes';
import type { Label } from '../words/words';

interface Coded {
  readonly code: string;
  readonly label?: string | null;
}

interface Named {
  readonly code: string;
  readonly label: string;
}

interface Said {
  readonly name: string;
  readonly heading: string;
}

const ENROLLED = { status: { eq: 'ENROLLED' } };

/** The stage of a grade is what its code begins with. */
export function stageOf(grade: string): string {
  return grade.slice(0, 1);
}

/** Pupils by grade and sex, of all or of those `among` whom the filter finds. */
export function gradeTable(
  groups: readonly { readonly count: number; readonly key: { readonly grade?: Coded | null; readonly personSex?: Coded | null } }[],
  said: Said & { readonly unknown: string },
  among: Record<string, unknown> = {},
): FigureTable {
  const sexes = [...new Map(groups.map(({ key }) => [key.personSex?.code ?? '', key.personSex?.label ?? said.unknown]))].toSorted();
  const grades = [...new Map(groups.map(({ key }) => [key.grade?.code ?? '', key.grade?.label ?? said.unknown]))];
  const count = (grade: string, sex: string) =>
    groups.find(({ key }) => (key.grade?.code ?? '') === grade && (key.personSex?.code ?? '') === sex)?.count ?? 0;
  return {
    name: said.name,
    heading: said.heading,
    columns: sexes.map(([, label]) => label),
    rows: gradesInOrder(grades, ([code]) => code).map(([grade, label]) => ({
      key: grade,
      label,
      values: sexes.map(([sex]) => count(grade, sex)),
      links: sexes.map(([sex]) => ({
        kind: 'Student',
        filter: { ...among, ...ENROLLED, grade: { eq: grade }, person: { sex: sex === '' ? { isNull: true } : { eq: sex } } },
      })),
    })),
  };
}

/** Pupils by stage: those of its grades together. */
export function stageTable(
  groups: readonly { readonly count: number; readonly key: { readonly grade?: Coded | null } }[],
  stages: readonly Named[],
  said: Said & { readonly column: string },
): FigureTable {
  return {
    ...said,
    columns: [said.column],
    rows: stages.flatMap(({ code, label }) => {
      const own = groups.filter(({ key }) => stageOf(key.grade?.code ?? '') === code);
      if (own.length === 0) return [];
      const grades = [...new Set(own.map(({ key }) => key.grade?.code ?? ''))];
      const value = own.reduce((sum, { count }) => sum + count, 0);
      return [{ key: code, label, values: [value], links: [{ kind: 'Student', filter: { ...ENROLLED, grade: { in: grades } } }] }];
    }),
  };
}

export interface DistrictGrades {
  readonly code: string;
  readonly name: string;
  readonly grades: readonly { readonly grade: string; readonly count: number }[];
}

/** Pupils of each district by stage. */
export function districtTable(districts: readonly DistrictGrades[], stages: readonly Named[], said: Said): FigureTable {
  const held = stages.filter(({ code }) => districts.some(({ grades }) => grades.some(({ grade }) => stageOf(grade) === code)));
  return {
    ...said,
    columns: held.map(({ label }) => label),
    rows: districts.map((district) => {
      const of = (stage: string) => district.grades.filter(({ grade }) => stageOf(grade) === stage);
      return {
        key: district.code,
        label: district.name,
        way: { to: '/map', search: { district: district.code } },
        values: held.map(({ code }) => of(code).reduce((sum, { count }) => sum + count, 0)),
        links: held.map(({ code }) => ({
          kind: 'Student',
          filter: { ...ENROLLED, grade: { in: of(code).map(({ grade }) => grade) }, school: { division: { code: { eq: district.code } } } },
        })),
      };
    }),
  };
}

/** Classes by size and stage. */
export function sizeTable(classes: readonly SizedClass[], stages: readonly Named[], said: Said, label: (words: Label) => string): FigureTable {
  const held = stages.filter(({ code }) => classes.some(({ grade }) => stageOf(grade.code) === code));
  return {
    ...said,
    columns: held.map((stage) => stage.label),
    rows: inBands(classes).map(({ band, classes: own }) => ({
      key: band.name,
      label: label(band.label),
      way: { to: '/figures', search: { view: 'classes', band: band.name } },
      values: held.map(({ code }) => own.filter(({ grade }) => stageOf(grade.code) === code).length),
    })),
  };
}

/** Counts by a code, with the list behind each. */
export function codedTable(
  groups: readonly { readonly count: number; readonly key: Coded | null | undefined }[],
  said: Said & { readonly column: string; readonly none: string },
  kind: string,
  filter: (code: Record<string, unknown>) => Record<string, unknown>,
): FigureTable {
  return {
    name: said.name,
    heading: said.heading,
    columns: [said.column],
    rows: groups.map(({ key, count }) => ({
      key: key?.code ?? '',
      label: key === null || key === undefined ? said.none : (key.label ?? key.code),
      values: [count],
      links: [{ kind, filter: filter(key == null ? { isNull: true } : { eq: key.code }) }],
    })),
  };
}
