import { expect, test } from 'vitest';
import { addressOf, storedQueries } from './openapi';

const get = {
  description: 'The schools.\n\n学校。',
  'x-document-id': 'sha256:1',
  parameters: [
    { name: 'county', required: true, description: 'Which', schema: { type: 'string' } },
    { name: 'types', schema: { type: 'array', items: { type: 'string' } } },
  ],
};
const [query] = storedQueries({ paths: { '/q/schools.json': { get }, '/q/schools.csv': { get }, '/q/x.json': {} } });

test('A query stands once, with its formats and parameters', () => {
  expect(query).toMatchObject({ name: 'schools', formats: ['json', 'csv'], description: { en: 'The schools.', zh: '学校。' } });
  expect(query?.parameters.map(({ type, isRequired }) => [type, isRequired])).toEqual([
    ['string', true],
    ['string[]', false],
  ]);
});

test('Its address shows what must be filled in', () => {
  expect(addressOf(query!, 'csv')).toBe('/q/schools.csv?county=…');
});
