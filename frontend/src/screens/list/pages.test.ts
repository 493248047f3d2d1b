import { describe, expect, it } from 'vitest';
import type { Row } from '../../documents/documents';
import { type Answer, type Page, PAGE, Pages } from './pages';

interface Request {
  readonly after: string | null;
  readonly answer: (answer: Answer) => void;
  isOver: boolean;
}

/** A server that answers when it is told to. */
function server() {
  const requests: Request[] = [];
  const read = (after: string | null, answer: (answer: Answer) => void) => {
    const request: Request = { after, answer, isOver: false };
    requests.push(request);
    return () => {
      request.isOver = true;
    };
  };
  return { requests, read };
}

function page(from: number, count: number, hasNextPage: boolean): Page {
  const nodes: Row[] = Array.from({ length: count }, (_, index) => ({ id: `Pupil:${from + index}` }));
  return { nodes, pageInfo: { hasNextPage, endCursor: nodes.at(-1)?.id ?? null } };
}

function begun(depth = 1) {
  const { requests, read } = server();
  const pages = new Pages(read, depth);
  const stop = pages.start();
  return { requests, pages, stop };
}

describe('Pages', () => {
  it('asks for one page and waits until its end is near', () => {
    const { requests, pages } = begun();
    requests[0]?.answer({ page: page(0, PAGE, true) });
    expect(requests).toHaveLength(1);
    pages.look(0, 30);
    expect(requests).toHaveLength(1);
    pages.look(20, 50);
    expect(requests.map(({ after }) => after)).toEqual([null, `Pupil:${PAGE - 1}`]);
    requests[1]?.answer({ page: page(PAGE, 5, false) });
    expect(pages.get().rows).toHaveLength(PAGE + 5);
    expect(pages.get().hasMore).toBe(false);
  });

  it('reads on by itself to the depth where somebody left', () => {
    const { requests, pages } = begun(PAGE * 2);
    requests[0]?.answer({ page: page(0, PAGE, true) });
    requests[1]?.answer({ page: page(PAGE, PAGE, true) });
    expect(requests).toHaveLength(2);
    expect(pages.get().rows).toHaveLength(PAGE * 2);
  });

  it('leaves pages that are out of sight, and follows them again when they come back', () => {
    const { requests, pages } = begun(PAGE * 5);
    for (let index = 0; index < 5; index += 1) requests[index]?.answer({ page: page(index * PAGE, PAGE, true) });
    pages.look(PAGE * 4, PAGE * 4 + 20);
    expect(requests[0]?.isOver).toBe(true);
    expect(requests[4]?.isOver).toBe(false);
    expect(pages.get().rows.length).toBeGreaterThanOrEqual(PAGE * 5);
    const before = requests.length;
    pages.look(0, 20);
    expect(requests.slice(before).map(({ after }) => after)).toEqual([null, `Pupil:${PAGE - 1}`]);
  });

  it('begins the next page where the one before it ends now', () => {
    const { requests, pages } = begun(PAGE * 2);
    requests[0]?.answer({ page: page(0, PAGE, true) });
    requests[1]?.answer({ page: page(PAGE, PAGE, false) });
    requests[0]?.answer({ page: page(-1, PAGE, true) });
    expect(requests.at(-1)?.after).toBe(`Pupil:${PAGE - 2}`);
    requests.at(-1)?.answer({ page: page(PAGE - 1, PAGE, true) });
    expect(pages.get().rows.map(({ id }) => id)).toEqual(
      Array.from({ length: PAGE * 2 }, (_, index) => `Pupil:${index - 1}`),
    );
  });

  it('keeps what it has when a page fails, and asks again when told to', () => {
    const { requests, pages } = begun();
    requests[0]?.answer({ page: page(0, PAGE, true) });
    pages.look(60, 99);
    const error = { message: 'away' } as never;
    requests[1]?.answer({ error });
    expect(pages.get()).toMatchObject({ error, isBegun: true });
    expect(pages.get().rows).toHaveLength(PAGE);
    pages.look(60, 99);
    expect(requests).toHaveLength(2);
    pages.again();
    requests[2]?.answer({ page: page(PAGE, 1, false) });
    expect(pages.get()).toMatchObject({ error: undefined, hasMore: false });
  });

  it('asks again for the page that failed, not for the one after the last', () => {
    const { requests, pages } = begun();
    requests[0]?.answer({ page: page(0, 3, false) });
    requests[0]?.answer({ error: { message: 'away' } as never });
    pages.again();
    expect(requests.map(({ after }) => after)).toEqual([null, null]);
  });

  it('hears nothing after it was stopped', () => {
    const { requests, pages, stop } = begun();
    stop();
    requests[0]?.answer({ page: page(0, 1, false) });
    expect(pages.get().isBegun).toBe(false);
  });
});
