import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from 'urql';
import { graphql } from '../gql';
import { RecordLink } from '../records/RecordLink';
import { Block } from '../records/Block';
import { useTitles } from '../records/useTitles';
import { Trouble } from '../shell/Trouble';
import { useLabel, useWords } from '../words/words';
import { HOME_NOTICES } from './documents';
import { HOME } from './words';

const MARK_READ = graphql(`
  mutation HomeMarkRead($input: MarkNoticeReadInput!) {
    markNoticeRead(input: $input) {
      notice {
        id
        version
        state
      }
      errors {
        code
        message
      }
    }
  }
`);

/** What I was told and have not read. */
export function Notices() {
  const t = useWords(HOME);
  const label = useLabel();
  const [{ data, error }] = useQuery({ query: HOME_NOTICES });
  const [, markRead] = useMutation(MARK_READ);
  const titles = useTitles((data?.notices.nodes ?? []).flatMap(({ subject }) => subject ?? []));
  if (error && !data) return <Trouble error={error} />;
  if (data === undefined) return <Skeleton height={120} />;
  const { nodes } = data.notices;
  return (
    <Block title={t('notices')} empty={t('noNotices')} isEmpty={nodes.length === 0}>
      {nodes.map((notice) => {
        const text = label({ en: notice.englishText, zh: notice.chineseText });
        return (
          <Group key={notice.id} justify="space-between" wrap="nowrap" gap="xs">
            <Stack gap={0} miw={0}>
              <Text size="sm">{notice.subject == null ? text : <RecordLink id={notice.subject}>{text}</RecordLink>}</Text>
              <Text size="xs" c="dimmed">
                {[titles.get(notice.subject ?? ''), notice.sentAt.slice(0, 10)].filter(Boolean).join(' · ')}
              </Text>
            </Stack>
            <Button
              size="compact-sm"
              variant="subtle"
              flex="none"
              onClick={() => void markRead({ input: { id: notice.id, expectedVersion: notice.version } })}
            >
              {t('read')}
            </Button>
          </Group>
        );
      })}
    </Block>
  );
}
