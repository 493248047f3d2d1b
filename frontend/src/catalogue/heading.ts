import type { Label } from '../words/words';
import type { Catalogue, Kind } from './catalogue';

/**
 * What stands over a column: of what only names a related record, what that record is here, a pupil's school; of what
 * names the record itself, the word for that, a pupil's name.
 */
export function heading(catalogue: Catalogue, kind: Kind, path: string): Label {
  const place = catalogue.at(kind, path);
  const [parent = path] = path.split(/\.(?=[^.]*$)/);
  const above = parent === path ? undefined : catalogue.at(kind, parent);
  const isName = above?.field.type === 'One' && place !== undefined && place.kind.title[0] === place.field.name;
  return (isName && !kind.title.includes(path) ? above : place)?.field.label ?? kind.label;
}
