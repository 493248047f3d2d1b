import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import type { Kind } from '../catalogue/catalogue';
import { useCatalogue } from '../catalogue/context';
import { useStore } from '../api/useStore';
import { opened } from '../records/recent';
import { useRecentRecords } from '../records/useRecent';
import { heading } from '../shell/heading';
import { usePlace } from '../shell/usePlace';
import type { Words } from '../words/words';
import { both } from '../words/words';
import { hasWords } from '../words/matching';
import { foundOf, type Group, isWord, kinds, records, verbs } from './offers';
import { type Page, usePages } from './pages';
import { searchDocument, searchName } from './search';
import { SPOTLIGHT } from './words';

const WAIT = 120;
const OF_EACH = 5;
const OF_ONE = 12;

export interface Finding {
  readonly groups: readonly Group[];
  /** Whether what stands there is not yet all that the text finds. */
  readonly isAsking: boolean;
}

/** What a text finds: what the catalogue has at once, records as they come; of one kind alone where that is given. */
export function useFinding(text: string, only: Kind | undefined): Finding {
  const catalogue = useCatalogue();
  const place = usePlace();
  const all = usePages();
  const title = useStore(heading);
  const wanted = text.trim();
  const [asked] = useDebouncedValue(wanted, WAIT);
  const searched = useMemo(() => catalogue.listed.filter((kind) => kind.isSearched && kind.variants.length === 0), [catalogue]);
  const document = useMemo(() => searchDocument(catalogue, searched), [catalogue, searched]);
  const [{ data, fetching, operation }] = useQuery({
    query: document,
    variables: {
      text: asked,
      first: only === undefined ? OF_EACH : OF_ONE,
      kinds: only === undefined ? null : [searchName(only)],
    },
    pause: asked === '' || searched.length === 0,
  });
  const lately = useRecentRecords(wanted === '' && only === undefined);
  const counted = useMemo(() => opened(), []);
  const answered = (operation?.variables as { text?: string } | undefined)?.text;
  const found = wanted !== '' && data !== undefined && answered === asked ? records(catalogue, data.found, counted) : [];
  const isAsking = wanted !== '' && (wanted !== asked || fetching);
  if (only !== undefined) return { groups: found, isAsking };
  if (wanted === '') return { groups: begun(), isAsking: lately.isAsking };
  const open =
    place.kind === undefined || place.recordId === undefined
      ? undefined
      : { kind: place.kind, record: { id: place.recordId, title, detail: '' } };
  const known = [
    group(SPOTLIGHT, 'verbs', verbs(catalogue, wanted, open)),
    group(SPOTLIGHT, 'kinds', kinds(catalogue, wanted)),
    group(SPOTLIGHT, 'pages', pagesWith(all, wanted)),
  ].flat();
  return { groups: isWord(wanted) ? [...known, ...found] : [...found, ...known], isAsking };

  /** What is offered before anything is typed. */
  function begun(): Group[] {
    const offers = lately.rows.flatMap((row) => {
      const kind = catalogue.kindOfId(row.id);
      return kind === undefined ? [] : [{ is: 'record', kind, record: foundOf(catalogue, kind, row) } as const];
    });
    return [...group(SPOTLIGHT, 'recent', offers), ...group(SPOTLIGHT, 'pages', pagesWith(all, ''))];
  }
}

function pagesWith(pages: readonly Page[], text: string): Group['offers'] {
  return pages.filter(({ label }) => hasWords(label, text)).map((page) => ({ is: 'page', ...page }) as const);
}

function group<T extends Record<string, string>>(of: Words<T>, key: keyof T & string, offers: Group['offers']): Group[] {
  return offers.length === 0 ? [] : [{ label: both(of, key), offers }];
}
