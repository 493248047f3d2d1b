import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { ClientProvider } from './api/ClientProvider';
import { readSearch } from './screens/list/search';
import { SessionGate } from './session/SessionGate';
import { Defect } from './shell/Defect';
import { Loading } from './shell/Loading';
import { NewVersion } from './shell/NewVersion';
import { NotFound } from './shell/NotFound';
import { Shell } from './shell/Shell';

const root = createRootRoute({
  component: () => (
    <ClientProvider>
      <Outlet />
      <NewVersion />
    </ClientProvider>
  ),
  notFoundComponent: NotFound,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to: string | undefined } => ({
    to: typeof search['to'] === 'string' && /^\/(?![/\\])/.test(search['to']) ? search['to'] : undefined,
  }),
  component: lazyRouteComponent(() => import('./session/SignIn'), 'SignIn'),
});

const publicity = createRoute({
  getParentRoute: () => root,
  path: '/publicity',
  component: lazyRouteComponent(() => import('./cases/Publicity'), 'Publicity'),
});

const verify = createRoute({
  getParentRoute: () => root,
  path: '/verify/{-$code}',
  component: lazyRouteComponent(() => import('./cases/Verify'), 'Verify'),
});

const zones = createRoute({
  getParentRoute: () => root,
  path: '/zones',
  component: lazyRouteComponent(() => import('./zones/ZonesPage'), 'ZonesPage'),
});

const schools = createRoute({
  getParentRoute: () => root,
  path: '/schools',
  component: lazyRouteComponent(() => import('./schools/SchoolsPage'), 'SchoolsPage'),
});

export const licencesRoute = createRoute({
  getParentRoute: () => root,
  path: '/licences',
  validateSearch: ({ search }: Record<string, unknown>): { search?: string | undefined } =>
    search === undefined || search === '' ? {} : { search: String(search) },
  component: lazyRouteComponent(() => import('./licences/Licences'), 'Licences'),
});

/** Everything that asks for somebody who is signed in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: () => (
    <SessionGate>
      <Shell>
        <Outlet />
      </Shell>
    </SessionGate>
  ),
});

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: lazyRouteComponent(() => import('./home/Home'), 'Home'),
});

const registers = createRoute({
  getParentRoute: () => inside,
  path: '/registers',
  component: lazyRouteComponent(() => import('./registers/Registers'), 'Registers'),
});

export const listRoute = createRoute({
  getParentRoute: () => inside,
  path: '/registers/$kind',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./screens/list/ListScreen'), 'ListScreen'),
});

export const importRoute = createRoute({
  getParentRoute: () => inside,
  path: '/registers/$kind/import',
  validateSearch: (search: Record<string, unknown>) => search as ImportSearch,
  component: lazyRouteComponent(() => import('./screens/import/ImportScreen'), 'ImportScreen'),
});

/** Which run is looked at, of which file, and how that was read where it was not guessed. */
export interface ImportSearch {
  run?: string;
  file?: string;
  sheet?: string;
  entry?: string;
  encoding?: string;
}

export const gridRoute = createRoute({
  getParentRoute: () => inside,
  path: '/registers/$kind/grid',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./screens/grid/GridScreen'), 'GridScreen'),
});

export const createRecordRoute = createRoute({
  getParentRoute: () => inside,
  path: '/registers/$kind/new',
  validateSearch: (search: Record<string, unknown>) => search as CreateSearch,
  component: lazyRouteComponent(() => import('./screens/form/CreateScreen'), 'CreateScreen'),
});

/** By which verb a record is made, and what is known of it beforehand, by the names of the verb's arguments. */
export interface CreateSearch {
  action?: string | undefined;
  [argument: string]: unknown;
}

export const recordRoute = createRoute({
  getParentRoute: () => inside,
  path: '/records/$id',
  validateSearch: (search: Record<string, unknown>) => search as RecordSearch,
  component: lazyRouteComponent(() => import('./screens/page/RecordScreen'), 'RecordScreen'),
});

export interface RecordSearch {
  tab?: string | undefined;
  asOf?: string;
}

export const deskRoute = createRoute({
  getParentRoute: () => inside,
  path: '/desks/$desk',
  validateSearch: (search: Record<string, unknown>) => search as { part?: string },
  component: lazyRouteComponent(() => import('./desks/DeskScreen'), 'DeskScreen'),
});

export const casesRoute = createRoute({
  getParentRoute: () => inside,
  path: '/cases',
  validateSearch: ({ procedure, overdue }: Record<string, unknown>): CasesSearch => ({
    ...(typeof procedure === 'string' ? { procedure } : {}),
    ...(overdue === true ? { overdue } : {}),
  }),
  component: lazyRouteComponent(() => import('./cases/CasesScreen'), 'CasesScreen'),
});

/** Of which procedure, by its code, and whether what is overdue alone. */
export interface CasesSearch {
  procedure?: string | undefined;
  overdue?: boolean | undefined;
}

const counter = createRoute({
  getParentRoute: () => inside,
  path: '/counter',
  component: lazyRouteComponent(() => import('./counter/Counter'), 'Counter'),
});

export const mapRoute = createRoute({
  getParentRoute: () => inside,
  path: '/map',
  validateSearch: ({ district, measure }: Record<string, unknown>) => ({
    ...(district === undefined ? {} : { district: String(district) }),
    ...(measure === undefined ? {} : { measure: String(measure) }),
  }),
  component: lazyRouteComponent(() => import('./map/MapScreen'), 'MapScreen'),
});

export const figuresRoute = createRoute({
  getParentRoute: () => inside,
  path: '/figures',
  validateSearch: (search: Record<string, unknown>) => search as { view?: string; band?: string },
  component: lazyRouteComponent(() => import('./figures/FiguresScreen'), 'FiguresScreen'),
});

const attendance = createRoute({
  getParentRoute: () => inside,
  path: '/attendance',
  validateSearch: (search: Record<string, unknown>) => search as AttendanceSearch,
  component: lazyRouteComponent(() => import('./attendance/AttendanceScreen'), 'AttendanceScreen'),
});

/** Which class is checked, on which day and in which half of it: today's, and now, where nothing is said. */
export interface AttendanceSearch {
  day?: string;
  session?: 'MORNING' | 'AFTERNOON';
  class?: string | undefined;
}

const deputy = createRoute({
  getParentRoute: () => inside,
  path: '/deputy',
  component: lazyRouteComponent(() => import('./deputy/Deputy'), 'Deputy'),
});

export const rollOverRoute = createRoute({
  getParentRoute: () => inside,
  path: '/rollover',
  validateSearch: (search: Record<string, unknown>) => search as { run?: string },
  component: lazyRouteComponent(() => import('./rollover/RollOverScreen'), 'RollOverScreen'),
});

const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/AccountScreen'), 'AccountScreen'),
});

export const integratorsRoute = createRoute({
  getParentRoute: () => inside,
  path: '/integrators',
  validateSearch: (search: Record<string, unknown>): { tab?: string; kind?: string } => search,
  component: lazyRouteComponent(() => import('./integrators/IntegratorsScreen'), 'IntegratorsScreen'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    publicity,
    licencesRoute,
    verify,
    zones,
    schools,
    inside.addChildren([
      home,
      deskRoute,
      casesRoute,
      counter,
      attendance,
      mapRoute,
      figuresRoute,
      deputy,
      rollOverRoute,
      registers,
      listRoute,
      importRoute,
      gridRoute,
      createRecordRoute,
      recordRoute,
      account,
      integratorsRoute,
    ]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: Defect,
  defaultPendingComponent: Loading,
  defaultPendingMs: 200,
  defaultPendingMinMs: 0,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
