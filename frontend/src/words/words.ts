import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Language, language } from './language';

type Texts = Record<string, string>;

/** The texts of one part of the console, each in both languages. */
export interface Words<T extends Texts> {
  readonly namespace: string;
  readonly en: T;
}

/** Declare the texts of a part; `{{name}}` stands for a value. Another language that lacks one does not compile. */
export function words<T extends Texts>(namespace: string, en: T, zh: { [K in keyof T]: string }): Words<T> {
  i18next.addResourceBundle('en', namespace, en, true, true);
  i18next.addResourceBundle('zh', namespace, zh, true, true);
  return { namespace, en };
}

/** i18next's own function, whose types want to know every text beforehand. */
type Translate = (key: string, values?: Record<string, string | number>) => string;

export type Say<T extends Texts> = (key: keyof T & string, values?: Record<string, string | number>) => string;

/** The texts of a part in the language of the page. */
export function useWords<T extends Texts>(of: Words<T>): Say<T> {
  const { t } = useTranslation(of.namespace);
  return (key, values) => (t as unknown as Translate)(key, values);
}

/** The same outside of components. */
export function say<T extends Texts>(of: Words<T>, key: keyof T & string, values?: Record<string, string | number>): string {
  return (i18next.t as unknown as Translate)(`${of.namespace}:${key}`, values);
}

/** A text of the catalogue, which has both languages. */
export interface Label {
  readonly en: string;
  readonly zh: string;
}

export function inLanguage(label: Label, chosen: Language = language()): string {
  return label[chosen];
}

/** What turns the catalogue's texts into those of the page's language, and turns with it. */
export function useLabel(): (label: Label) => string {
  const { i18n } = useTranslation();
  const chosen: Language = i18n.language === 'en' ? 'en' : 'zh';
  return (label) => label[chosen];
}

/** A text of a part in both languages, for what is sought by either. */
export function both<T extends Texts>(of: Words<T>, key: keyof T & string): Label {
  const text = (lng: Language) => i18next.getFixedT(lng, of.namespace)(key as never) as unknown as string;
  return { en: text('en'), zh: text('zh') };
}
