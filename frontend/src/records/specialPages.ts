import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

export interface SpecialPageProps {
  readonly id: string;
}

/** Kinds whose page was made by hand, because everyone opens it; all their fields stay a tab away. */
export const specialPages: Readonly<Record<string, LazyExoticComponent<ComponentType<SpecialPageProps>>>> = {
  Person: lazy(() => import('./person/PersonPage')),
  School: lazy(() => import('./school/SchoolPage')),
};
