import type { Catalogue, Field, Kind } from '../../catalogue/catalogue';
import type { Label } from '../../words/words';

/** What a column may fill: a path of the import, and what it is called. */
export interface Target {
  readonly path: string;
  readonly label: Label;
  readonly isLacking: boolean;
}

const ENDS: Readonly<Record<string, Label>> = {
  from: { en: 'from', zh: '起' },
  until: { en: 'until', zh: '止' },
};

/** The fields that columns fill or could fill: those that the run names, and all others of the records it makes. */
export function targets(
  catalogue: Catalogue,
  kind: Kind,
  mapped: readonly string[],
  lacking: readonly string[],
): readonly Target[] {
  const named = [...mapped, ...lacking];
  const deep = new Set(named.filter((path) => path.includes('.')).map((path) => path.split('.')[0]));
  const own = kind.fields.filter((field) => isGiven(kind, field)).flatMap((field) => pathsOf(catalogue, field, deep));
  const paths = [...new Set([...own, ...named])];
  return paths.map((path) => ({ path, label: called(catalogue, kind, path), isLacking: lacking.includes(path) }));
}

/** Whether a field is told from outside: by a verb, or as what a record is known by. */
function isGiven(kind: Kind, field: Field): boolean {
  const isArgument = kind.actions.some(
    ({ verb, arguments: given }) => (verb === 'CREATE' || verb === 'UPDATE') && given.some(({ name }) => name === field.name),
  );
  return isArgument || field.byVerbs || field.type === 'Numbered';
}

function pathsOf(catalogue: Catalogue, field: Field, deep: ReadonlySet<string | undefined>): readonly string[] {
  const path = snake(field.name);
  if (field.type === 'Span') return [`${path}.from`, `${path}.until`];
  const target = field.target != null && deep.has(path) ? catalogue.kind(field.target) : undefined;
  if (target === undefined) return [path];
  const inner = target.fields.filter((each) => each.type !== 'One' && each.type !== 'Span' && isGiven(target, each));
  return inner.map((each) => `${path}.${snake(each.name)}`);
}

/** What a path is called: the words of its fields, from the record on. */
export function called(catalogue: Catalogue, kind: Kind, path: string): Label {
  const labels: Label[] = [];
  let of: Kind | undefined = kind;
  for (const step of path.split('.')) {
    const field: Field | undefined = of?.fields.find(({ name }) => name === camel(step));
    const list = of?.lists.find(({ name }) => name === camel(step));
    labels.push(field?.label ?? list?.label ?? ENDS[step] ?? { en: step, zh: step });
    if (field !== undefined || list !== undefined) of = catalogue.kind(field?.target ?? list?.target ?? '');
  }
  return { en: labels.map(({ en }) => en).join(' · '), zh: labels.map(({ zh }) => zh).join(' · ') };
}

export function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function camel(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_found, letter: string) => letter.toUpperCase());
}

/** What to tell the import: each field's column, and none where there was one and is none any more. */
export function mappingText(
  before: Readonly<Record<string, string>>,
  chosen: Readonly<Record<string, string | null>>,
): string {
  const emptied = Object.keys(before).filter((path) => chosen[path] == null);
  const filled = Object.entries(chosen).filter((entry): entry is [string, string] => entry[1] !== null);
  return JSON.stringify(Object.fromEntries([...filled, ...emptied.map((path) => [path, ''])]));
}
