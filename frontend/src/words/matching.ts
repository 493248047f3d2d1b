import type { Label } from './words';

/** Whether a text has what is sought, in either language, whichever is shown; where nothing is sought, it has. */
export function hasWords(label: Label, sought: string): boolean {
  const wanted = sought.trim().toLowerCase();
  return wanted === '' || label.zh.includes(wanted) || beginsWord(label.en, wanted);
}

/** Whether a word of an English text begins so; a part within a word would find too much. */
function beginsWord(text: string, wanted: string): boolean {
  return ` ${text.toLowerCase()}`.includes(` ${wanted}`);
}
