import { Radio, Stack } from '@mantine/core';
import { type AskProps, bench, type Together } from '../desks/desk';
import { VerbFields } from '../desks/parts/VerbFields';
import type { CaseQueueQuery } from '../gql/graphql';
import { inLanguage, say, useLabel, useWords } from '../words/words';
import { CASE_CHECKS, CASE_QUEUE, DECIDE_CASE, DECIDE_CASES, RETURN_CASE } from './documents';
import { isOver } from './due';
import { Evidence } from './Evidence';
import { isAsideOf, isOwnOf } from './permitted';
import { earlier, isTurnOf, waiting } from './turn';
import { CASES } from './words';

export type Waiting = CaseQueueQuery['queue']['nodes'][number];

/** To which of the steps before; the last of them unless another is chosen. */
function WhichStep({ item, value, onChange }: AskProps<Waiting>) {
  const t = useWords(CASES);
  const label = useLabel();
  const steps = earlier(item.steps.nodes);
  return (
    <Radio.Group
      label={t('returnTo')}
      value={(value['step'] as string | undefined) ?? steps.at(-1)?.code ?? null}
      onChange={(step) => onChange({ ...value, step })}
      required
    >
      <Stack gap={6} mt={6}>
        {steps.map((step) => (
          <Radio key={step.id} value={step.code} label={label({ en: step.englishName, zh: step.chineseName })} description={step.unitName} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** The number and the date with which another authority answered. */
function WhichDocument({ value, onChange }: AskProps<Waiting>) {
  return <VerbFields verb="decideCase" only={DOCUMENT} value={value} onChange={onChange} />;
}

const DOCUMENT = ['number', 'date'];

function isExternal({ steps }: Waiting): boolean {
  return waiting(steps.nodes)?.sort === 'EXTERNAL';
}

/** What is decided is the step that was seen, and no other. */
function seen({ id, version, step }: Waiting) {
  return { id, expectedVersion: version, step };
}

/** Several that wait at one step are decided by one request. */
function together(decision: 'APPROVE' | 'REJECT'): Together<Waiting> {
  return {
    document: DECIDE_CASES,
    groupOf: ({ step }) => step,
    input: (items, opinion) => ({ ids: items.map(({ id }) => id), step: items[0]?.step, decision, opinion: opinion || null }),
  };
}

/** Cases that wait for a decision. */
export const caseBench = bench<Waiting>({
  items: CASE_QUEUE,
  title: ({ subjectName }) => subjectName,
  about: ({ procedure, stepEnglish, stepChinese, due }) =>
    [
      isOver(due) ? say(CASES, 'late') : due,
      procedure.label,
      inLanguage({ en: stepEnglish, zh: stepChinese }),
    ]
      .filter(Boolean)
      .join(' · '),
  isFor: (item, viewer) => isTurnOf(waiting(item.steps.nodes), viewer) && !isOwnOf(item, viewer) && !isAsideOf(item, viewer),
  Evidence,
  checks: CASE_CHECKS,
  decisions: [
    {
      name: 'approve',
      key: 'a',
      label: { en: 'Approve', zh: '同意' },
      verb: 'decideCase',
      document: DECIDE_CASE,
      note: 'optional',
      Ask: WhichDocument,
      asks: isExternal,
      input: (item, opinion, { number, date }) => ({
        ...seen(item),
        decision: 'APPROVE',
        opinion: opinion || null,
        ...(isExternal(item) ? { number, date } : {}),
      }),
      together: together('APPROVE'),
    },
    {
      name: 'refuse',
      key: 'r',
      label: { en: 'Refuse', zh: '不同意' },
      verb: 'decideCase',
      document: DECIDE_CASE,
      note: 'required',
      input: (item, opinion) => ({ ...seen(item), decision: 'REJECT', opinion }),
      together: together('REJECT'),
    },
    {
      name: 'return',
      key: 'b',
      label: { en: 'Send back', zh: '退回' },
      verb: 'returnCase',
      document: RETURN_CASE,
      note: 'required',
      fits: ({ steps }) => earlier(steps.nodes).length > 0,
      Ask: WhichStep,
      input: ({ id, version, steps }, reason, { step = earlier(steps.nodes).at(-1)?.code }) => ({
        id,
        expectedVersion: version,
        step,
        reason,
      }),
    },
  ],
});
