import { store } from '../../api/store';
import { useStore } from '../../api/useStore';

export type Density = 'comfortable' | 'compact';

/** Heights of a row, in pixels. */
export const HEIGHTS: Readonly<Record<Density, number>> = { comfortable: 38, compact: 29 };

const KEPT = 'bureau.density';

const density = store<Density>(localStorage.getItem(KEPT) === 'compact' ? 'compact' : 'comfortable');

export function useDensity(): Density {
  return useStore(density);
}

export function chooseDensity(chosen: Density): void {
  localStorage.setItem(KEPT, chosen);
  density.set(chosen);
}
