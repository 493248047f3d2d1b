import { useNavigate } from '@tanstack/react-router';
import { useMutation } from 'urql';
import { ASIDE } from '../api/aside';
import { forgetEverything } from '../api/ClientProvider';
import { sessionEnded } from '../api/connection';
import { SIGN_OUT } from '../api/documents';
import { actFor } from '../api/unit';
import { askAs } from '../api/user';
import { isAway } from '../api/watching';
import { purgeSheets } from '../attendance/sheets';
import { purgeDrafts } from '../screens/form/drafts';
import { leaving } from './leaving';
import { tellTabs } from './tabs';

/** Sign out here and in the other tabs, and stand before the door; stay where the server does not hear of it. */
export function useLeave(): () => Promise<void> {
  const depart = useDepart();
  const [, signOut] = useMutation(SIGN_OUT);
  return async () => {
    const { error } = await signOut({}, ASIDE);
    if (!isAway(error)) await depart();
  };
}

/** What follows when the session is over because its holder wanted it. */
export function useDepart(): () => Promise<void> {
  const navigate = useNavigate();
  return async () => {
    leaving.set(true);
    await Promise.all([purgeDrafts(), purgeSheets()]).catch(() => undefined);
    tellTabs({ is: 'out' });
    forgetSession();
    await navigate({ to: '/sign-in', search: { to: undefined } });
  };
}

/** Forget who one was and all that they saw. */
function forgetSession(): void {
  actFor(undefined);
  askAs(undefined);
  sessionStorage.clear();
  sessionEnded.set(false);
  forgetEverything();
}
