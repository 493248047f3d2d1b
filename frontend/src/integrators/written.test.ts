import { gql } from 'urql';
import { expect, test } from 'vitest';
import { answered, curl, written } from './written';

test('A document is shown as somebody would write it', () => {
  const document = gql('query Two { __typename schools { __typename nodes { __typename id } } }');
  expect(written(document).replace(/\s+/g, ' ')).toBe('query Two { schools { nodes { id } } }');
});

test('An answer is shown without what the cache wants', () => {
  expect(answered({ __typename: 'Query', a: { __typename: 'B', id: 1 } })).toBe('{\n  "a": {\n    "id": 1\n  }\n}');
});

test('The command holds the text in one line, and a quote in it ends nothing', () => {
  const command = curl('https://bureau.example.cn', `{\n  search(text: "it's") { id }\n}`);
  expect(command).toContain(`-d '{"query":"{ search(text: \\"it'\\''s\\") { id } }"}'`);
  expect(command).toContain('"Authorization: Bearer $TOKEN"');
});
