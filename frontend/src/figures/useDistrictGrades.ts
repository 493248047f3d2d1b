import { useEffect, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { FIGURES_DISTRICT, FIGURES_DISTRICTS } from './documents';
import type { DistrictGrades } from './tables';

/** How many pupils each district has in each grade; undefined until all are told. */
export function useDistrictGrades(): readonly DistrictGrades[] | undefined {
  const client = useClient();
  const [{ data }] = useQuery({ query: FIGURES_DISTRICTS });
  const [found, setFound] = useState<readonly DistrictGrades[]>();
  const districts = data?.divisions.nodes;
  const codes = districts?.map(({ code }) => code).join(' ');
  useEffect(() => {
    if (districts === undefined) return undefined;
    let isOver = false;
    const read = async ({ code, name }: { code: string; name: string }): Promise<DistrictGrades> => {
      const answer = await client.query(FIGURES_DISTRICT, { division: code }).toPromise();
      const nodes = answer.data?.studentsSummary.nodes ?? [];
      return { code, name, grades: nodes.map(({ key, count }) => ({ grade: key.grade?.code ?? '', count })) };
    };
    void Promise.all(districts.map(read)).then((all) => !isOver && setFound(all.filter(({ grades }) => grades.length > 0)));
    return () => {
      isOver = true;
    };
  }, [client, codes]);
  return found;
}
