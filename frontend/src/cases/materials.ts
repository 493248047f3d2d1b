import type { Action, Catalogue } from '../catalogue/catalogue';

/** A verb that is given files, with the materials that the procedure of a case wants: it is one for all procedures. */
export function withMaterials(action: Action, catalogue: Pick<Catalogue, 'kinds'>, procedure: string): Action {
  const opening = `open${procedure.toLowerCase().replace(/(?:^|_)(\w)/g, (_, first: string) => first.toUpperCase())}`;
  const opened = catalogue.kinds.flatMap(({ actions }) => actions).find(({ name }) => name === opening);
  const wanted = opened?.arguments.find(({ type }) => type === 'Attachments')?.wanted ?? [];
  return {
    ...action,
    arguments: action.arguments.map((argument) => (argument.type === 'Attachments' ? { ...argument, wanted } : argument)),
  };
}
