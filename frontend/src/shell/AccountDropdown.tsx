import { Menu, useMantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { forgetEverything } from '../api/ClientProvider';
import { useViewer } from '../session/SessionGate';
import { useLeave } from '../session/useLeave';
import { chooseLanguage, type Language } from '../words/language';
import { useLanguage } from '../words/useLanguage';
import { useWords } from '../words/words';
import { MenuBelow } from './Dropdowns';
import type { Opened } from './useOpener';
import { SHELL } from './words';

/** In which language and light one works, the way to one's account, and the way out. */
export function AccountDropdown(opened: Opened) {
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
    <MenuBelow opened={opened} position="bottom-end" width={240}>
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
    </MenuBelow>
  );
}
