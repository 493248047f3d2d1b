import { SegmentedControl } from '@mantine/core';
import { forgetEverything } from '../api/ClientProvider';
import { chooseLanguage, type Language } from '../words/language';
import { useLanguage } from '../words/useLanguage';
import { useWords } from '../words/words';
import { SHELL } from './words';

/** Chinese or English; what the server says comes anew in the other. */
export function LanguageSwitch() {
  const t = useWords(SHELL);
  const language = useLanguage();
  const speak = (chosen: string) => {
    chooseLanguage(chosen as Language);
    forgetEverything();
  };
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('language')}
      value={language}
      onChange={speak}
      data={[
        { value: 'zh', label: <span lang="zh-CN">中文</span> },
        { value: 'en', label: <span lang="en">English</span> },
      ]}
    />
  );
}
