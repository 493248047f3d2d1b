import { useEffect } from 'react';
import { useViewer } from '../session/SessionGate';
import { remember } from './recent';

/** Notes that this record was opened. */
export function useRecent(id: string): void {
  const { username } = useViewer();
  useEffect(() => remember(username, id), [username, id]);
}
