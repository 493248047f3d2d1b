import type { PupilFactsFragment } from '../../gql/graphql';
import { type AskProps, bench } from '../desk';
import { PUPIL_QUEUE } from '../parts/documents';
import { Pupil } from '../parts/Pupil';
import { VerbFields } from '../parts/VerbFields';
import { ADD_GUARDIAN } from './documents';

/** What is usual of a first guardian; each can be changed. */
const USUAL = { isLegalGuardian: true, mayDecide: true, maySee: true, mayCollect: true, contactOrder: 1 };

function Guardian({ value, onChange }: AskProps<PupilFactsFragment>) {
  return <VerbFields verb="addGuardian" value={{ ...USUAL, ...value }} onChange={onChange} />;
}

/** Pupils of whom no guardian is known. */
export const guardianBench = bench<PupilFactsFragment>({
  items: PUPIL_QUEUE,
  title: (item) => item.person?.name ?? item.number,
  about: (item) => [item.schoolClass?.name, item.grade.label].filter(Boolean).join(' · '),
  Evidence: ({ item }) => <Pupil pupil={item} />,
  decisions: [
    {
      name: 'add',
      key: 'g',
      label: { en: 'Enter a guardian', zh: '登记监护人' },
      verb: 'addGuardian',
      document: ADD_GUARDIAN,
      note: 'none',
      Ask: Guardian,
      input: (item, _note, chosen) => ({ ...USUAL, ...chosen, id: item.id, expectedVersion: item.version }),
    },
  ],
});
