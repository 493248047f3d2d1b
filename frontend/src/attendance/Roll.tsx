import { Alert, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { useQuery } from 'urql';
import { useViewer } from '../session/SessionGate';
import { Trouble } from '../shell/Trouble';
import { useWords } from '../words/words';
import classes from './attendance.module.css';
import { ATTENDANCE_ROLL } from './documents';
import { begun, type HalfDay, keyOf, PRESENT, type Said, type Sheet, tapped } from './sheet';
import type { useSheets } from './useSheets';
import { ATTENDANCE } from './words';

interface Props {
  readonly id: string;
  readonly day: string;
  readonly session: HalfDay;
  readonly isChecked: boolean;
  readonly codes: ReadonlyMap<string, string>;
  readonly sheets: ReturnType<typeof useSheets>;
}

/** The codes at which a pupil is at school all the same. */
const THERE = new Set([PRESENT, 'L', 'E', 'O', 'R']);

/** One class in one half of a day: a tap for each pupil who is not simply there. */
export function Roll({ id, day, session, isChecked, codes, sheets }: Props) {
  const t = useWords(ATTENDANCE);
  const { username: account } = useViewer();
  const [{ data, error }, again] = useQuery({ query: ATTENDANCE_ROLL, variables: { id, day } });
  const [outcome, setOutcome] = useState<{ readonly name: 'done' | 'kept' | 'refused'; readonly reason?: string }>();
  const class_ = data?.schoolClass;
  if (error && !data) return <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />;
  if (class_ == null) return <Skeleton height={320} />;

  const place = { account, schoolClass: id, day, session };
  const kept = sheets.kept.find((sheet) => keyOf(sheet) === keyOf(place));
  const marks = class_.attendanceMarks.nodes.map((mark) => ({ session: mark.session, code: mark.code.code, student: mark.student?.id ?? '' }));
  const leaves = class_.leaveRequests.nodes.map((leave) => ({ code: leave.code.code, student: leave.student?.id ?? '' }));
  const said = kept?.said ?? begun(marks, leaves, session, isChecked);
  const pupils = class_.students.nodes;
  const away = Object.values(said).filter((code) => !THERE.has(code)).length;

  const sheetOf = (now: Said): Sheet => ({ ...place, name: class_.name ?? '', said: now, key: '' });
  const write = (now: Said) => {
    setOutcome(undefined);
    sheets.keep(sheetOf(now));
  };
  const send = async (now: Said) => setOutcome(await sheets.send(sheetOf(now)));

  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {class_.name}
      </Title>
      <Text size="sm" c="dimmed">
        {t('hint')}
      </Text>
      {pupils.length === 0 ? (
        <Text>{t('noPupils')}</Text>
      ) : (
        <Pupils pupils={pupils} said={said} codes={codes} onTap={(pupil) => write(tapped(said, pupil))} />
      )}
      <div className={classes.footer}>
        <Text size="sm" role="status" aria-live="polite" mb="xs">
          {t('count', { present: pupils.length - away, expected: pupils.length, exceptions: Object.keys(said).length })}
        </Text>
        {outcome?.name === 'refused' && (
          <Alert color="red" title={t('refused')} role="alert" mb="xs">
            {outcome.reason}
          </Alert>
        )}
        {outcome !== undefined && outcome.name !== 'refused' && (
          <Text role="status" mb="xs">
            {t(outcome.name)}
          </Text>
        )}
        <Group grow>
          <Button variant="default" size="lg" onClick={() => write({})}>
            {t('allPresent')}
          </Button>
          <Button size="lg" onClick={() => void send(said)} disabled={pupils.length === 0}>
            {t('send')}
          </Button>
        </Group>
      </div>
    </Stack>
  );
}

interface Pupil {
  readonly id: string;
  readonly number: string;
  readonly seatNumber?: number | null;
  readonly person?: { readonly name: string } | null;
}

interface PupilsProps {
  readonly pupils: readonly Pupil[];
  readonly said: Said;
  readonly codes: ReadonlyMap<string, string>;
  readonly onTap: (pupil: string) => void;
}

const HEIGHT = 56;

function Pupils({ pupils, said, codes, onTap }: PupilsProps) {
  const t = useWords(ATTENDANCE);
  const scrolled = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: pupils.length,
    getScrollElement: () => scrolled.current,
    estimateSize: () => HEIGHT,
    overscan: 8,
  });
  return (
    <div ref={scrolled} className={classes.roll} tabIndex={-1}>
      <ul aria-label={t('pupils')} className={`${classes.list} ${classes.body}`} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const pupil = pupils[item.index]!;
          const code = said[pupil.id] ?? PRESENT;
          return (
            <li
              key={pupil.id}
              className={classes.place}
              style={{ transform: `translateY(${item.start}px)` }}
              aria-setsize={pupils.length}
              aria-posinset={item.index + 1}
            >
              <button
                type="button"
                className={classes.pupil}
                data-noted={code === PRESENT ? undefined : code}
                onClick={() => onTap(pupil.id)}
              >
                <span>
                  {pupil.person?.name ?? pupil.number}
                  {pupil.seatNumber == null ? '' : ` · ${t('seat', { seat: pupil.seatNumber })}`}
                </span>
                <span>{codes.get(code) ?? code}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
