import { Center, Loader } from '@mantine/core';
import { useLocation, useNavigate } from '@tanstack/react-router';
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useQuery } from 'urql';
import { ASIDE } from '../api/aside';
import { beginWaiting, endWaiting } from '../api/asking';
import { forgetEverything } from '../api/ClientProvider';
import { sessionEnded } from '../api/connection';
import { useStore } from '../api/useStore';
import { askAs } from '../api/user';
import { Catalogue } from '../catalogue/catalogue';
import { CatalogueContext } from '../catalogue/context';
import { CATALOGUE } from '../catalogue/document';
import { AwayNotice } from '../shell/AwayNotice';
import { Trouble } from '../shell/Trouble';
import type { Viewer } from './session';
import { hearTabs } from './tabs';
import { VIEWER } from './viewer';
import { leaving } from './leaving';
import { whenIdle } from '../shell/whenIdle';

const overlay = () => import('./SessionEnded');
const SessionEnded = lazy(async () => ({ default: (await overlay()).SessionEnded }));

const ViewerContext = createContext<Viewer | undefined>(undefined);

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (viewer === undefined) throw new Error('Nobody is signed in around this component');
  return viewer;
}

/** Lets in who is signed in and has nothing else to do first; whoever is in stays in until they leave. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const [{ data, error, fetching, stale }, again] = useQuery({ query: VIEWER });
  const isLeaving = useStore(leaving);
  const told = data?.viewer;
  const [viewer, setViewer] = useState<Viewer>();
  if (told != null && told.duty == null && told !== viewer && (viewer?.username ?? told.username) === told.username) {
    setViewer(told);
  }
  if (isLeaving) return <Waiting />;
  if (viewer !== undefined) return <Inside viewer={viewer}>{children}</Inside>;
  if (told?.duty != null || (told === null && !fetching && !stale)) return <ToDoor />;
  if (error && !fetching) {
    return (
      <>
        <AwayNotice />
        <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />
      </>
    );
  }
  return <Waiting />;
}

/** Leads to the door, once, from where one is. */
function ToDoor() {
  const navigate = useNavigate();
  const { href } = useLocation();
  const from = useRef(href);
  useEffect(() => {
    const to = from.current === '/' ? undefined : from.current;
    void navigate({ to: '/sign-in', search: { to }, replace: true });
  }, [navigate]);
  return <Waiting />;
}

function Inside({ viewer, children }: { readonly viewer: Viewer; readonly children: ReactNode }) {
  const { username } = viewer;
  // What is below asks while it is drawn, and is to ask for nobody else.
  askAs(username);
  useTabs(username);
  const isEnded = useStore(sessionEnded);
  return (
    <ViewerContext value={viewer}>
      <WithCatalogue>{children}</WithCatalogue>
      {isEnded && (
        <Suspense>
          <SessionEnded username={username} />
        </Suspense>
      )}
    </ViewerContext>
  );
}

/** Follow what other tabs say of the session; have at hand what is shown when it ends. */
function useTabs(username: string): void {
  useEffect(() => {
    const soon = whenIdle(() => void overlay().catch(() => undefined));
    const deaf = hearTabs((word) => {
      if (word.is === 'out') sessionEnded.set(true);
      else if (word.username !== username) location.assign('/');
      else if (sessionEnded.get()) {
        sessionEnded.set(false);
        forgetEverything();
      }
    });
    return () => {
      soon();
      deaf();
    };
  }, [username]);
}

function WithCatalogue({ children }: { readonly children: ReactNode }) {
  const [{ data, error }, again] = useQuery({ query: CATALOGUE, context: ASIDE });
  const [kept, setKept] = useState<typeof data>();
  if (data != null && data !== kept) setKept(data);
  const told = useMemo(() => kept && new Catalogue(kept.catalogue), [kept]);
  // The whole page is drawn by it, for which a phone takes long: not in one go.
  const catalogue = useDeferredValue(told);
  if (catalogue === undefined) {
    return error ? <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} /> : <Waiting />;
  }
  return <CatalogueContext value={catalogue}>{children}</CatalogueContext>;
}

function Waiting() {
  const what = useId();
  useEffect(() => {
    beginWaiting(what);
    return () => endWaiting(what);
  }, [what]);
  return (
    <Center h="100dvh">
      <Loader type="dots" aria-label="…" />
    </Center>
  );
}
