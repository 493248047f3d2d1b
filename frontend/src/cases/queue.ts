import type { Queue } from '../desks/desk';

const WAITS = { state: { eq: 'WAITING' } };

/** The cases that wait for the viewer's roles at their units, the most pressing first. */
export const toDecide: Queue = {
  name: 'to-decide',
  label: { en: 'To decide', zh: '待审批' },
  hint: { en: 'Cases that wait for a decision of yours, the most pressing first.', zh: '等待本机构审批的事项，按期限先后排列。' },
  kind: 'Case',
  filter: { state: { eq: 'OPEN' } },
  at: 'unit',
  turn: {
    ofRoles: (roles) => ({ steps: { some: { ...WAITS, or: roles.map((role) => ({ roles: { contains: role } })) } } }),
    ofColleague: (name) => ({ steps: { some: { ...WAITS, delegatedTo: { eq: name } } } }),
  },
  dueBy: 'due',
  bench: () => import('./bench').then((part) => part.caseBench),
};
