import { useBlocker } from '@tanstack/react-router';
import { useRef, useState } from 'react';

/** Keeps somebody from losing what they typed by leaving: they are asked first. */
export function useGuard(onClose: () => void) {
  const isDirty = useRef(false);
  const [isAsked, setAsked] = useState(false);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty.current && current.pathname !== next.pathname,
    enableBeforeUnload: () => isDirty.current,
    withResolver: true,
  });
  return {
    isAsked: isAsked || blocker.status === 'blocked',
    mark(dirty: boolean) {
      isDirty.current = dirty;
    },
    /** Close, if nothing is lost by it. */
    close() {
      if (isDirty.current) setAsked(true);
      else onClose();
    },
    stay() {
      setAsked(false);
      blocker.reset?.();
    },
    leave() {
      isDirty.current = false;
      setAsked(false);
      if (blocker.status === 'blocked') blocker.proceed();
      else onClose();
    },
  };
}

export type Guard = ReturnType<typeof useGuard>;
