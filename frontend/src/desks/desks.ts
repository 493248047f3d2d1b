import type { Catalogue } from '../catalogue/catalogue';
import type { Viewer } from '../session/session';
import { doing } from './assigned/doing';
import { issuing } from './assigned/issuing';
import { clerk } from './clerk/desk';
import type { Desk } from './desk';
import type { Queue } from './desk';
import { establishment } from './establishment/desk';
import { inspected } from './inspections/inspected';
import { inspecting } from './inspections/inspecting';
import { registrar } from './registrar/desk';
import { vocational } from './vocational/desk';
import { zoning } from './zoning/desk';

/** Every desk there is; whose it is follows from roles. */
export const DESKS: readonly Desk[] = [registrar, clerk, establishment, inspecting, inspected, zoning, vocational, issuing, doing];

type Grants = Pick<Viewer['grants'][number], 'role' | 'level' | 'since' | 'until' | 'unitId'>;

/** Whether a role is held on that day. */
function isHeld({ since, until }: Grants, day: string): boolean {
  return since <= day && (until == null || day <= until);
}

/** The condition that the unit at the end of a path is one of these. */
function among(path: string, units: readonly string[]): object {
  return path.split('.').reduceRight<object>((inner, name) => ({ [name]: inner }), { id: { in: units } });
}

/** A queue whose items wait at units, as far as they wait there on that day for somebody's roles, or were handed to them. */
export function placed(queue: Queue, grants: readonly Grants[], day: string, name?: string): Queue {
  const { at, turn } = queue;
  if (at === undefined) return queue;
  const held = new Map<string, string[]>();
  for (const grant of grants.filter((each) => isHeld(each, day))) {
    held.set(grant.unitId, [...(held.get(grant.unitId) ?? []), grant.role].toSorted());
  }
  const there = among(at, [...held.keys()]);
  if (turn === undefined || held.size === 0) return { ...queue, filter: { ...queue.filter, ...there } };
  const byRoles = new Map<string, string[]>();
  for (const [unit, roles] of held) byRoles.set(roles.join(' '), [...(byRoles.get(roles.join(' ')) ?? []), unit]);
  const turns = [...byRoles].map(([roles, units]) => ({
    ...(byRoles.size === 1 ? {} : among(at, units)),
    ...turn.ofRoles(roles.split(' ')),
  }));
  const any = [...turns, ...(name === undefined ? [] : [turn.ofColleague(name)])];
  return { ...queue, filter: { ...queue.filter, ...there, or: any } };
}

/** The part of a desk that the catalogue lets its holder work on. */
export function permitted(desk: Desk, catalogue: Pick<Catalogue, 'kind' | 'action'>): Desk {
  const isListed = ({ kind }: { readonly kind: string }) => catalogue.kind(kind)?.plural != null;
  return {
    ...desk,
    queues: desk.queues.filter(isListed),
    panels: desk.panels.filter(isListed),
    views: desk.views.filter(isListed),
    verbs: desk.verbs.filter((verb) => catalogue.action(verb)?.[1].allowed === true),
    imports: desk.imports.filter((kind) => catalogue.kind(kind)?.canImport === true),
  };
}

/** The desks of somebody with these roles on that day, each with what they may do there. */
export function desksOf(
  grants: readonly Grants[],
  catalogue: Pick<Catalogue, 'kind' | 'action'>,
  day: string = new Date().toISOString().slice(0, 10),
  desks: readonly Desk[] = DESKS,
  name?: string,
): readonly Desk[] {
  return desks
    .filter(({ roles, levels }) =>
      grants.some(
        (grant) => roles.includes(grant.role) && levels.some((level) => level === grant.level) && isHeld(grant, day),
      ),
    )
    .map((desk) => permitted(desk, catalogue))
    .map((desk) => ({ ...desk, queues: desk.queues.map((queue) => placed(queue, grants, day, name)) }))
    .filter(({ queues, panels, views }) => queues.length + panels.length + views.length > 0);
}
