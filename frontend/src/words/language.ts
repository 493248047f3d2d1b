import { store } from '../api/store';

export type Language = 'zh' | 'en';

const KEPT = 'bureau.language';

export const spoken = store<Language>(first());
tellPage();

/** The language that was chosen here, else the browser's: Chinese unless it asks for another. */
function first(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'zh' || kept === 'en') return kept;
  return /^(en|fr|de|es)/i.test(navigator.language) ? 'en' : 'zh';
}

export function language(): Language {
  return spoken.get();
}

export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(KEPT, chosen);
  spoken.set(chosen);
  tellPage();
}

function tellPage(): void {
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
}
