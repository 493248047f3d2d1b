import { describe, expect, it } from 'vitest';
import { totals } from '../charts/figureTable';
import { publishedTable } from '../charts/published';
import { AGES, bornFor } from './ages';
import { begun, entryTable } from './entry';
import { fromSize, inBands, overPlan } from './classSizes';
import { districtTable, gradeTable, sizeTable, stageTable } from './tables';

const said = { name: 'n', heading: 'h' };
const stages = [
  { code: 'P', label: 'Primary' },
  { code: 'J', label: 'Junior' },
  { code: 'S', label: 'Senior' },
];
const grade = (code: string) => ({ code, label: `grade ${code}` });
const sized = (code: string, size: number) => ({ id: `${code}${size}`, name: 'a', grade: grade(code), school: null, size });

describe('pupils', () => {
  const groups = [
    { count: 5, key: { grade: grade('J1'), personSex: { code: '1', label: 'boys' } } },
    { count: 7, key: { grade: grade('P2'), personSex: { code: '2', label: 'girls' } } },
    { count: 6, key: { grade: grade('P1'), personSex: { code: '1', label: 'boys' } } },
  ];

  it('stand by grade as children go through them, and lead to the very list', () => {
    const table = gradeTable(groups, { ...said, unknown: '?' });
    expect(table.rows.map(({ key }) => key)).toEqual(['P1', 'P2', 'J1']);
    expect(totals(table)).toEqual([11, 7]);
    expect(table.rows[1]?.links?.[1]).toEqual({
      kind: 'Student',
      filter: { status: { eq: 'ENROLLED' }, grade: { eq: 'P2' }, person: { sex: { eq: '2' } } },
    });
  });

  it('of a stage are those of its grades', () => {
    const table = stageTable(groups, stages, { ...said, column: 'pupils' });
    expect(table.rows.map(({ label, values }) => [label, values[0]])).toEqual([['Primary', 13], ['Junior', 5]]);
    expect(table.rows[0]?.links?.[0]?.filter).toMatchObject({ grade: { in: ['P2', 'P1'] } });
  });

  it('of districts are told for the stages that there are', () => {
    const table = districtTable([{ code: '510104', name: 'A', grades: [{ grade: 'P1', count: 3 }, { grade: 'P2', count: 4 }] }], stages, said);
    expect(table.columns).toEqual(['Primary']);
    expect(table.rows[0]?.values).toEqual([7]);
  });
});

describe('classes', () => {
  const classes = [sized('P1', 45), sized('P2', 46), sized('J1', 50), sized('J1', 55), sized('S1', 56), sized('S2', 66)];

  it('belong to one band each', () => {
    expect(inBands(classes).map(({ classes: own }) => own.length)).toEqual([0, 1, 2, 1, 1, 1]);
    expect(totals(sizeTable(classes, stages, said, ({ en }) => en))).toEqual([2, 2, 2]);
  });

  it('are large from 56 pupils on, and over their plan before', () => {
    expect(fromSize(classes, 56).map(({ size }) => size)).toEqual([66, 56]);
    expect(overPlan(classes).map(({ size }) => size)).toEqual([46, 55, 56, 66]);
  });
});

describe('ages', () => {
  it('meet without a gap', () => {
    const [young, rising] = AGES.map((band) => bornFor(band, '2026-11-29').person.birthDate);
    expect(young).toEqual({ gt: '1996-11-29' });
    expect(rising).toEqual({ lte: '1996-11-29', gt: '1986-11-29' });
  });
});

describe('published figures', () => {
  it('stay hidden where they are', () => {
    const figures = [
      { part: 'TOTAL', englishLabel: 'Total', chineseLabel: '合计', value: 9 },
      { part: 'P2', englishLabel: 'Primary 2', chineseLabel: '二年级', value: null },
      { part: 'P1', englishLabel: 'Primary 1', chineseLabel: '一年级', value: 6 },
    ];
    const table = publishedTable(figures, { ...said, column: 'pupils' }, ({ zh }) => zh);
    expect(table.rows.map(({ label, values }) => [label, values[0]])).toEqual([['一年级', 6], ['二年级', null]]);
    expect(totals(table)).toEqual([null]);
  });
});

describe('rates of entry', () => {
  const rate = { division: 'Division:1', name: 'East', isCity: false, stage: 'PRIMARY' as const };

  it('are numbers, and null where none is told', () => {
    const table = entryTable([{ ...rate, gross: '101.25', net: null }], { ...said, columns: ['gross', 'net'] }, ({ name }) => name ?? '');
    expect(table.rows.map(({ label, values }) => [label, values])).toEqual([['East', [101.25, null]]]);
  });

  it('are of years that have begun', () => {
    const years = [{ period: { from: '2027-09-01' } }, { period: { from: '2026-09-01' } }, { period: { from: null } }];
    expect(begun(years, '2026-11-30')).toEqual([{ period: { from: '2026-09-01' } }]);
  });
});
