import { useEffect, useState } from 'react';
import { type Client, type CombinedError, useClient, useQuery } from 'urql';
import { useCatalogue } from '../catalogue/context';
import { MAP_CLASSES, MAP_DISTRICT, MAP_DISTRICTS, MAP_PUBLISHED } from './documents';
import type { District } from './measures';

type Counts = Pick<District, 'pupils' | 'classes' | 'staff'>;
const UNKNOWN: Counts = { pupils: null, classes: null, staff: null };

interface Districts {
  readonly districts: readonly District[] | undefined;
  /** The day on which figures were published; undefined where they are counted now. */
  readonly publishedOn: string | undefined;
  readonly error: CombinedError | undefined;
}

/** The districts with their numbers as soon as all are told: counted now, or as published for those who see no pupils. */
export function useDistricts(): Districts {
  const client = useClient();
  const seesPupils = useCatalogue().kind('Student')?.plural != null;
  const [{ data, error }] = useQuery({ query: MAP_DISTRICTS });
  const [published] = useQuery({ query: MAP_PUBLISHED, pause: seesPupils });
  const [counts, setCounts] = useState<ReadonlyMap<string, Counts>>();
  const codes = data?.divisions.nodes.map(({ code }) => code).join(' ');
  useEffect(() => {
    if (codes === undefined) return undefined;
    let isOver = false;
    const ask = seesPupils ? counted : classesOnly;
    const all = codes.split(' ').filter(Boolean);
    void Promise.all(all.map(async (code) => [code, await ask(client, code)] as const)).then((found) => !isOver && setCounts(new Map(found)));
    return () => {
      isOver = true;
    };
  }, [client, codes, seesPupils]);

  const schools = new Map(data?.schoolsSummary.nodes.map(({ key, count }) => [key.division?.code, count]));
  const isTold = counts !== undefined && (seesPupils || !published.fetching);
  // Where somebody sees no school, there is nothing to tell them.
  const seen = (isTold ? data : undefined)?.divisions.nodes.filter(({ code }) => schools.has(code));
  const districts = seen?.map(({ code, name }): District => {
    const own = counts?.get(code) ?? UNKNOWN;
    const told = seesPupils ? own : { ...own, ...publishedOf(published.data?.figures.nodes ?? [], code) };
    return { code, name, schools: schools.get(code) ?? 0, ...told };
  });
  return { districts, publishedOn: published.data?.figures.nodes[0]?.countedOn, error: error ?? published.error };
}

async function counted(client: Client, division: string): Promise<Counts> {
  const { data } = await client.query(MAP_DISTRICT, { division }).toPromise();
  if (data === undefined) return UNKNOWN;
  return { pupils: data.pupils.totalCount, classes: data.classes.totalCount, staff: data.staff.totalCount };
}

async function classesOnly(client: Client, division: string): Promise<Counts> {
  const { data } = await client.query(MAP_CLASSES, { division }).toPromise();
  return { ...UNKNOWN, classes: data?.classes.totalCount ?? null };
}

interface Figure {
  readonly cube: string;
  readonly value?: number | null;
  readonly unit?: { readonly division?: { readonly code: string } | null } | null;
}

/** What was published of the bureaus of a district, one or several of them together. */
export function publishedOf(figures: readonly Figure[], code: string): Pick<District, 'pupils' | 'staff'> {
  const sum = (cube: string) => {
    const values = figures.filter((figure) => figure.cube === cube && figure.unit?.division?.code === code).map(({ value }) => value ?? null);
    return values.length === 0 || values.includes(null) ? null : values.reduce<number>((all, value) => all + (value ?? 0), 0);
  };
  return { pupils: sum('STUDENTS_BY_GRADE'), staff: sum('TEACHERS_BY_TITLE') };
}
