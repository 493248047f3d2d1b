import type { Action } from '../catalogue/catalogue';
import type { Viewer } from '../session/session';
import { earlier, isTurnOf, type Turn, waiting } from './turn';

interface Aside {
  readonly recusals?: { readonly nodes: readonly { readonly saidBy: string }[] };
}

interface Standing {
  readonly state: string;
  readonly openedBy: string;
  readonly steps: { readonly nodes: readonly (Turn & Aside & { readonly pausedOn?: string | null; readonly pauseSort?: string | null })[] };
}

/** The verbs on a case that are of use to somebody: whoever applied withdraws it, whose turn it is moves it on. */
export function permitted<T extends Pick<Action, 'name' | 'allowed'>>(actions: readonly T[], of: Standing, viewer: Viewer): readonly T[] {
  const present = waiting(of.steps.nodes);
  const isOwn = isOwnOf(of, viewer);
  const isTurn = isTurnOf(present, viewer) && !isAsideOf(of, viewer);
  const isPaused = present?.pausedOn != null;
  const isOfUse: Readonly<Record<string, boolean>> = {
    withdrawCase: isOwn,
    decideCase: isTurn && !isOwn && !isPaused,
    returnCase: isTurn && !isOwn && earlier(of.steps.nodes).length > 0,
    addCaseFiles: mayAddFiles(of, viewer),
    // Files are taken back where they are listed.
    removeCaseFile: false,
    pauseCase: isTurn && !isOwn && !isPaused,
    resumeCase: isTurn && !isOwn && isPaused,
    delegateCase: isTurn && !isOwn,
    answerObjections: isTurn && !isOwn,
  };
  return of.state === 'OPEN' ? actions.filter(({ name, allowed }) => allowed && (isOfUse[name] ?? isTurn)) : [];
}

/** Whether somebody may add files now: they decide the step, or applied themselves and are asked to supplement it. */
export function mayAddFiles(of: Standing, viewer: Viewer): boolean {
  const present = waiting(of.steps.nodes);
  const isAsked = isOwnOf(of, viewer) && present?.pauseSort === 'SUPPLEMENT';
  return of.state === 'OPEN' && ((isTurnOf(present, viewer) && !isAsideOf(of, viewer)) || isAsked);
}

/** Whether somebody applied for it themselves: they decide nothing of it. */
export function isOwnOf({ openedBy }: Pick<Standing, 'openedBy'>, { displayName }: Pick<Viewer, 'displayName'>): boolean {
  return openedBy === displayName;
}

/** Whether somebody said that they have an interest in it: they decide nothing of it either. */
export function isAsideOf({ steps }: Pick<Standing, 'steps'>, { displayName }: Pick<Viewer, 'displayName'>): boolean {
  return steps.nodes.some(({ recusals }) => recusals?.nodes.some(({ saidBy }) => saidBy === displayName) === true);
}
