import { Checkbox, Radio, Stack } from '@mantine/core';
import type { ComparedPersonFragment } from '../../gql/graphql';
import { useWords } from '../../words/words';
import { type AskProps, bench } from '../desk';
import { DESKS_WORDS } from '../words';
import { type Candidate, Compare } from './Compare';
import { DUPLICATE_QUEUE, JUDGE_DUPLICATE, MERGE_PERSONS } from './documents';
import { lacking } from './lacking';

function used(person: ComparedPersonFragment | null | undefined): string {
  const place = person?.studies.nodes[0]?.school?.name ?? person?.employments.nodes[0]?.unit?.name;
  return [person?.name, person?.birthDate, person?.documentNumber?.mask, place].filter(Boolean).join(' · ');
}

/** Which of two entries stays when they are made one. */
function WhichStays({ item, value, onChange }: AskProps<Candidate>) {
  const t = useWords(DESKS_WORDS);
  return (
    <>
      <Radio.Group
        label={t('whichStays')}
        description={t('whichStaysHint')}
        value={(value['kept'] as string | undefined) ?? null}
        onChange={(kept) => onChange({ ...value, kept })}
        required
      >
        <Stack gap={6} mt={6}>
          {[item.one, item.other].map(
            (person, index) =>
              person != null && (
                <Radio key={person.id} value={person.id} label={t(index === 0 ? 'entryOne' : 'entryOther')} description={used(person)} />
              ),
          )}
        </Stack>
      </Radio.Group>
      <Checkbox
        label={t('voidConflicting')}
        checked={value['voidConflicting'] === true}
        onChange={(event) => onChange({ ...value, voidConflicting: event.currentTarget.checked })}
      />
    </>
  );
}

/** Entries that may be of one person. */
export const duplicateBench = bench<Candidate>({
  items: DUPLICATE_QUEUE,
  title: ({ one, other }) => (one?.name === other?.name ? (one?.name ?? '—') : `${one?.name ?? '—'} / ${other?.name ?? '—'}`),
  about: ({ score, unit }) => [String(score), unit?.name].filter(Boolean).join(' · '),
  Evidence: Compare,
  decisions: [
    {
      name: 'different',
      key: 'd',
      label: { en: 'Two persons', zh: '不同人' },
      verb: 'judgeDuplicate',
      document: JUDGE_DUPLICATE,
      note: 'optional',
      input: (item, note) => ({ id: item.id, expectedVersion: item.version, verdict: 'DIFFERENT', note: note || null }),
    },
    {
      name: 'same',
      key: 's',
      label: { en: 'One person; merge later', zh: '同一人，暂不合并' },
      verb: 'judgeDuplicate',
      document: JUDGE_DUPLICATE,
      note: 'optional',
      input: (item, note) => ({ id: item.id, expectedVersion: item.version, verdict: 'SAME', note: note || null }),
    },
    {
      name: 'merge',
      key: 'm',
      label: { en: 'One person; merge now', zh: '同一人，立即合并' },
      verb: 'mergePersons',
      document: MERGE_PERSONS,
      note: 'required',
      Ask: WhichStays,
      input: ({ one, other }, reason, { kept, voidConflicting = false }) => {
        const [stays, goes] = kept === other?.id ? [other, one] : [one, other];
        const mergeStudents = [stays, goes].every((entry) => (entry?.studies.nodes.length ?? 0) > 0);
        return {
          id: stays?.id,
          expectedVersion: stays?.version,
          merged: goes?.id,
          take: lacking(stays, goes),
          mergeStudents,
          voidConflicting,
          reason,
        };
      },
    },
  ],
});
