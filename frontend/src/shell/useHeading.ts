import { useRouterState } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';
import { useStore } from '../api/useStore';
import { followHeading, heading, leadToHeading } from './heading';
import { usePageTitle } from './usePageTitle';

/** Names the tab after the page's heading, and moves the focus there when one has gone to another page. */
export function useHeading(page: RefObject<HTMLElement | null>): void {
  const pathname = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const before = useRef(pathname);
  usePageTitle(useStore(heading));
  useEffect(() => (page.current === null ? undefined : followHeading(page.current)), [page]);
  useEffect(() => {
    const isFirst = before.current === undefined;
    if (before.current === pathname || page.current === null) return;
    before.current = pathname;
    if (isFirst) return;
    return leadToHeading(page.current);
  }, [pathname, page]);
}
