import type { Label } from '../../words/words';

/** The words of a way over a relation: whose, and what. */
export function joined(whose: Label, what: Label): Label {
  return { en: `${whose.en} · ${what.en}`, zh: `${whose.zh} · ${what.zh}` };
}

/** Whether a text that somebody types finds a label, in either language. */
export function isNamed(label: Label, typed: string): boolean {
  const sought = typed.trim().toLowerCase();
  return label.en.toLowerCase().includes(sought) || label.zh.includes(sought);
}
