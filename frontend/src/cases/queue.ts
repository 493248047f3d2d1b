import type { Queue } from '../desks/desk';

/** The cases that wait at units of the viewer's roles, the most pressing first. */
export const toDecide: Queue = {
  name: 'to-decide',
  label: { en: 'To decide', zh: '待审批' },
  hint: { en: 'Cases that wait for a decision of yours, the most pressing first.', zh: '等待本机构审批的事项，按期限先后排列。' },
  kind: 'Case',
  filter: { state: { eq: 'OPEN' } },
  at: 'unit',
  dueBy: 'due',
  bench: () => import('./bench').then((part) => part.caseBench),
};
