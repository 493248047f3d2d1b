import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { forgetEverything } from '../api/ClientProvider';
import { chooseLanguage, type Language } from '../words/language';
import { useWords } from '../words/words';
import { SHELL } from './words';

/** Chinese or English; what the server says comes anew in the other. */
export function LanguageSwitch() {
  const t = useWords(SHELL);
  const { i18n } = useTranslation();
  const speak = async (chosen: string) => {
    await chooseLanguage(chosen as Language);
    forgetEverything();
  };
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('language')}
      value={i18n.language}
      onChange={(chosen) => void speak(chosen)}
      data={[
        { value: 'zh', label: <span lang="zh-CN">中文</span> },
        { value: 'en', label: <span lang="en">English</span> },
      ]}
    />
  );
}
