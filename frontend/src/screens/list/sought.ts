import type { Listed } from './validated';
import type { Sought } from './useRows';

/** What the list asks the server for. */
export function soughtBy({ search, order, filter, asOf, on }: Listed): Sought {
  return {
    ...(search.trim() === '' ? {} : { search: search.trim() }),
    ...(order === undefined ? {} : { orderBy: order }),
    ...(Object.keys(filter).length === 0 ? {} : { filter }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(on === undefined ? {} : { on }),
  };
}
