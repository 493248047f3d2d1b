import type { PageInfo, Row } from '../../documents/documents';

/** A file with more rows is a matter for reports, not for a list. */
export const MOST = 10_000;

/** Rows of one request. */
export const STEP = 500;

export type ReadStep = (after: string | null, first: number) => Promise<{ nodes: readonly Row[]; pageInfo: PageInfo }>;

export interface Exported {
  readonly rows: readonly Row[];
  /** Whether there would have been more. */
  readonly isCut: boolean;
}

/** All rows of a list, up to a number of them; ends early when it is told to. */
export async function readAll(
  read: ReadStep,
  onProgress: (count: number) => void,
  signal: AbortSignal,
  most = MOST,
): Promise<Exported> {
  const rows: Row[] = [];
  let after: string | null = null;
  while (rows.length < most) {
    const { nodes, pageInfo } = await read(after, Math.min(STEP, most - rows.length));
    signal.throwIfAborted();
    rows.push(...nodes);
    onProgress(rows.length);
    if (!pageInfo.hasNextPage) return { rows, isCut: false };
    after = pageInfo.endCursor;
  }
  return { rows, isCut: true };
}
