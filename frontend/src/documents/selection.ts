import type { Catalogue, Field, Kind } from '../catalogue/catalogue';

/** What is asked of a record, as a tree of names, so that no field is asked twice. */
type Tree = Map<string, Tree>;

/** The selection of these paths, and of whatever is needed to show what stands at their ends. */
export function selection(catalogue: Catalogue, kind: Kind, paths: readonly string[]): string {
  const tree: Tree = new Map();
  for (const path of ['id', ...paths]) add(catalogue, kind, tree, path);
  return written(tree);
}

function add(catalogue: Catalogue, kind: Kind, tree: Tree, path: string): void {
  const [first = '', ...rest] = path.split('.');
  const field = kind.fields.find((each) => each.name === first);
  const under = below(tree, first);
  if (field === undefined) return;
  if (field.type !== 'One') {
    for (const part of parts(field)) below(under, part);
    return;
  }
  const target = field.target == null ? undefined : catalogue.kind(field.target);
  below(under, 'id');
  below(under, '__typename');
  if (target === undefined) return;
  for (const next of rest.length > 0 ? [rest.join('.')] : target.title) add(catalogue, target, under, next);
}

/** What an object that is no record consists of. */
export function parts(field: Pick<Field, 'type'>): readonly string[] {
  switch (field.type) {
    case 'Coded':
      return ['code', 'label'];
    case 'Span':
      return ['from', 'until'];
    case 'Sealed':
      return ['held', 'mask', 'canReveal'];
    default:
      return [];
  }
}

function below(tree: Tree, name: string): Tree {
  const found = tree.get(name);
  if (found !== undefined) return found;
  const made: Tree = new Map();
  tree.set(name, made);
  return made;
}

function written(tree: Tree): string {
  const fields = [...tree].map(([name, under]) => (under.size > 0 ? `${name} ${written(under)}` : name));
  return `{ ${fields.join(' ')} }`;
}
