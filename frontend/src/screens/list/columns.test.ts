import { describe, expect, it } from 'vitest';
import { columnOffers, columnsOf, siftColumns } from './columns';
import { sample } from './sample';

const { catalogue, pupil } = sample();

describe('Columns', () => {
  it('are those of the kind unless others are chosen', () => {
    expect(siftColumns(catalogue, pupil, undefined)).toEqual({ columns: pupil.columns, dropped: [] });
  });

  it('are what was chosen, once each, as far as it can be read', () => {
    expect(siftColumns(catalogue, pupil, ['age', 'school.opened', 'age', 'secret', 'colour', 'name.first'])).toEqual({
      columns: ['age', 'school.opened'],
      dropped: ['secret', 'colour', 'name.first'],
    });
  });

  it('are those of the kind again where nothing that was chosen is known', () => {
    expect(siftColumns(catalogue, pupil, ['colour'])).toEqual({ columns: pupil.columns, dropped: ['colour'] });
  });

  it('have short words where these are not taken twice', () => {
    const words = (paths: string[]) => columnsOf(catalogue, pupil, paths).map(({ label }) => label.en);
    expect(words(['number', 'school.opened'])).toEqual(['number', 'opened']);
    expect(words(['school.opened', 'school'])).toEqual(['opened', 'school']);
  });

  it('are headed by the relation where they name what it leads to', () => {
    const words = (paths: string[]) => columnsOf(catalogue, pupil, paths).map(({ label }) => label.en);
    expect(words(['name', 'school.name'])).toEqual(['name', 'school']);
    expect(words(['school', 'school.name'])).toEqual(['school', 'school · name']);
  });

  it('know the order that lists have by them', () => {
    const orders = columnsOf(catalogue, pupil, ['number', 'name', 'school.name', 'school']).map(({ order }) => order);
    expect(orders).toEqual([undefined, 'NAME', 'SCHOOL_NAME', 'SCHOOL_NAME']);
  });

  it('are offered one relation further', () => {
    const paths = columnOffers(catalogue, pupil).map(({ path }) => path);
    expect(paths).toContain('school.opened');
    expect(paths).not.toContain('secret');
  });
});
