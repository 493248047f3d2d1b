import type { Desk } from '../desk';
import { OFFICERS } from './states';

/** Where tasks are done: to sign for, to report on, to submit. */
export const doing: Desk = {
  name: 'assigned-tasks',
  label: { en: 'Tasks assigned to us', zh: '督办事项' },
  hint: { en: 'To sign for, to report on, to submit', zh: '签收、反馈与报结' },
  roles: OFFICERS,
  levels: ['COUNTY', 'UNIT'],
  seasons: [],
  opens: 'to-do',
  panels: [],
  queues: [
    {
      name: 'to-sign',
      label: { en: 'To sign for', zh: '待签收' },
      hint: { en: 'Sign for it within a working day.', zh: '请在一个工作日内签收。' },
      kind: 'TaskParty',
      filter: { part: { in: ['LEAD', 'ASSISTING'] }, signedOn: { isNull: true }, task: { state: { ne: 'CLOSED' } } },
      at: 'unit',
      dueBy: 'signDue',
      bench: () => import('./benches').then((part) => part.unsignedBench),
    },
    {
      name: 'to-do',
      label: { en: 'To do', zh: '待办理' },
      hint: { en: 'To report on and submit: what we lead, the most pressing first.', zh: '本单位牵头的事项，请反馈进展、按期报结。' },
      kind: 'AssignedTask',
      filter: { state: { in: ['SIGNED', 'IN_PROGRESS', 'RETURNED'] } },
      at: 'lead',
      dueBy: 'due',
      bench: () => import('./benches').then((part) => part.doingBench),
    },
  ],
  views: [{ name: 'all', label: { en: 'All tasks', zh: '全部督办事项' }, kind: 'AssignedTask', filter: {} }],
  verbs: [],
  imports: [],
};
