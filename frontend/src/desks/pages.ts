import type { Catalogue } from '../catalogue/catalogue';
import type { Viewer } from '../session/session';

type Grants = Pick<Viewer['grants'][number], 'level'>;

export type PageName = 'cases' | 'counter' | 'figures' | 'map' | 'deputy';

/** The pages made by hand that are of use to somebody: by what they see, and how far. */
export function pagesOf(grants: readonly Grants[], catalogue: Pick<Catalogue, 'kind' | 'action'>): readonly PageName[] {
  const sees = (kind: string) => catalogue.kind(kind)?.plural != null;
  const isAbove = grants.some(({ level }) => level === 'CITY' || level === 'COUNTY');
  const pages: readonly (readonly [PageName, boolean])[] = [
    ['cases', sees('Case') && catalogue.action('decideCase')?.[1].allowed === true],
    ['counter', sees('Student')],
    ['figures', sees('Student') || sees('Teacher') || sees('Figure')],
    ['map', isAbove && sees('School')],
    ['deputy', isAbove && sees('School')],
  ];
  return pages.filter(([, isOfUse]) => isOfUse).map(([name]) => name);
}
