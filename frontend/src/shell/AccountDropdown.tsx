import { Button, Menu, useMantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { forgetEverything } from '../api/ClientProvider';
import { useViewer } from '../session/SessionGate';
import { useLeave } from '../session/useLeave';
import { chooseLanguage, type Language, useLanguage } from '../words/language';
import { useWords } from '../words/words';
import classes from './shell.module.css';
import { SHELL } from './words';

/** In which language and light one works, the way to one's account, and the way out. */
export function AccountDropdown({ isOpen }: { readonly isOpen: boolean }) {
  const t = useWords(SHELL);
  const language = useLanguage();
  const viewer = useViewer();
  const leave = useLeave();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const speak = (chosen: Language) => {
    chooseLanguage(chosen);
    forgetEverything();
  };
  const roles = [...new Set(viewer.grants.map((grant) => grant.roleName))];
  return (
    <Menu position="bottom-end" width={240} defaultOpened={isOpen}>
      <Menu.Target>
        <Button variant="subtle" size="compact-sm" aria-label={`${t('account')}: ${viewer.displayName}`} className={classes.account ?? ''}>
          <span className={classes.name}>{viewer.displayName}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{roles.join(' · ') || viewer.username}</Menu.Label>
        <Menu.Item component={Link} to="/account">
          {t('yourAccount')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => speak('zh')} disabled={language === 'zh'} lang="zh-CN">
          中文
        </Menu.Item>
        <Menu.Item onClick={() => speak('en')} disabled={language === 'en'} lang="en">
          English
        </Menu.Item>
        <Menu.Divider />
        {(['light', 'dark', 'auto'] as const).map((scheme) => (
          <Menu.Item key={scheme} disabled={colorScheme === scheme} onClick={() => setColorScheme(scheme)}>
            {t(scheme)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void leave()}>{t('signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
