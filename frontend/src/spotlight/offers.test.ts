import { expect, test } from 'vitest';
import { Catalogue, type Kind } from '../catalogue/catalogue';
import { isWord, keyOf, kinds, records, verbs } from './offers';

const action = (name: string, en: string, zh: string, more: object = {}) => ({
  name,
  label: { en, zh },
  allowed: true,
  arguments: [],
  verb: 'OTHER',
  subject: null,
  ...more,
});
const kind = (name: string, en: string, zh: string, actions: object[] = []) =>
  ({
    name,
    label: { en, zh },
    labelPlural: { en: `${en}s`, zh },
    plural: `${name}s`,
    title: ['name'],
    columns: ['name', 'place'],
    fields: [],
    actions,
  }) as unknown as Kind;

const pupil = kind('Pupil', 'Pupil', '学生', [
  action('register', 'Register', '注册', { verb: 'CREATE' }),
  action('transfer', 'Transfer', '转学', { subject: 'pupil' }),
  action('forbidden', 'Transfer back', '转学撤回', { allowed: false }),
]);
const school = kind('School', 'School', '学校');
const catalogue = new Catalogue({ kinds: [school, pupil], areas: [], roles: [], version: '' } as never);
const row = (id: string, name: string) => ({ __typename: id.split(':')[0]!, id, [`${id.split(':')[0]}_name`]: name });

test('A verb is found in either language, for the record that is open first', () => {
  expect(verbs(catalogue, '转学', undefined).map(keyOf)).toEqual(['verb-transfer-']);
  const open = { kind: pupil, record: { id: 'Pupil:1', title: '张三', detail: '' } };
  expect(verbs(catalogue, 'transf', open).map(keyOf)).toEqual(['verb-transfer-Pupil:1', 'verb-transfer-']);
  expect(verbs(catalogue, 'pupil register', undefined).map(keyOf)).toEqual(['verb-register-']);
});

test('A kind is found by its word, one or several', () => {
  expect(kinds(catalogue, '学').map(keyOf)).toEqual(['kind-School', 'kind-Pupil']);
  expect(kinds(catalogue, 'pupils').map(keyOf)).toEqual(['kind-Pupil']);
});

test('A verb is found by its words and those of its kind', () => {
  expect(verbs(catalogue, '注册学生', undefined).map(keyOf)).toEqual(['verb-register-']);
  expect(verbs(catalogue, '学生', undefined)).toEqual([]);
});

test('Who is found as a pupil and as a person is meant as a pupil', () => {
  const personal = (each: Kind, title: string) => ({ ...each, isPersonal: true, title: [title] }) as Kind;
  const people = [personal(kind('Person', 'Person', '人员', [{}, {}]), 'name'), personal(pupil, 'person.name')];
  const told = new Catalogue({ kinds: people, areas: [], roles: [], version: '' } as never);
  const found = records(told, [row('Person:1', '张三'), row('Pupil:1', '张三')], { Person: 9 });
  expect(found.map(({ label }) => label.zh)).toEqual(['学生', '人员']);
});

test('Records stand by kind: where there is most to do first, unless others are opened more', () => {
  const rows = [row('School:1', '实验小学'), row('Pupil:1', '张三'), row('School:2', '第二小学')];
  const labels = (opened: Record<string, number>) => records(catalogue, rows, opened).map(({ label }) => label.zh);
  expect(labels({})).toEqual(['学生', '学校']);
  expect(labels({ School: 2 })).toEqual(['学校', '学生']);
  expect(records(catalogue, rows, {}).map(({ offers }) => offers.length)).toEqual([1, 2]);
});

test('Initials are no word, so that what they find stands first', () => {
  expect(isWord('zx')).toBe(false);
  expect(isWord('转')).toBe(true);
  expect(isWord('tra')).toBe(true);
});
