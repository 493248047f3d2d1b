import { useLocation } from '@tanstack/react-router';
import type { Kind } from '../catalogue/catalogue';
import { useCatalogue } from '../catalogue/context';

export interface Place {
  readonly kind?: Kind | undefined;
  readonly recordId?: string | undefined;
}

/** Which kind and which record the address of the page is about. */
export function usePlace(): Place {
  const catalogue = useCatalogue();
  const { pathname } = useLocation();
  const [, first, second] = pathname.split('/').map(decodeURIComponent);
  if (first === 'registers' && second) return { kind: catalogue.kind(second) };
  if (first === 'records' && second) return { kind: catalogue.kindOfId(second), recordId: second };
  return {};
}
