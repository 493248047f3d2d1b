import { type ComponentType, useEffect, useState } from 'react';
import { whenIdle } from './whenIdle';

/** A component that comes when the page is quiet, or at once where it is wanted before; then it is drawn without delay. */
export function useLater<P>(load: () => Promise<ComponentType<P>>, isWanted: boolean): ComponentType<P> | undefined {
  const [found, setFound] = useState<{ readonly of: ComponentType<P> }>();
  const isThere = found !== undefined;
  useEffect(() => {
    if (isThere) return;
    const begin = () => {
      load().then(
        (of) => setFound({ of }),
        () => undefined,
      );
    };
    return isWanted ? begin() : whenIdle(begin);
  }, [isThere, isWanted, load]);
  return found?.of;
}
