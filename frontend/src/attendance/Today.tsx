import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Trouble } from '../shell/Trouble';
import { useWords } from '../words/words';
import { ATTENDANCE_CLASSES } from './documents';
import { halfOf, today } from './sheet';
import { ATTENDANCE } from './words';

/** How many classes of the school are still to be checked in this half of the day. */
export default function Today() {
  const t = useWords(ATTENDANCE);
  const day = today();
  const session = halfOf();
  const [{ data, error }, again] = useQuery({ query: ATTENDANCE_CLASSES, variables: { day } });
  if (error && !data) return <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />;
  if (data === undefined) return <Skeleton height={120} />;
  const open = data.schoolClasses.nodes.filter(({ endedOn }) => endedOn == null);
  const unchecked = open.filter(({ rollCalls }) => !rollCalls.nodes.some((call) => call.session === session));
  return (
    <Stack align="flex-start">
      <Text>
        {t(session)}: {unchecked.length} / {open.length} {t('unchecked')}
      </Text>
      <Button component={Link} to="/attendance">
        {t('open')}
      </Button>
    </Stack>
  );
}
