import { describe, expect, it } from 'vitest';
import { common, refusal, type Result, refusals, sendAll } from './batch';

const rows = Array.from({ length: 30 }, (_, index) => ({ id: `Pupil:${index}` }));
const problem = (code: string) => ({ code, message: `${code}, said of one`, path: ['grade'], retryable: false });
const reasonOf = (index: number) => (index % 5 === 0 ? 'AGE' : index % 7 === 0 ? 'ENDED' : undefined);

async function send(row: { id: string }): Promise<Result> {
  const reason = reasonOf(Number(row.id.slice('Pupil:'.length)));
  return reason === undefined ? { row, name: 'done', record: row, warnings: [] } : refusal(row, [problem(reason)]);
}

describe('a verb on several records', () => {
  it('is sent for each of them once, never more than four at a time', async () => {
    const results: Result[] = [];
    let running = 0;
    let most = 0;
    const slowly = async (row: { id: string }) => {
      most = Math.max(most, ++running);
      await new Promise((goOn) => setTimeout(goOn, 1));
      running -= 1;
      return send(row);
    };
    await sendAll(rows, slowly, (result) => results.push(result), new AbortController().signal);
    expect(results.map(({ row }) => row.id).sort()).toEqual(rows.map(({ id }) => id).sort());
    expect(most).toBe(4);
  });

  it('stops where it is told to, after what is under way', async () => {
    const results: Result[] = [];
    const stop = new AbortController();
    const record = (result: Result) => {
      results.push(result);
      if (results.length === 3) stop.abort();
    };
    await sendAll(rows, send, record, stop.signal);
    expect(results.length).toBeGreaterThanOrEqual(3);
    expect(results.length).toBeLessThan(10);
  });

  it('tells why some were refused, the commonest reason first', async () => {
    const results = await Promise.all(rows.map(send));
    expect(refusals(results).map(({ code, results: of }) => [code, of.length])).toEqual([
      ['AGE grade', 6],
      ['ENDED grade', 4],
    ]);
  });

  it('tells one reason for many without what it says of each', () => {
    expect(common(['Too old.', 'Too old.'])).toBe('Too old.');
    expect(common(['19 pupils depend on it.', '9 pupils depend on it.', '199 pupils depend on it.'])).toBe('… pupils depend on it.');
    expect(common(['有 19 条记录', '有 27 条记录'])).toBe('有 … 条记录');
    expect(common(['aa', 'aaa'])).toBe('aa…');
  });
});
