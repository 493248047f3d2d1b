import { describe, expect, it } from 'vitest';
import { Catalogue } from '../../catalogue/catalogue';
import { called, camel, mappingText, snake, targets } from './targets';

const word = (text: string) => ({ en: text, zh: `${text}（中）` });
const field = (name: string, more: object = {}) => ({ name, label: word(name), type: 'Text', byVerbs: false, target: null, ...more });
const update = (...names: string[]) => [{ name: 'x', verb: 'UPDATE', arguments: names.map((name) => ({ name })) }];
const CATALOGUE = new Catalogue({
  version: '1',
  areas: [],
  roles: [],
  kinds: [
    {
      name: 'Thing',
      fields: [field('ownName'), field('made'), field('keeper', { type: 'One', target: 'Keeper' }), field('valid', { type: 'Span' })],
      lists: [{ name: 'helpers', label: word('helpers'), target: 'Keeper' }],
      actions: update('ownName', 'keeper', 'valid'),
    },
    { name: 'Keeper', fields: [field('number', { type: 'Numbered' }), field('name'), field('code')], lists: [], actions: update('name') },
  ],
} as never);
const KIND = CATALOGUE.kind('Thing')!;

describe('what columns may fill', () => {
  it('is what is given to records, and the fields of those that come with them once one is named', () => {
    const paths = (mapped: string[]) => targets(CATALOGUE, KIND, mapped, []).map(({ path }) => path);
    expect(paths([])).toEqual(['own_name', 'keeper', 'valid.from', 'valid.until']);
    expect(paths(['keeper.name', 'helpers.2.name'])).toEqual([
      'own_name',
      'keeper.number',
      'keeper.name',
      'valid.from',
      'valid.until',
      'helpers.2.name',
    ]);
  });

  it('is called by the words on its way', () => {
    expect(called(CATALOGUE, KIND, 'helpers.2.name').en).toBe('helpers · 2 · name');
    expect(called(CATALOGUE, KIND, 'valid.from').zh).toBe('valid（中） · 起');
  });
});

it('writes names as the import has them, and back', () => {
  expect(snake('documentNumber')).toBe('document_number');
  expect(camel('document_number')).toBe('documentNumber');
});

it('tells which field has no column any more', () => {
  expect(JSON.parse(mappingText({ a: '甲', b: '乙' }, { a: '丙', b: null, c: null }))).toEqual({ a: '丙', b: '' });
});
