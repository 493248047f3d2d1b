import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Catalogue } from '../catalogue/catalogue';

export interface SpecialPageProps {
  readonly id: string;
}

type SpecialPage = LazyExoticComponent<ComponentType<SpecialPageProps>>;

/** Kinds whose page was made by hand, because everyone opens it; all their fields stay a tab away. */
const specialPages: Readonly<Record<string, SpecialPage>> = {
  Case: lazy(() => import('../cases/CasePage')),
  Person: lazy(() => import('./person/PersonPage')),
  School: lazy(() => import('./school/SchoolPage')),
};

/** The page made by hand of a kind, or of the one that it is a variant of. */
export function specialPage(catalogue: Pick<Catalogue, 'kinds'>, kind: string): SpecialPage | undefined {
  const base = catalogue.kinds.find(({ name, variants }) => name in specialPages && variants.includes(kind));
  return specialPages[kind] ?? specialPages[base?.name ?? ''];
}
