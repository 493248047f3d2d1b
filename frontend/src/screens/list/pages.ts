import type { CombinedError } from 'urql';
import type { PageInfo, Row } from '../../documents/documents';

/** Rows of one page. */
export const PAGE = 80;

/** How many rows before the end the next page is asked for. */
const AHEAD = 40;

export interface Page {
  readonly nodes: readonly Row[];
  readonly pageInfo: PageInfo;
}

export interface Answer {
  readonly page?: Page | undefined;
  readonly error?: CombinedError | undefined;
}

/** Asks for the page after a cursor and tells whenever it is another; what it returns ends that. */
export type ReadPage = (after: string | null, hear: (answer: Answer) => void) => () => void;

/** As far as the list has been read. */
export interface Loaded {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  /** Whether there has been an answer at all. */
  readonly isBegun: boolean;
  readonly error: CombinedError | undefined;
}

const NOTHING_YET: Loaded = { rows: [], hasMore: true, isBegun: false, error: undefined };

interface Kept extends Page {
  readonly after: string | null;
}

/**
 * A list read page by page as it is scrolled, to any depth. Pages in sight are followed: a record that changes is new
 * in its row, and where a page ends elsewhere than before, the one after it begins there.
 */
export class Pages {
  private pages: Kept[] = [];
  private followed = new Map<number, () => void>();
  private wanted: number;
  private failed = 0;
  private loaded = NOTHING_YET;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly read: ReadPage,
    depth: number,
  ) {
    this.wanted = depth;
  }

  readonly get = (): Loaded => this.loaded;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  start(): () => void {
    this.ask(0);
    return () => {
      for (const index of this.followed.keys()) this.leave(index);
    };
  }

  /** These rows are in sight: follow their pages, and go on reading where the end is near. */
  look(first: number, last: number): void {
    this.wanted = Math.max(this.wanted, last + AHEAD);
    const from = Math.floor(first / PAGE) - 1;
    const until = Math.floor(last / PAGE) + 1;
    for (const index of this.followed.keys()) {
      const isAwaited = index >= this.pages.length;
      if (!isAwaited && (index < from || index > until)) this.leave(index);
    }
    for (let index = Math.max(0, from); index <= until && index < this.pages.length; index += 1) {
      if (!this.followed.has(index)) this.ask(index);
    }
    this.goOn();
  }

  /** Ask once more for what could not be read. */
  again(): void {
    this.tell({ ...this.loaded, error: undefined });
    this.ask(this.failed);
  }

  private goOn(): void {
    const next = this.pages.length;
    const last = this.pages[next - 1];
    const hasEnough = this.loaded.rows.length >= this.wanted;
    if (last?.pageInfo.hasNextPage !== true || hasEnough || this.loaded.error !== undefined) return;
    if (!this.followed.has(next)) this.ask(next);
  }

  private ask(index: number): void {
    this.leave(index);
    const after = index === 0 ? null : (this.pages[index - 1]?.pageInfo.endCursor ?? null);
    let isOver = false;
    this.followed.set(index, () => {
      isOver = true;
    });
    // What is known already is told before `read` returns.
    const stop = this.read(after, (answer) => {
      if (!isOver) this.hear(index, after, answer);
    });
    if (isOver) return stop();
    this.followed.set(index, () => {
      isOver = true;
      stop();
    });
  }

  private leave(index: number): void {
    this.followed.get(index)?.();
    this.followed.delete(index);
  }

  private hear(index: number, after: string | null, { page, error }: Answer): void {
    if (page === undefined) {
      this.failed = index;
      return this.tell({ ...this.loaded, error });
    }
    this.pages[index] = { ...page, after };
    if (!page.pageInfo.hasNextPage) this.cut(index + 1);
    this.tell({
      rows: this.pages.flatMap(({ nodes }) => nodes),
      hasMore: this.pages.at(-1)?.pageInfo.hasNextPage === true,
      isBegun: true,
      error,
    });
    const next = this.pages[index + 1];
    if (next !== undefined && next.after !== page.pageInfo.endCursor) this.ask(index + 1);
    this.goOn();
  }

  private cut(from: number): void {
    for (const index of this.followed.keys()) if (index >= from) this.leave(index);
    this.pages = this.pages.slice(0, from);
  }

  private tell(loaded: Loaded): void {
    this.loaded = loaded;
    for (const listener of this.listeners) listener();
  }
}
