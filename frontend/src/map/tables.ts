import type { FigureTable } from '../charts/figureTable';
import type { District, Measure } from './measures';

interface Said {
  readonly name: string;
  readonly heading: string;
  readonly columns: readonly string[];
}

/** All measures of all districts; each district leads to its own page of the map, each count to its list. */
export function districtTable(districts: readonly District[], measures: readonly Measure[], said: Said): FigureTable {
  return {
    name: said.name,
    heading: said.heading,
    columns: said.columns,
    rows: districts.map((district) => ({
      key: district.code,
      label: district.name,
      way: { to: '/map', search: { district: district.code } },
      values: measures.map(({ of }) => of(district)),
      links: measures.map(({ name }) => linkOf(name, district.code)),
    })),
  };
}

function linkOf(measure: string, code: string) {
  const division = { division: { code: { eq: code } } };
  if (measure === 'pupils') return { kind: 'Student', filter: { status: { eq: 'ENROLLED' }, school: division } };
  if (measure === 'schools') return { kind: 'School', filter: division };
  return undefined;
}
