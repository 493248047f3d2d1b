/** So many records are asked about at a time, which is what the server takes. */
const STEP = 200;

/** The verbs that a record allows, by their names. */
export interface Allowed {
  readonly id: string;
  readonly actions: readonly string[];
}

export type ReadAllowed = (ids: readonly string[]) => Promise<readonly Allowed[]>;

/** Asks what each of the records allows, as far as it is not known yet; ends early when it is told to. */
export async function learnAllowed(
  ids: readonly string[],
  known: Map<string, Allowed>,
  read: ReadAllowed,
  signal: AbortSignal,
): Promise<readonly Allowed[]> {
  const unknown = ids.filter((id) => !known.has(id));
  for (let from = 0; from < unknown.length; from += STEP) {
    const found = await read(unknown.slice(from, from + STEP));
    signal.throwIfAborted();
    for (const each of found) known.set(each.id, each);
  }
  return ids.flatMap((id) => known.get(id) ?? []);
}
