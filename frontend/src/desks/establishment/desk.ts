import { toDecide } from '../../cases/queue';
import type { Desk } from '../desk';

const PROCEDURES = [
  'KINDERGARTEN_ESTABLISHMENT',
  'SCHOOL_ESTABLISHMENT',
  'SENIOR_ESTABLISHMENT',
  'SCHOOL_MERGER',
  'SCHOOL_SPLIT',
  'SCHOOL_RENAMING',
  'SCHOOL_RELOCATION',
  'SCHOOL_SUSPENSION',
  'SCHOOL_RESUMPTION',
  'SCHOOL_CLOSURE',
];

/** Who decides which schools there are: what waits, and the schools that come to be, stop and end. */
export const establishment: Desk = {
  name: 'establishment',
  label: { en: 'Establishment of schools', zh: '学校设置' },
  hint: { en: 'Schools that come to be, merge, move and close', zh: '学校设立、合并、分立、更名、迁址、停办与撤销' },
  roles: ['registrar', 'director', 'inspector'],
  levels: ['CITY', 'COUNTY'],
  seasons: [],
  opens: 'schools-to-decide',
  queues: [
    {
      ...toDecide,
      name: 'schools-to-decide',
      label: { en: 'Schools: to decide', zh: '学校设置待审批' },
      hint: { en: 'What becomes of schools and waits for a decision of yours.', zh: '等待本机构审批的学校设置事项。' },
      filter: { ...toDecide.filter, procedure: { in: PROCEDURES } },
    },
  ],
  panels: [],
  views: [
    { name: 'proposed', label: { en: 'Proposed schools', zh: '拟设学校' }, kind: 'SchoolProposal', filter: { state: { eq: 'PROPOSED' } } },
    {
      name: 'suspended-schools',
      label: { en: 'Suspended schools', zh: '停办学校' },
      kind: 'SchoolClosure',
      filter: { sort: { eq: 'SUSPENDED' }, reopenedOn: { isNull: true } },
    },
    { name: 'ended-schools', label: { en: 'Closed and merged schools', zh: '已撤并学校' }, kind: 'SchoolClosure', filter: { sort: { in: ['CLOSED', 'MERGED'] } } },
    {
      name: 'reorganisations',
      label: { en: 'Mergers and splits to carry out', zh: '待执行的合并与分立' },
      kind: 'Reorganisation',
      filter: { state: { in: ['PREVIEWED', 'APPROVED', 'FAILED'] } },
    },
    { name: 'handover', label: { en: 'Still to be handed over', zh: '待交接事项' }, kind: 'HandoverItem', filter: { state: { eq: 'OPEN' } } },
  ],
  verbs: ['proposeSchool', 'planMerger', 'planSplit', 'planPlacement'],
  imports: [],
};
