import type { Catalogue } from '../catalogue/catalogue';
import type { Viewer } from '../session/session';

type Grants = Pick<Viewer['grants'][number], 'level'>;

export type PageName = 'cases' | 'counter' | 'attendance' | 'figures' | 'map' | 'deputy' | 'rollover';

/** The pages made by hand that are of use to somebody: by what they see, and how far. */
export function pagesOf(grants: readonly Grants[], catalogue: Pick<Catalogue, 'kind' | 'action'>): readonly PageName[] {
  const sees = (kind: string) => catalogue.kind(kind)?.plural != null;
  const isStaff = grants.length > 0;
  const isAbove = grants.some(({ level }) => level === 'CITY' || level === 'COUNTY');
  const pages: readonly (readonly [PageName, boolean])[] = [
    ['cases', isStaff && sees('Case') && catalogue.action('decideCase')?.[1].allowed === true],
    ['counter', isStaff && sees('Student')],
    ['attendance', !isAbove && catalogue.action('markAttendance')?.[1].allowed === true],
    ['figures', isStaff && (sees('Student') || sees('Teacher') || sees('Figure'))],
    ['map', isAbove && sees('School')],
    ['deputy', isAbove && sees('School')],
    ['rollover', sees('RollOver')],
  ];
  return pages.filter(([, isOfUse]) => isOfUse).map(([name]) => name);
}
