import { today } from '../../cases/due';
import type { ShownInspectionFragment } from '../../gql/graphql';
import { type AskProps, bench, type Decision } from '../desk';
import { VerbFields } from '../parts/VerbFields';
import { INSPECTION_QUEUE } from './documents';
import { InspectionEvidence } from './InspectionEvidence';
import {
  BEGIN_DOCUMENT_CHECK,
  BEGIN_SITE_CHECK,
  EXTEND_RECTIFICATION,
  FAIL_RECHECK,
  GIVE_RESULT,
  HAND_IN_RECTIFICATION,
  HAND_IN_SELF_REPORT,
  ORDER_RECTIFICATION,
  PASS_RECHECK,
  PUBLISH_INSPECTION,
  REFER_INSPECTION,
  RETURN_SELF_REPORT,
} from './verbs';

type Inspection = ShownInspectionFragment;

const shown = {
  items: INSPECTION_QUEUE,
  title: ({ unitName }: Inspection) => unitName,
  about: ({ due, scheme }: Inspection) => [due, scheme?.name].filter(Boolean).join(' · '),
  Evidence: ({ item }: { readonly item: Inspection }) => <InspectionEvidence one={item} />,
};

/** The record that was seen, and no later one. */
function seen({ id, version }: Inspection) {
  return { id, expectedVersion: version };
}

/** The fields of a verb besides the text that every decision has. */
function asking(verb: string, only: readonly string[]) {
  return function Asked({ value, onChange }: AskProps<Inspection>) {
    return <VerbFields verb={verb} only={only} value={value} onChange={onChange} />;
  };
}

const checkDocuments: Decision<Inspection> = {
  name: 'documents',
  key: 'd',
  label: { en: 'Check the documents', zh: '开始材料审核' },
  verb: 'beginDocumentCheck',
  document: BEGIN_DOCUMENT_CHECK,
  note: 'optional',
  input: (item, text) => ({ ...seen(item), text: text || null }),
};

const sendBack: Decision<Inspection> = {
  name: 'return',
  key: 'b',
  label: { en: 'Return for completion', zh: '退回补正' },
  verb: 'returnSelfReport',
  document: RETURN_SELF_REPORT,
  note: 'required',
  Ask: asking('returnSelfReport', ['due']),
  input: (item, reason, { due }) => ({ ...seen(item), reason, due }),
};

/** Self-reports that came in. */
export const reportedBench = bench<Inspection>({ ...shown, decisions: [checkDocuments, sendBack] });

/** Inspections whose documents or places are being looked at; items are scored on the page of each. */
export const checkingBench = bench<Inspection>({
  ...shown,
  decisions: [
    {
      name: 'visit',
      key: 'v',
      label: { en: 'Check on the spot', zh: '开始现场检查' },
      verb: 'beginSiteCheck',
      document: BEGIN_SITE_CHECK,
      note: 'optional',
      fits: ({ state, scheme }) => state === 'DOC_CHECK' && scheme?.hasSiteCheck === true,
      Ask: asking('beginSiteCheck', ['visitedOn']),
      input: (item, text, { visitedOn }) => ({ ...seen(item), visitedOn, text: text || null }),
    },
    {
      name: 'result',
      key: 'r',
      label: { en: 'Give the result', zh: '出具结论' },
      verb: 'giveInspectionResult',
      document: GIVE_RESULT,
      note: 'required',
      fits: ({ state, scheme }) => state === 'SITE_CHECK' || scheme?.hasSiteCheck === false,
      Ask: asking('giveInspectionResult', ['result']),
      input: (item, opinion, { result }) => ({ ...seen(item), opinion, result: result ?? null }),
    },
  ],
});

/** Results that are not public yet. */
export const resultBench = bench<Inspection>({
  ...shown,
  decisions: [
    {
      name: 'publish',
      key: 'p',
      label: { en: 'Publish', zh: '公布结论' },
      verb: 'publishInspection',
      document: PUBLISH_INSPECTION,
      note: 'none',
      fits: ({ defenceUntil }) => defenceUntil == null || defenceUntil < today(),
      input: (item) => seen(item),
    },
  ],
});

/** Published results that are no full pass. */
export const orderingBench = bench<Inspection>({
  ...shown,
  decisions: [
    {
      name: 'order',
      key: 'o',
      label: { en: 'Order rectification', zh: '责令整改' },
      verb: 'orderRectification',
      document: ORDER_RECTIFICATION,
      note: 'required',
      Ask: asking('orderRectification', ['rectifyDue']),
      input: (item, text, { rectifyDue }) => ({ ...seen(item), text, rectifyDue }),
    },
  ],
});

/** What units are to put right. */
export const pressingBench = bench<Inspection>({
  ...shown,
  decisions: [
    {
      name: 'extend',
      key: 'e',
      label: { en: 'Give more time', zh: '延长整改期限' },
      verb: 'extendRectification',
      document: EXTEND_RECTIFICATION,
      note: 'required',
      fits: ({ lamp }) => lamp !== 'RED',
      Ask: asking('extendRectification', ['rectifyDue']),
      input: (item, reason, { rectifyDue }) => ({ ...seen(item), reason, rectifyDue }),
    },
    {
      name: 'refer',
      key: 'r',
      label: { en: 'Refer for sanction', zh: '移送处理' },
      verb: 'referInspection',
      document: REFER_INSPECTION,
      note: 'required',
      fits: ({ lateFrom }) => lateFrom != null && lateFrom <= today(),
      input: (item, reason) => ({ ...seen(item), reason }),
    },
  ],
});

/** What units say they put right. */
export const recheckBench = bench<Inspection>({
  ...shown,
  decisions: [
    {
      name: 'pass',
      key: 'p',
      label: { en: 'Put right', zh: '复查通过' },
      verb: 'passRecheck',
      document: PASS_RECHECK,
      note: 'required',
      input: (item, opinion) => ({ ...seen(item), opinion }),
    },
    {
      name: 'fail',
      key: 'f',
      label: { en: 'Not put right', zh: '复查不通过' },
      verb: 'failRecheck',
      document: FAIL_RECHECK,
      note: 'required',
      Ask: asking('failRecheck', ['rectifyDue']),
      input: (item, opinion, { rectifyDue }) => ({ ...seen(item), opinion, rectifyDue }),
    },
  ],
});

/** What a unit that is inspected has to hand in. */
export const handingInBench = bench<Inspection>({
  ...shown,
  decisions: [
    {
      name: 'report',
      key: 'r',
      label: { en: 'Hand in the self-report', zh: '报送自查' },
      verb: 'handInSelfReport',
      document: HAND_IN_SELF_REPORT,
      note: 'required',
      fits: ({ state }) => state === 'OPEN',
      input: (item, text) => ({ ...seen(item), text }),
    },
    {
      name: 'rectification',
      key: 'c',
      label: { en: 'Hand in what was put right', zh: '报送整改' },
      verb: 'handInRectification',
      document: HAND_IN_RECTIFICATION,
      note: 'required',
      fits: ({ state }) => state === 'RECTIFY',
      input: (item, text) => ({ ...seen(item), text }),
    },
  ],
});
