import { Button, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { useLater } from '../shell/useLater';
import { useWords } from '../words/words';
import classes from './spotlight.module.css';
import { useTypedMeanwhile } from './useTypedMeanwhile';
import { SPOTLIGHT } from './words';

/** It is there before somebody wants it, so that no key is lost that is typed right after. */
const dialog = async () => (await import('./FinderDialog')).FinderDialog;

/** The one way to everything: a button in the head of the page, Ctrl+K anywhere. */
export function Finder() {
  const t = useWords(SPOTLIGHT);
  const [isOpen, setIsOpen] = useState(false);
  const Dialog = useLater(dialog, isOpen);
  const typed = useTypedMeanwhile(isOpen && Dialog === undefined);
  const open = () => setIsOpen(true);
  const close = () => {
    typed.current = '';
    setIsOpen(false);
  };
  useHotkeys([['mod+K', open]], [], true);
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        className={classes.button ?? ''}
        onClick={open}
        aria-keyshortcuts="Control+K"
        leftSection={<Glass />}
        rightSection={<Kbd size="xs">Ctrl K</Kbd>}
      >
        <span className={classes.text}>{t('find')}</span>
      </Button>
      {isOpen && Dialog && <Dialog typed={typed.current} onClose={close} />}
    </>
  );
}

function Glass() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 4 4" strokeLinecap="round" />
    </svg>
  );
}
