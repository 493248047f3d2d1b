import { List } from '@mantine/core';
import { RecordLink } from '../RecordLink';
import { useWords } from '../../words/words';
import { Block } from '../Block';
import { RECORDS } from '../words';
import type { School } from './SchoolPage';

/** Where a school teaches, and for how many. */
export function Sites({ school }: { readonly school: School }) {
  const t = useWords(RECORDS);
  const campuses = school.campuses.nodes;
  const stages = school.stages.nodes;
  return (
    <>
      <Block title={t('campuses')} empty="—" isEmpty={campuses.length === 0}>
        <List size="sm" listStyleType="none">
          {campuses.map((each) => (
            <List.Item key={each.id}>
              <RecordLink id={each.id}>{each.name}</RecordLink>
              {each.isMain && ` (${t('main')})`}
              {each.address != null && ` · ${each.address}`}
            </List.Item>
          ))}
        </List>
      </Block>
      <Block title={t('stages')} empty="—" isEmpty={stages.length === 0}>
        <List size="sm" listStyleType="none">
          {stages.map((each) => (
            <List.Item key={each.id}>
              <RecordLink id={each.id}>{each.stage.label}</RecordLink> · {each.schoolYear?.name} · {each.places}
            </List.Item>
          ))}
        </List>
      </Block>
    </>
  );
}
