import { type Language, language } from './language';
import { useLanguage } from './useLanguage';

type Texts = Record<string, string>;

/** The texts of one part of the console, each in both languages. */
export type Words<T extends Texts> = Readonly<Record<Language, T>>;

type Values = Readonly<Record<string, string | number>>;

export type Say<T extends Texts> = (key: keyof T & string, values?: Values) => string;

/** Declare the texts of a part; `{{name}}` stands for a value. Another language that lacks one does not compile. */
export function words<T extends Texts>(en: T, zh: { [K in keyof T]: string }): Words<T> {
  return { en, zh: zh as T };
}

/** A text with its values; a key that has none, as one that the server thought of, reads as itself. */
function said<T extends Texts>(texts: T, key: keyof T & string, values: Values = {}): string {
  return (texts[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** The texts of a part in the language of the page. */
export function useWords<T extends Texts>(of: Words<T>): Say<T> {
  const texts = of[useLanguage()];
  return (key, values) => said(texts, key, values);
}

/** The same outside of components. */
export function say<T extends Texts>(of: Words<T>, key: keyof T & string, values?: Values): string {
  return said(of[language()], key, values);
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
  const chosen = useLanguage();
  return (label) => label[chosen];
}

/** A text of a part in both languages, for what is sought by either. */
export function both<T extends Texts>(of: Words<T>, key: keyof T & string): Label {
  return { en: said(of.en, key), zh: said(of.zh, key) };
}
