import type { Action } from '../../catalogue/catalogue';
import type { Problem } from '../../documents/documents';

/** Why a write was refused, each beside the argument that it concerns, the rest apart. */
export interface Placed {
  readonly byArgument: Readonly<Record<string, string>>;
  readonly rest: readonly string[];
}

/** Place problems by their paths: the first step that names an argument says where. */
export function placed(action: Action, problems: readonly Problem[]): Placed {
  const names = new Set(action.arguments.map(({ name }) => name));
  const byArgument: Record<string, string> = {};
  const rest: string[] = [];
  for (const { path, message } of problems) {
    const name = path.find((step) => names.has(step));
    if (name === undefined) rest.push(message);
    else byArgument[name] = byArgument[name] === undefined ? message : `${byArgument[name]} ${message}`;
  }
  return { byArgument, rest };
}
