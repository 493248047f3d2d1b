import type { Desk } from '../desk';

/** A school that is inspected: what it has to hand in, and how its licence stands. */
export const inspected: Desk = {
  name: 'inspected',
  label: { en: 'Inspections of our school', zh: '本校受检' },
  hint: { en: 'What we hand in and put right', zh: '自查报送与整改' },
  roles: ['principal', 'registrar'],
  levels: ['UNIT'],
  seasons: ['term-opening', 'closing'],
  opens: 'to-hand-in',
  panels: [],
  queues: [
    {
      name: 'to-hand-in',
      label: { en: 'To hand in', zh: '待报送' },
      hint: { en: 'Self-reports, and what was to be put right. Files are added on the page of each.', zh: '自查报告与整改报告；附件在检查页面添加。' },
      kind: 'Inspection',
      filter: { state: { in: ['OPEN', 'RECTIFY'] } },
      at: 'unit',
      dueBy: 'due',
      bench: () => import('./benches').then((part) => part.handingInBench),
    },
  ],
  views: [
    { name: 'all', label: { en: 'All inspections', zh: '全部检查' }, kind: 'Inspection', filter: {} },
    { name: 'licence', label: { en: 'Our licence', zh: '办学许可证' }, kind: 'Licence', filter: {} },
  ],
  verbs: ['announceTermination'],
  imports: [],
};
