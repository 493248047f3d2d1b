import { type Action, type Catalogue, hasForm, type Kind } from '../../catalogue/catalogue';

/** Verbs that make a record, as far as they are allowed. */
export function makingVerbs(kind: Kind): readonly Action[] {
  return kind.actions.filter(
    (action) =>
      action.allowed &&
      hasForm(action) &&
      (action.verb === 'CREATE' || (action.subject == null && action.record != null)),
  );
}

/** Whether a verb can be used on several records at once. */
export function isForSeveral(action: Action): boolean {
  return action.subject != null && hasForm(action) && (action.verb === 'VOID' || action.verb === 'OTHER');
}

/** Whether there is anything that can be done with several records of the kind, or of those it stands for. */
export function canActOnRows(catalogue: Catalogue, kind: Kind): boolean {
  const kinds = [kind, ...kind.variants.flatMap((name) => catalogue.kind(name) ?? [])];
  return kinds.some(({ actions }) => actions.some((action) => action.allowed && isForSeveral(action)));
}

/** The verbs that each of several records allows. */
export function commonVerbs(
  catalogue: Catalogue,
  allowed: readonly { readonly actions: readonly string[] }[],
): readonly (readonly [Kind, Action])[] {
  const [first, ...others] = allowed;
  const names = (first?.actions ?? []).filter((name) => others.every(({ actions }) => actions.includes(name)));
  return names.flatMap((name) => {
    const found = catalogue.action(name);
    return found !== undefined && isForSeveral(found[1]) ? [found] : [];
  });
}
