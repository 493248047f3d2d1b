import { Button } from '@mantine/core';
import { useViewer } from '../session/SessionGate';
import { useWords } from '../words/words';
import classes from './shell.module.css';
import { useOpener } from './useOpener';
import { SHELL } from './words';

const dropdown = async () => (await import('./AccountDropdown')).AccountDropdown;

/** Who one is; the menu below it comes after the page. */
export function AccountMenu() {
  const t = useWords(SHELL);
  const viewer = useViewer();
  const [button, menu] = useOpener(dropdown, 'menu', {});
  return (
    <>
      <Button
        {...button}
        variant="subtle"
        size="compact-sm"
        aria-label={`${t('account')}: ${viewer.displayName}`}
        className={classes.account ?? ''}
      >
        <span className={classes.name}>{viewer.displayName}</span>
      </Button>
      {menu}
    </>
  );
}
