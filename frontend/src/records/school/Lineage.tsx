import { List } from '@mantine/core';
import { RecordLink } from '../RecordLink';
import { useWords } from '../../words/words';
import { Block } from '../Block';
import { RECORDS } from '../words';
import type { School } from './SchoolPage';

/** What a school was called, by name and by code. */
export function Lineage({ school }: { readonly school: School }) {
  const t = useWords(RECORDS);
  const former = [
    ...school.formerNames.nodes.map((each) => ({ ...each, what: t('formerName'), called: each.name })),
    ...school.formerCodes.nodes.map((each) => ({ ...each, what: t('formerCode'), called: each.code })),
  ].toSorted((one, other) => other.heldUntil.localeCompare(one.heldUntil));
  return (
    <Block title={t('history')} empty={t('noHistory')} isEmpty={former.length === 0}>
      <List size="sm" listStyleType="none">
        {former.map(({ id, what, called, heldFrom, heldUntil }) => (
          <List.Item key={id}>
            {heldFrom ?? ''} – {heldUntil}: {what} <RecordLink id={id}>{called}</RecordLink>
          </List.Item>
        ))}
      </List>
    </Block>
  );
}
