import { useEffect } from 'react';
import { useStore } from '../api/useStore';
import { heading } from '../shell/heading';
import { usePlace } from '../shell/usePlace';
import { count, remember } from './recent';

/** How long a record must have been open to count as one that was. */
const SETTLED = 800;

/** Remember which records are opened, under the names that their pages give them. */
export function useRecent(): void {
  const { kind, recordId } = usePlace();
  const title = useStore(heading);
  const name = kind?.name;
  useEffect(() => {
    if (recordId !== undefined && name !== undefined) count(name);
  }, [recordId, name]);
  useEffect(() => {
    if (recordId === undefined || name === undefined || title === '') return;
    const timer = setTimeout(() => remember({ id: recordId, title, detail: '' }), SETTLED);
    return () => clearTimeout(timer);
  }, [recordId, name, title]);
}
