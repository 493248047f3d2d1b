import { type Action, type Argument, type Catalogue, hasForm, type Kind } from '../../catalogue/catalogue';
import type { ListSearch } from '../list/search';

/** Whether records of a kind may stand where one of that name is asked for. */
export function isAccepted(catalogue: Catalogue, kind: Kind, target: string | null | undefined): boolean {
  return target != null && (target === kind.name || catalogue.kind(target)?.variants.includes(kind.name) === true);
}

/** The columns of a list, without those that say again on whose page it stands. */
export function columnsBeside(catalogue: Catalogue, kind: Kind, target: Kind): readonly string[] {
  const back = target.fields.filter((field) => field.type === 'One' && isAccepted(catalogue, kind, field.target));
  const repeated = new Set(back.length === 1 ? [back[0]!.name] : []);
  const columns = target.columns.filter((path) => !repeated.has(path.split('.')[0]!));
  return columns.length > 0 ? columns : target.columns;
}

/** How the whole list is asked for those that lead to a record; undefined where it is not clear by which field they do. */
export function listSearch(catalogue: Catalogue, kind: Kind, target: Kind, id: string): ListSearch | undefined {
  const leading = target.fields.filter((field) => field.type === 'One' && isAccepted(catalogue, kind, field.target));
  const [only] = leading;
  if (only === undefined || leading.length > 1 || !target.filters.includes(only.name) || target.plural == null) return undefined;
  return { filter: { [only.name]: { id: { eq: id } } } };
}

export interface Making {
  readonly action: Action;
  readonly argument: Argument;
}

/** The verbs that make a record of the target which leads to one of this kind. */
export function makings(catalogue: Catalogue, kind: Kind, target: Kind): readonly Making[] {
  return target.actions
    .filter((action) => action.allowed && hasForm(action) && action.subject == null && action.record != null)
    .flatMap((action) => {
      const argument = action.arguments.find((each) => isAccepted(catalogue, kind, each.target));
      return argument === undefined ? [] : [{ action, argument }];
    });
}
