import { startTransition, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { type Client, useClient } from 'urql';
import type { Asked, listDocument } from '../../documents/documents';
import { type Loaded, PAGE, Pages, type ReadPage } from './pages';

type ListDocument = ReturnType<typeof listDocument>;
export type Sought = Omit<Asked, 'first' | 'after'>;

export interface Rows extends Loaded {
  /** Whether these are still the rows of what was sought before. */
  readonly isStale: boolean;
  readonly look: (first: number, last: number) => void;
  readonly again: () => void;
}

/** The rows of a list as they come; while others are sought, those of before stay. */
export function useRows(document: ListDocument, sought: Sought, depth: number): Rows {
  const client = useClient();
  const key = JSON.stringify(sought);
  const pages = useMemo(
    () => new Pages(reader(client, document, JSON.parse(key) as Sought), depth),
    // How deep it was read before matters when the list is come back to, not afterwards.
    [client, document, key],
  );
  const [settled, setSettled] = useState(pages);
  const [drawn, setDrawn] = useState(() => ({ pages, loaded: pages.get() }));
  useLayoutEffect(() => {
    // A page of rows takes a phone long to draw: not in one go.
    const deaf = pages.subscribe(() => startTransition(() => setDrawn({ pages, loaded: pages.get() })));
    const stop = pages.start();
    return () => {
      deaf();
      stop();
    };
  }, [pages]);
  const current = drawn.pages === pages ? drawn.loaded : pages.get();
  const isSettled = current.isBegun || current.error !== undefined;
  useEffect(() => {
    if (isSettled) setSettled(pages);
  }, [isSettled, pages]);
  const shown = isSettled ? current : settled.get();
  return useMemo(
    () => ({
      ...shown,
      isStale: !isSettled && shown.isBegun,
      look: (first, last) => pages.look(first, last),
      again: () => pages.again(),
    }),
    [shown, isSettled, pages],
  );
}

function reader(client: Client, document: ListDocument, sought: Sought): ReadPage {
  return (after, hear) => {
    const following = client.query(document, { ...sought, first: PAGE, after }).subscribe((result) => {
      hear({ page: result.data?.list, error: result.error });
    });
    return () => following.unsubscribe();
  };
}
