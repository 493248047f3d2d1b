import { ActionIcon, Loader, Popover, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../words/words';
import type { InputProps } from '../field';
import classes from '../fields.module.css';
import { shown, textual } from '../input';
import { FIELDS } from '../words';
import { exists, day } from './typed';

const DayPicker = lazy(() => import('./DayPicker'));

/** A day, typed in any of the ways people write one, or picked from a calendar. */
export default function DateInput(props: InputProps) {
  const { value, onChange, label } = props;
  const t = useWords(FIELDS);
  const [typed, setTyped] = useState<string>();
  const [opened, { open, close }] = useDisclosure();
  const change = (text: string) => {
    setTyped(text);
    onChange(text.trim() === '' ? null : (day(text) ?? text));
  };
  const pick = (picked: string) => {
    onChange(picked);
    close();
  };
  const known = typeof value === 'string' && exists(value) ? value : null;
  const calendar = (
    <Popover opened={opened} onDismiss={close} position="bottom-end" trapFocus withinPortal>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" onClick={open} aria-label={t('pickDay', { of: label })}>
          <CalendarSign />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={<Loader size="sm" />}>{opened && <DayPicker value={known} onPick={pick} />}</Suspense>
      </Popover.Dropdown>
    </Popover>
  );
  return (
    <TextInput
      {...shown(props)}
      classNames={{ input: classes.number ?? '' }}
      placeholder={t('datePattern')}
      value={typed ?? textual(value)}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => setTyped(undefined)}
      rightSection={calendar}
    />
  );
}

function CalendarSign() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.4" aria-hidden>
      <rect x="2" y="3" width="12" height="11" rx="1.5" />
      <path d="M2 6.5h12M5 1.5v3M11 1.5v3" />
    </svg>
  );
}
