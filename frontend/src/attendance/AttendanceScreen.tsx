import { Alert, Button, Group, SegmentedControl, Skeleton, Stack, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { Trouble } from '../shell/Trouble';
import { inLanguage, useWords } from '../words/words';
import { useLocale } from '../words/useLocale';
import classes from './attendance.module.css';
import { ATTENDANCE_CLASSES } from './documents';
import { Roll } from './Roll';
import { type HalfDay, halfOf, today } from './sheet';
import { useSheets } from './useSheets';
import { ATTENDANCE } from './words';

const HALVES: readonly HalfDay[] = ['MORNING', 'AFTERNOON'];

/** The classes that one checks today; one of them, and who of it is there. What is written waits where there is no network. */
export function AttendanceScreen() {
  const t = useWords(ATTENDANCE);
  const search = useSearch({ from: '/inside/attendance' });
  const navigate = useNavigate({ from: '/attendance' });
  const language = useLocale() === 'zh-CN' ? 'zh' : 'en';
  const day = search.day ?? today();
  const session = search.session ?? halfOf();
  const sheets = useSheets();
  const [{ data, error }, again] = useQuery({ query: ATTENDANCE_CLASSES, variables: { day } });
  const codes = useMemo(
    () =>
      new Map(data?.codeEntries.nodes.map(({ code, english, chinese }) => [code, inLanguage({ en: english, zh: chinese }, language)])),
    [data, language],
  );
  const open = data?.schoolClasses.nodes.filter(({ endedOn }) => endedOn == null) ?? [];
  const chosen = open.find(({ id }) => id === search.class) ?? (open.length === 1 ? open[0] : undefined);
  const callOf = (one: (typeof open)[number]) => one.rollCalls.nodes.find((call) => call.session === session);
  const go = (to: { day?: string; session?: HalfDay; class?: string | undefined }) =>
    void navigate({ search: (now) => ({ ...now, ...to }) });

  return (
    <Stack p="md" gap="md" maw={640} mx="auto">
      <Title order={1} size="h3">
        {t('title')}
      </Title>
      <Group align="end" grow>
        <TextInput
          type="date"
          size="md"
          label={t('day')}
          value={day}
          max={today()}
          onChange={(event) => event.currentTarget.value !== '' && go({ day: event.currentTarget.value })}
        />
        <SegmentedControl
          size="md"
          aria-label={t('session')}
          data={HALVES.map((value) => ({ value, label: t(value) }))}
          value={session}
          onChange={(value) => go({ session: value as HalfDay })}
        />
      </Group>
      {sheets.waiting > 0 && (
        <Alert color="yellow" role="status">
          {t('waiting', { count: sheets.waiting })}
        </Alert>
      )}
      {sheets.refusals.length > 0 && (
        <Alert color="red" title={t('refused')} role="alert">
          {sheets.refusals.map((reason) => (
            <Text key={reason} size="sm">
              {reason}
            </Text>
          ))}
        </Alert>
      )}
      {error && !data && <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />}
      {!error && !data && <Skeleton height={240} />}
      {data && open.length === 0 && <Text>{t('noClasses')}</Text>}
      {chosen !== undefined && open.length > 1 && (
        <Button variant="subtle" onClick={() => go({ class: undefined })}>
          {t('back')}
        </Button>
      )}
      {chosen === undefined ? (
        <ul className={classes.list} aria-label={t('classes')}>
          {open.map((one) => {
            const call = callOf(one);
            const isUnsent = sheets.kept.some((sheet) => sheet.schoolClass === one.id && sheet.day === day && sheet.session === session);
            return (
              <li key={one.id}>
                <UnstyledButton className={classes.pupil} mb={4} onClick={() => go({ class: one.id })}>
                  <span>{one.name}</span>
                  <Text span size="sm">
                    {isUnsent
                      ? t('unsent')
                      : call === undefined
                        ? t('unchecked')
                        : t('checked', { present: call.present, expected: call.expected })}
                    {call?.isDoubtful ? ` · ${t('doubtful')}` : ''}
                  </Text>
                </UnstyledButton>
              </li>
            );
          })}
        </ul>
      ) : (
        <Roll
          key={`${chosen.id} ${day} ${session}`}
          id={chosen.id}
          day={day}
          session={session}
          isChecked={callOf(chosen) !== undefined}
          codes={codes}
          sheets={sheets}
        />
      )}
      {data?.schoolClasses.pageInfo.hasNextPage && (
        <Text size="sm" c="dimmed">
          {t('more')}
        </Text>
      )}
    </Stack>
  );
}
