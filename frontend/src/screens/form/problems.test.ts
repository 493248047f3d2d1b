import { expect, it } from 'vitest';
import { placed } from './problems';
import { argument, verb } from './testing';

const register = verb('OTHER', argument('documentNumber'), argument('period', { type: 'Span' }));
const problem = (message: string, ...path: string[]) => ({ code: 'INVALID', message, path, retryable: false });

it('places a problem beside its argument, however deep its path begins', () => {
  const { byArgument, rest } = placed(register, [
    problem('校验位不正确。', 'person', 'documentNumber'),
    problem('日期重叠。', 'period', 'from'),
  ]);
  expect(byArgument).toEqual({ documentNumber: '校验位不正确。', period: '日期重叠。' });
  expect(rest).toEqual([]);
});

it('says several of one argument together', () => {
  const { byArgument } = placed(register, [problem('Too long.', 'period'), problem('Too late.', 'period')]);
  expect(byArgument).toEqual({ period: 'Too long. Too late.' });
});

it('keeps apart what concerns no argument', () => {
  expect(placed(register, [problem('You may not do this.'), problem('Used.', 'idempotencyKey')])).toEqual({
    byArgument: {},
    rest: ['You may not do this.', 'Used.'],
  });
});
