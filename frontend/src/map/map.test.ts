import { describe, expect, it } from 'vitest';
import { MEASURES, shadesOf } from './measures';
import { sheetOf, type Shapes } from './project';

const square: Shapes = {
  features: [
    {
      id: '510104',
      properties: { name: 'A', cp: [104.5, 30.5] },
      geometry: { type: 'Polygon', coordinates: [[[104, 30], [105, 30], [105, 31], [104, 31], [104, 30]]] },
    },
  ],
};

describe('a map', () => {
  it('lies on its sheet with north at the top', () => {
    const sheet = sheetOf(square);
    expect(sheet.areas[0]?.path).toMatch(/^M0\.0 \d+\.\dL800\.0/);
    expect(sheet.place(104, 31)).toEqual([0, 0]);
    expect(sheet.height).toBeCloseTo(800 / Math.cos((30.5 * Math.PI) / 180), 3);
  });

  it('colours by rank, and leaves out what is hidden', () => {
    expect(shadesOf([10, 20, null, 30, 40, 50])).toEqual([0, 1, null, 2, 3, 4]);
    expect(shadesOf([5, 5, 5])).toEqual([0, 0, 0]);
  });

  it('divides by what there is alone', () => {
    const district = { code: '1', name: 'A', schools: 1, pupils: 100, classes: 0, staff: 8 };
    expect(MEASURES.map(({ of }) => of(district))).toEqual([100, null, 12.5, 1]);
  });
});
