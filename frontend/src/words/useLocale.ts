import { useTranslation } from 'react-i18next';

/** By whose customs numbers and moments are written, which go with the language of the page. */
export function useLocale(): 'en-GB' | 'zh-CN' {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en-GB' : 'zh-CN';
}
