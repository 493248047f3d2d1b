import type { Desk } from '../desk';

/** Who cuts a county into school zones, and publishes them. */
export const zoning: Desk = {
  name: 'zoning',
  label: { en: 'School zones', zh: '学区划片' },
  hint: { en: 'Draw zones, look for gaps and overlaps, publish', zh: '划片、查漏查重、公布' },
  roles: ['registrar'],
  levels: ['CITY', 'COUNTY'],
  seasons: ['zones', 'entry'],
  opens: 'zone-plans',
  queues: [],
  panels: [
    {
      name: 'zone-plans',
      label: { en: 'Plans and what is wrong with them', zh: '划片方案与检查' },
      kind: 'ZonePlan',
      load: () => import('./Plans'),
    },
  ],
  views: [
    { name: 'zone-drafts', label: { en: 'Plans being drawn', zh: '拟定中的方案' }, kind: 'ZonePlan', filter: { state: { eq: 'DRAFT' } } },
    { name: 'shared-zones', label: { en: 'Zones with several schools', zh: '多校划片学区' }, kind: 'SchoolZone', filter: { isShared: { eq: true } } },
  ],
  verbs: ['drawZones', 'createSchoolZone'],
  imports: ['SchoolZone', 'ZoneSchool', 'ZoneAddress', 'KnownAddress'],
};
