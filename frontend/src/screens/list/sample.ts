import { Catalogue, type Field, type Kind } from '../../catalogue/catalogue';

/** A small catalogue to try the list with: pupils, their schools, and what the pupils borrowed. */
export function sample(): { catalogue: Catalogue; pupil: Kind } {
  const school = kind('School', {
    plural: 'schools',
    title: ['name'],
    columns: ['name', 'opened'],
    filters: ['name', 'opened'],
    fields: [field('name', 'Text'), field('opened', 'Date')],
  });
  const loan = kind('Loan', { filters: ['day'], fields: [field('day', 'Date')] });
  const pupil = kind('Pupil', {
    plural: 'pupils',
    title: ['name'],
    columns: ['number', 'name', 'school.name'],
    isSearched: true,
    hasHistory: true,
    orders: [
      { name: 'NAME', path: 'name' },
      { name: 'SCHOOL_NAME', path: 'school.name' },
    ],
    filters: ['number', 'status', 'born', 'height', 'age', 'boards', 'sex', 'seen', 'school'],
    lists: [{ name: 'loans', label: label('Loans'), target: 'Loan', summary: null }],
    fields: [
      field('number', 'Numbered'),
      field('name', 'Text'),
      field('status', 'Choice', { states: [{ name: 'HERE', label: label('Here') }] }),
      field('born', 'Date'),
      field('height', 'Scaled', { scale: 1 }),
      field('age', 'Integer'),
      field('boards', 'Boolean'),
      field('sex', 'Coded'),
      field('seen', 'Moment'),
      field('school', 'One', { target: 'School' }),
      field('secret', 'Text', { canRead: false }),
    ],
  });
  const catalogue = new Catalogue({ version: '1', areas: [], roles: [], kinds: [school, loan, pupil] } as never);
  return { catalogue, pupil };
}

function label(en: string) {
  return { en, zh: `中${en}` };
}

function field(name: string, type: string, more: object = {}): Field {
  return { name, type, label: label(name), states: [], required: false, canRead: true, isMoney: false, ...more } as unknown as Field;
}

function kind(name: string, more: object): Kind {
  const nothing = { title: [], columns: [], orders: [], filters: [], lists: [], fields: [], actions: [], variants: [] };
  return { name, label: label(name), ...nothing, ...more } as unknown as Kind;
}
