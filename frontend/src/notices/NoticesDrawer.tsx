import { Anchor, Button, Drawer, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { CombinedError } from 'urql';
import { useCatalogue } from '../catalogue/context';
import { OpenRun } from '../jobs/OpenRun';
import { type RunPlace, useRunsOf } from '../jobs/useRunsOf';
import { useTitles } from '../records/useTitles';
import { Trouble } from '../shell/Trouble';
import { useFocusBack } from '../shell/useFocusBack';
import { useLocale } from '../words/useLocale';
import { useLabel, useWords } from '../words/words';
import type { Notice } from './useNotices';
import { NOTICES_WORDS } from './words';

interface NoticesDrawerProps {
  readonly notices: readonly Notice[];
  readonly error: CombinedError | undefined;
  readonly refresh: () => void;
  readonly read: (some: readonly Notice[]) => Promise<void>;
  readonly onClose: () => void;
}

/** What one is told, each with the way to the record it is about. */
export default function NoticesDrawer({ notices, error, refresh, read, onClose }: NoticesDrawerProps) {
  const t = useWords(NOTICES_WORDS);
  useFocusBack();
  const places = useRunsOf(notices.flatMap(({ subject }) => (subject?.startsWith('Job:') ? [subject] : [])));
  const titles = useTitles(notices.flatMap(({ subject }) => subject ?? []));
  return (
    <Drawer opened onClose={onClose} position="right" title={t('title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="sm">
        {error && <Trouble error={error} onRetry={refresh} />}
        {notices.length === 0 && !error && (
          <Text size="sm" c="dimmed">
            {t('none')}
          </Text>
        )}
        {notices.some(({ state }) => state === 'UNREAD') && (
          <Button variant="default" size="xs" onClick={() => void read(notices)}>
            {t('readAll')}
          </Button>
        )}
        {notices.map((notice) => (
          <NoticeCard
            key={notice.id}
            notice={notice}
            title={titles.get(notice.subject ?? '')}
            place={places.get(notice.subject ?? '')}
            onRead={() => void read([notice])}
            onClose={onClose}
          />
        ))}
      </Stack>
    </Drawer>
  );
}

interface NoticeCardProps {
  readonly notice: Notice;
  /** What the record that it is about is called. */
  readonly title: string | undefined;
  readonly place: RunPlace | undefined;
  readonly onRead: () => void;
  readonly onClose: () => void;
}

function NoticeCard({ notice, title, place, onRead, onClose }: NoticeCardProps) {
  const t = useWords(NOTICES_WORDS);
  const label = useLabel();
  const locale = useLocale();
  const subject = notice.subject ?? undefined;
  const isKnown = useCatalogue().kindOfId(subject ?? '')?.singular != null;
  const isUnread = notice.state === 'UNREAD';
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const open = () => {
    onRead();
    onClose();
  };
  return (
    <Paper withBorder p="sm">
      <Text size="sm" fw={isUnread ? 600 : 400}>
        {label({ en: notice.englishText, zh: notice.chineseText })}
      </Text>
      {title !== undefined && <Text size="sm">{title}</Text>}
      <Group justify="space-between" mt={4}>
        <Text size="xs" c="dimmed">
          {format.format(new Date(notice.sentAt))}
        </Text>
        <Group gap="xs">
          {isUnread && (
            <Button size="compact-sm" variant="subtle" onClick={onRead}>
              {t('read')}
            </Button>
          )}
          {place && <OpenRun place={place} onClick={open} />}
          {subject !== undefined && isKnown && place === undefined && (
            <Anchor component={Link} to="/records/$id" params={{ id: subject } as never} size="sm" onClick={open}>
              {t('open')}
            </Anchor>
          )}
        </Group>
      </Group>
    </Paper>
  );
}
