import { Button } from '@mantine/core';
import { useState } from 'react';
import { useViewer } from '../session/SessionGate';
import { useWords } from '../words/words';
import classes from './shell.module.css';
import { useLater } from './useLater';
import { SHELL } from './words';

const dropdown = async () => (await import('./AccountDropdown')).AccountDropdown;

/** Who one is; the menu below it comes after the page. */
export function AccountMenu() {
  const t = useWords(SHELL);
  const viewer = useViewer();
  const [isWanted, setIsWanted] = useState(false);
  const Dropdown = useLater(dropdown, isWanted);
  if (Dropdown) return <Dropdown isOpen={isWanted} />;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      onClick={() => setIsWanted(true)}
      aria-haspopup="menu"
      aria-label={`${t('account')}: ${viewer.displayName}`}
      className={classes.account ?? ''}
    >
      <span className={classes.name}>{viewer.displayName}</span>
    </Button>
  );
}
