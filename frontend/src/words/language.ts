import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'zh' | 'en';

const KEPT = 'bureau.language';

/** The language that was chosen here, else the browser's: Chinese unless it asks for another. */
function first(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'zh' || kept === 'en') return kept;
  return /^(en|fr|de|es)/i.test(navigator.language) ? 'en' : 'zh';
}

// Words are added by the parts whose they are, as soon as these are loaded: it must have begun by then.
void i18next.use(initReactI18next).init({
  lng: first(),
  fallbackLng: false,
  interpolation: { escapeValue: false },
  resources: {},
  initAsync: false,
});
tellPage();

export function language(): Language {
  return i18next.language === 'en' ? 'en' : 'zh';
}

export async function chooseLanguage(chosen: Language): Promise<void> {
  localStorage.setItem(KEPT, chosen);
  await i18next.changeLanguage(chosen);
  tellPage();
}

function tellPage(): void {
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
}
