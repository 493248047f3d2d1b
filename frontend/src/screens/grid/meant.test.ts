import { expect, it } from 'vitest';
import { fullOf, meant } from './meant';

const classes = [
  { id: 'Class:1', title: '2025级1班 · 一小', detail: '小学' },
  { id: 'Class:2', title: '2025级1班 · 二小', detail: '小学' },
  { id: 'Class:3', title: '2024级2班 · 一小', detail: '' },
];

it('means the one record that is called so', () => {
  expect(meant(classes, '2025级1班 · 二小')).toBe('Class:2');
  expect(meant(classes, fullOf(classes[0]!))).toBe('Class:1');
  expect(meant(classes, '2024级2班')).toBe('Class:3');
  expect(meant(classes, '2025级1班')).toBe('several');
});

it('means what a search found by something else, where that is one', () => {
  expect(meant([classes[2]!], '2151000001-P2024-02')).toBe('Class:3');
  expect(meant(classes, '小')).toBe('several');
  expect(meant([], '小')).toBe('none');
  expect(meant([classes[2]!], '三班', false)).toBe('none');
});
