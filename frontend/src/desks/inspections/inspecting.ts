import type { Desk, Queue } from '../desk';
import { WANTING } from './states';

type Benches = typeof import('./benches');

/** Inspections that the viewer's offices hold, at one step. */
function atStep(
  name: string,
  states: readonly string[],
  [en, zh]: readonly [string, string],
  [hintEn, hintZh]: readonly [string, string],
  bench: keyof Benches,
): Queue {
  return {
    name,
    label: { en, zh },
    hint: { en: hintEn, zh: hintZh },
    kind: 'Inspection',
    filter: { state: { in: [...states] } },
    at: 'office',
    dueBy: 'due',
    bench: () => import('./benches').then((part) => part[bench]),
  };
}

/** Who inspects schools and keeps the licences of private ones. */
export const inspecting: Desk = {
  name: 'inspecting',
  label: { en: 'Inspections and licences', zh: '检查与民办学校' },
  hint: { en: 'What is to be checked, published, put right and licensed', zh: '检查、公布、整改复查与办学许可' },
  roles: ['registrar', 'inspector', 'director'],
  levels: ['CITY', 'COUNTY'],
  seasons: ['annual-reports', 'term-opening', 'closing'],
  opens: 'due',
  panels: [{ name: 'due', label: { en: 'What is due', zh: '临期与逾期' }, kind: 'Inspection', load: () => import('./WhatIsDue') }],
  queues: [
    atStep('reported', ['SELF_REPORT'], ['Self-reports', '待审自查'], ['Is all there that is needed?', '材料是否齐全，可开始审核或退回补正。'], 'reportedBench'),
    atStep('checking', ['DOC_CHECK', 'SITE_CHECK'], ['Being checked', '检查中'], ['Score every item, then give the result.', '逐项评分后出具结论。'], 'checkingBench'),
    atStep('results', ['RESULT'], ['To publish', '待公布'], ['Once the time for a defence is over.', '申辩期满后公布。'], 'resultBench'),
    atStep('to-order', ['PUBLISHED'], ['To be rectified', '待责令整改'], ['Say what is to be put right, and until when.', '明确整改要求和期限。'], 'orderingBench'),
    atStep('rectifying', ['RECTIFY'], ['Rectification', '整改中'], ['What is late bars from enrolment and can be referred.', '逾期的限制招生，可移送处理。'], 'pressingBench'),
    atStep('recheck', ['RECHECK'], ['To recheck', '待复查'], ['Is it put right?', '整改是否到位？'], 'recheckBench'),
  ],
  views: [
    { name: 'wanting', label: { en: 'No full pass', zh: '基本合格与不合格' }, kind: 'Inspection', filter: WANTING },
    { name: 'referred', label: { en: 'Referred for sanction', zh: '移送处理' }, kind: 'Inspection', filter: { state: { eq: 'REFERRED' } } },
    { name: 'rounds', label: { en: 'Rounds', zh: '检查批次' }, kind: 'InspectionRound', filter: {} },
    { name: 'licences', label: { en: 'Licences that hold', zh: '有效办学许可证' }, kind: 'Licence', filter: { state: { eq: 'VALID' } } },
    { name: 'ended', label: { en: 'Licences that hold no more', zh: '失效、吊销与注销' }, kind: 'Licence', filter: { state: { ne: 'VALID' } } },
    { name: 'projects', label: { en: 'Private schools to be', zh: '民办学校筹设' }, kind: 'PrivateProject', filter: { state: { ne: 'ESTABLISHED' } } },
    { name: 'terminations', label: { en: 'Schools that end', zh: '终止办学' }, kind: 'Termination', filter: { state: { ne: 'COMPLETED' } } },
    { name: 'credit', label: { en: 'Credit file', zh: '信用档案' }, kind: 'CreditEntry', filter: {} },
  ],
  verbs: ['openInspectionRound', 'createInspectionScheme', 'createOrganiser', 'registerPrivateProject'],
  imports: [],
};
