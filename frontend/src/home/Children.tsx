import { Skeleton, Text } from '@mantine/core';
import { useQuery } from 'urql';
import { useStateWords } from '../desks/parts/useFieldWords';
import { Block } from '../records/Block';
import { RecordLink } from '../records/RecordLink';
import { Trouble } from '../shell/Trouble';
import { useWords } from '../words/words';
import { HOME_CHILDREN } from './documents';
import classes from './home.module.css';
import { HOME } from './words';

/** What stands at home for who holds no role: the pupils whose guardian they are. */
export function Children() {
  const t = useWords(HOME);
  const status = useStateWords('Student', 'status');
  const [{ data, error }] = useQuery({ query: HOME_CHILDREN });
  if (error && data === undefined) return <Trouble error={error} />;
  if (data === undefined) return <Skeleton height={120} />;
  const children = data.students.nodes;
  return (
    <Block title={t('children')} empty={t('noChildren')} isEmpty={children.length === 0}>
      {children.map(({ id, person, school, schoolClass, grade, status: stands }) => (
        <div key={id} className={classes.child}>
          <Text fw={600}>
            <RecordLink id={id}>{person?.name}</RecordLink>
          </Text>
          <Text size="sm">{[school?.name, schoolClass?.name ?? grade?.label, status(stands)].filter(Boolean).join(' · ')}</Text>
        </div>
      ))}
    </Block>
  );
}
