import { Text } from '@mantine/core';
import { today } from '../../cases/due';
import type { ShownTaskFragment, TaskExtensionQueueQuery, UnsignedTaskQueueQuery } from '../../gql/graphql';
import { useWords } from '../../words/words';
import { type AskProps, bench, type Decision } from '../desk';
import { VerbFields } from '../parts/VerbFields';
import { EXTENSION_QUEUE, TASK_QUEUE, UNSIGNED_QUEUE } from './documents';
import { TaskEvidence } from './TaskEvidence';
import {
  ACCEPT_TASK,
  CLOSE_TASK,
  DECIDE_EXTENSION,
  EXTEND_TASK,
  HAND_ON_TASK,
  REMIND_TASK,
  REPORT_TASK,
  RETURN_TASK,
  SIGN_TASK,
  SUBMIT_TASK,
} from './verbs';
import { ASSIGNED } from './words';

type Task = ShownTaskFragment;
type Unsigned = UnsignedTaskQueueQuery['queue']['nodes'][number];
type Extension = TaskExtensionQueueQuery['queue']['nodes'][number];

const shown = {
  items: TASK_QUEUE,
  title: ({ title }: Task) => title,
  Evidence: ({ item }: { readonly item: Task }) => <TaskEvidence task={item} />,
};

/** The record that was seen, and no later one. */
function seen({ id, version }: Task) {
  return { id, expectedVersion: version };
}

/** The fields of a verb besides the text that every decision has. */
function asking(verb: string, only: readonly string[]) {
  return function Asked({ value, onChange }: AskProps<Task>) {
    return <VerbFields verb={verb} only={only} value={value} onChange={onChange} />;
  };
}

/** Tasks that wait for a signature of the viewer's units. */
export const unsignedBench = bench<Unsigned>({
  items: UNSIGNED_QUEUE,
  title: ({ task }) => task?.title ?? '—',
  about: ({ task, signDue }) => [signDue, task?.issuerName].filter(Boolean).join(' · '),
  Evidence: ({ item }) => (item.task == null ? null : <TaskEvidence task={item.task} />),
  decisions: [
    {
      name: 'sign',
      key: 's',
      label: { en: 'Sign for it', zh: '签收' },
      verb: 'signTask',
      document: SIGN_TASK,
      note: 'none',
      input: ({ task }) => ({ id: task?.id }),
    },
  ],
});

const extend: Decision<Task> = {
  name: 'extend',
  key: 'e',
  label: { en: 'Ask for more time', zh: '申请延期' },
  verb: 'extendTask',
  document: EXTEND_TASK,
  note: 'required',
  fits: ({ due }) => today() < due,
  Ask: asking('extendTask', ['until']),
  input: (item, reason, { until }) => ({ ...seen(item), until, reason }),
};

/** Tasks that the viewer's units lead: to be reported on and submitted. */
export const doingBench = bench<Task>({
  ...shown,
  about: ({ due, issuerName }) => [due, issuerName].join(' · '),
  decisions: [
    {
      name: 'report',
      key: 'r',
      label: { en: 'Report progress', zh: '反馈进展' },
      verb: 'reportTask',
      document: REPORT_TASK,
      note: 'required',
      input: (item, text) => ({ ...seen(item), text }),
    },
    {
      name: 'submit',
      key: 'b',
      label: { en: 'Submit', zh: '报结' },
      verb: 'submitTask',
      document: SUBMIT_TASK,
      note: 'required',
      fits: ({ state }) => state !== 'SIGNED',
      input: (item, text) => ({ ...seen(item), text }),
    },
    extend,
    {
      name: 'hand-on',
      key: 'h',
      label: { en: 'Hand on', zh: '转办' },
      verb: 'handOnTask',
      document: HAND_ON_TASK,
      note: 'optional',
      fits: ({ lead }) => lead?.category === 'COUNTY_BUREAU' || lead?.category === 'SECTION',
      Ask: asking('handOnTask', ['to', 'due']),
      input: (item, content, { to, due }) => ({ ...seen(item), to: to ?? [], due, content: content || null }),
    },
  ],
});

/** Tasks of the viewer's that were submitted. */
export const judgingBench = bench<Task>({
  ...shown,
  about: ({ submittedOn, leadName }) => [submittedOn, leadName].filter(Boolean).join(' · '),
  decisions: [
    {
      name: 'accept',
      key: 'a',
      label: { en: 'Accept', zh: '验收' },
      verb: 'acceptTask',
      document: ACCEPT_TASK,
      note: 'optional',
      input: (item, opinion) => ({ ...seen(item), opinion: opinion || null }),
    },
    {
      name: 'return',
      key: 'b',
      label: { en: 'Return', zh: '退回' },
      verb: 'returnTask',
      document: RETURN_TASK,
      note: 'required',
      input: (item, reason) => ({ ...seen(item), reason }),
    },
  ],
});

/** Tasks of the viewer's that are late or soon will be, and those that are accepted and still to be closed. */
export const pressingBench = bench<Task>({
  ...shown,
  about: ({ due, leadName }) => [due, leadName].join(' · '),
  decisions: [
    {
      name: 'remind',
      key: 'r',
      label: { en: 'Remind', zh: '催办' },
      verb: 'remindTask',
      document: REMIND_TASK,
      note: 'optional',
      fits: ({ state }) => state !== 'ACCEPTED',
      input: (item, text) => ({ ...seen(item), text: text || null }),
    },
    {
      name: 'close',
      key: 'c',
      label: { en: 'Close', zh: '办结' },
      verb: 'closeTask',
      document: CLOSE_TASK,
      note: 'optional',
      fits: ({ state }) => state === 'ACCEPTED',
      input: (item, reason) => ({ ...seen(item), reason: reason || null }),
    },
  ],
});

function Wanted({ item }: { readonly item: Extension }) {
  const t = useWords(ASSIGNED);
  return (
    <section aria-label={t('extensions')}>
      <Text size="sm" fw={600}>
        {t('until', { from: item.dueBefore, to: item.until })} · {item.askedBy}
      </Text>
      <Text size="sm">{item.reason}</Text>
    </section>
  );
}

function decided(name: 'grant' | 'refuse', key: string, en: string, zh: string): Decision<Extension> {
  return {
    name,
    key,
    label: { en, zh },
    verb: 'decideExtension',
    document: DECIDE_EXTENSION,
    note: name === 'grant' ? 'optional' : 'required',
    input: ({ id, version }, opinion) => ({ id, expectedVersion: version, decision: name.toUpperCase(), opinion: opinion || null }),
  };
}

/** More time that is asked for tasks of the viewer's. */
export const extensionBench = bench<Extension>({
  items: EXTENSION_QUEUE,
  title: ({ task }) => task?.title ?? '—',
  about: ({ until, task }) => [until, task?.leadName].filter(Boolean).join(' · '),
  Evidence: ({ item }) =>
    item.task == null ? null : (
      <TaskEvidence task={item.task}>
        <Wanted item={item} />
      </TaskEvidence>
    ),
  decisions: [decided('grant', 'g', 'Grant', '同意'), decided('refuse', 'r', 'Refuse', '不同意')],
});
