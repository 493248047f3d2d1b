import type { Desk, Queue } from '../desk';
import { OFFICERS, OPEN } from './states';

/** Tasks of the viewer's units that are open and under a lamp. */
function under(lamp: string, name: string, en: string, zh: string, hintEn: string, hintZh: string): Queue {
  return {
    name,
    label: { en, zh },
    hint: { en: hintEn, zh: hintZh },
    kind: 'AssignedTask',
    filter: { ...OPEN, lamp: { eq: lamp } },
    at: 'issuer',
    bench: () => import('./benches').then((part) => part.pressingBench),
  };
}

/** Where tasks are assigned: who is late, what was submitted, who asks for more time. */
export const issuing: Desk = {
  name: 'assigning',
  label: { en: 'Tasks we assigned', zh: '督查督办' },
  hint: { en: 'Who is late, what was submitted, who asks for more time', zh: '催办、验收与延期批复' },
  roles: OFFICERS,
  levels: ['CITY', 'COUNTY'],
  seasons: [],
  opens: 'lamps',
  panels: [{ name: 'lamps', label: { en: 'Lamps', zh: '亮灯情况' }, kind: 'AssignedTask', load: () => import('./Lamps') }],
  queues: [
    under('RED', 'overdue', 'Overdue', '红灯（逾期）', 'Remind them; the office above knows already.', '已逾期，可催办；系统已提级督办。'),
    {
      name: 'to-accept',
      label: { en: 'To accept', zh: '待验收' },
      hint: { en: 'What was submitted to us: is it done?', zh: '牵头单位已报结，请验收或退回。' },
      kind: 'AssignedTask',
      filter: { state: { eq: 'SUBMITTED' } },
      at: 'issuer',
      bench: () => import('./benches').then((part) => part.judgingBench),
    },
    {
      name: 'more-time',
      label: { en: 'More time asked for', zh: '待批延期' },
      hint: { en: 'Decided before the last day is over.', zh: '须在原期限届满前批复。' },
      kind: 'TaskExtension',
      filter: { state: { eq: 'OPEN' } },
      at: 'task.issuer',
      bench: () => import('./benches').then((part) => part.extensionBench),
    },
    under('YELLOW', 'due-soon', 'Due soon', '黄灯（临期）', 'Three working days are left, or fewer.', '距期限不足三个工作日。'),
    {
      name: 'to-close',
      label: { en: 'To close', zh: '待办结' },
      hint: { en: 'Accepted, and still to be closed.', zh: '已验收，尚未办结归档。' },
      kind: 'AssignedTask',
      filter: { state: { eq: 'ACCEPTED' } },
      at: 'issuer',
      bench: () => import('./benches').then((part) => part.pressingBench),
    },
  ],
  views: [
    { name: 'all', label: { en: 'All tasks', zh: '全部督办事项' }, kind: 'AssignedTask', filter: {} },
    { name: 'documents', label: { en: 'Official documents', zh: '公文' }, kind: 'OfficialDocument', filter: {} },
  ],
  verbs: ['issueTask', 'issueDocument', 'registerDocument'],
  imports: [],
};
