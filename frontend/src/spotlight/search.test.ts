import { expect, test } from 'vitest';
import type { Kind } from '../catalogue/catalogue';
import { plain, prefixed, searchName } from './search';

test('The first level of a selection bears the name of its kind, and nothing below it does', () => {
  expect(prefixed('Student', '{ id person { id name } grade { code label } }')).toBe(
    '{ id Student_person: person { id name } Student_grade: grade { code label } }',
  );
});

test('What was found has its own names again', () => {
  const row = { __typename: 'Student', id: 'Student:1', Student_person: { name: '张三' } };
  expect(plain(row)).toEqual({ __typename: 'Student', id: 'Student:1', person: { name: '张三' } });
});

test('A kind is called among those that are searched as the API does', () => {
  expect(searchName({ name: 'FormerName' } as Kind)).toBe('FORMER_NAME');
  expect(searchName({ name: 'Student' } as Kind)).toBe('STUDENT');
});
