import type { Action, Catalogue, Kind } from '../catalogue/catalogue';

/** A verb that opens a case, the kind of case, and the argument that names whom or what it is about. */
export interface Opening {
  readonly kind: Kind;
  readonly action: Action;
  readonly about: string;
}

/** What may be applied for on behalf of records of a kind. */
export function openings(catalogue: Pick<Catalogue, 'kind'>, of: string): readonly Opening[] {
  const kinds = catalogue.kind('Case')?.variants ?? [];
  return kinds.flatMap((name) => {
    const kind = catalogue.kind(name);
    const opened = kind?.actions.filter(({ subject, record, allowed }) => allowed && subject == null && record != null) ?? [];
    return opened.flatMap((action) => {
      const about = action.arguments.find(({ target, required }) => target === of && required)?.name;
      return about === undefined ? [] : [{ kind: kind!, action, about }];
    });
  });
}
