import { type Cache, cacheExchange, type Data, type KeyingConfig } from '@urql/exchange-graphcache';
import type { Exchange } from 'urql';

/** What has an id is one record wherever it is shown; what has none belongs to what it stands in. */
const keys: KeyingConfig = new Proxy(
  {},
  { get: () => (data: Data) => (typeof data['id'] === 'string' ? data['id'] : null) },
);

/** After a change nothing at the root is known any more: lists, counts and look-ups are asked again where shown. */
function forgetRoot(cache: Cache): void {
  for (const { fieldName, fieldKey } of cache.inspectFields('Query')) {
    if (!LASTING.has(fieldName)) cache.invalidate('Query', fieldKey);
  }
}

/** What stays as it is, or hears by itself of what changes. */
const LASTING = new Set(['viewer', 'codeEntries', 'jobs', 'notices', 'savedViews']);

const updates = new Proxy<Record<string, (result: unknown, args: unknown, cache: Cache) => void>>(
  {},
  { get: () => (_result: unknown, _args: unknown, cache: Cache) => forgetRoot(cache), has: () => true },
);

/** The normalised cache: a record that a change returns is new in every list that shows it. */
export function cached(): Exchange {
  return cacheExchange({ keys, updates: { Mutation: updates } });
}
