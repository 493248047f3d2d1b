import { useLanguage } from './useLanguage';

/** By whose customs numbers and moments are written, which go with the language of the page. */
export function useLocale(): 'en-GB' | 'zh-CN' {
  return useLanguage() === 'en' ? 'en-GB' : 'zh-CN';
}
