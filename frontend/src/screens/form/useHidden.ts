import { useCallback } from 'react';
import type { Argument, Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';

/** Whether what a record has now is withheld from whoever changes it. */
export function useHidden(kind: Kind): (argument: Argument) => boolean {
  const catalogue = useCatalogue();
  return useCallback(
    ({ path, sealed }) => path != null && !sealed && catalogue.at(kind, path)?.field.canRead === false,
    [catalogue, kind],
  );
}
