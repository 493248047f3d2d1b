import { createContext, useContext } from 'react';
import type { Catalogue, Kind } from './catalogue';

export const CatalogueContext = createContext<Catalogue | undefined>(undefined);

export function useCatalogue(): Catalogue {
  const catalogue = useContext(CatalogueContext);
  if (catalogue === undefined) throw new Error('There is no catalogue around this component');
  return catalogue;
}

/** The kind of that name; undefined where there is none for the one who asks. */
export function useKind(name: string): Kind | undefined {
  return useCatalogue().kind(name);
}
