import type { Catalogue, Kind } from '../../catalogue/catalogue';
import { siftColumns } from './columns';
import { type FilterInput, isDay, isMoment, siftFilter } from './filterInput';
import type { ListSearch } from './search';

/** What the list shows: what its address says, as far as the kind knows it. */
export interface Listed {
  readonly search: string;
  readonly order: string | undefined;
  readonly columns: readonly string[];
  readonly filter: FilterInput;
  readonly asOf: string | undefined;
  readonly on: string | undefined;
  readonly view: string | undefined;
  /** What the address says and nobody knows. */
  readonly dropped: readonly string[];
}

export function validated(catalogue: Catalogue, kind: Kind, given: ListSearch): Listed {
  const { filter, dropped: conditions } = siftFilter(catalogue, kind, given.filter ?? {});
  const { columns, dropped: paths } = siftColumns(catalogue, kind, given.columns);
  const search = kind.isSearched ? given.search : undefined;
  const order = isOrder(kind, given.order) ? given.order : undefined;
  const asOf = kind.hasHistory && isMoment(given.asOf) ? given.asOf : undefined;
  const on = kind.hasHistory && isDay(given.on) ? given.on : undefined;
  const lost = Object.entries({ search, order, asOf, on })
    .filter(([name, kept]) => given[name as 'search' | 'order' | 'asOf' | 'on'] !== undefined && kept === undefined)
    .map(([name]) => name);
  return {
    search: search ?? '',
    order,
    columns,
    filter,
    asOf,
    on,
    view: given.view,
    dropped: [...conditions, ...paths, ...lost],
  };
}

function isOrder(kind: Kind, order: string | undefined): boolean {
  const name = order?.match(/^(\w+)_(?:ASC|DESC)$/)?.[1];
  return name !== undefined && (name === 'ID' || kind.orders.some((each) => each.name === name));
}
