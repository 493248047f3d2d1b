import { useEffect, useState } from 'react';

/** Gives the focus back, when what lies over the page goes, to where it was when that came up, unless it is elsewhere by then. */
export function useFocusBack(): void {
  const [from] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && from instanceof HTMLElement && from.isConnected) from.focus();
      });
    },
    [from],
  );
}
