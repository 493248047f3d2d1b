/** A file that was uploaded, as the API takes it: for one of the materials that are wanted, or with words of its own. */
export interface Attached {
  readonly file: string;
  readonly material?: string;
  readonly description?: string;
}

/** The files that an input holds. */
export function attachedIn(value: unknown): readonly Attached[] {
  return Array.isArray(value) ? (value as Attached[]) : [];
}

/** Those for a material; for none of them where none is said. */
export function forMaterial(files: readonly Attached[], material: string | undefined): readonly Attached[] {
  return files.filter((each) => each.material === material);
}

/** What the input holds afterwards; null where that is nothing. */
export function held(files: readonly Attached[]): readonly Attached[] | null {
  return files.length === 0 ? null : files;
}

/** The same files, of which one is now said to be something; blank words are none. */
export function described(files: readonly Attached[], file: string, words: string): readonly Attached[] {
  return files.map((each) => (each.file !== file ? each : words === '' ? { file } : { file, description: words }));
}
