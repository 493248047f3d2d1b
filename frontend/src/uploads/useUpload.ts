import { useCallback, useEffect, useRef, useState } from 'react';
import type { Sending, Standing, Use } from './upload';

interface Uploading {
  readonly standing: Standing | undefined;
  readonly name: string;
  readonly start: (file: File) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly giveUp: () => void;
}

/** One upload at a time; `onSent` hears of the id of its file. Whoever leaves the page gives it up. */
export function useUpload(use: Use, onSent: (file: string) => void): Uploading {
  const [standing, setStanding] = useState<Standing>();
  const [name, setName] = useState('');
  const sending = useRef<Sending>(undefined);
  const heard = useRef(onSent);
  heard.current = onSent;

  const giveUp = useCallback(() => {
    sending.current?.giveUp();
    sending.current = undefined;
    setStanding(undefined);
  }, []);
  useEffect(() => giveUp, [giveUp]);

  const start = (file: File) => {
    giveUp();
    setName(file.name);
    setStanding({ state: 'sending', sent: 0, total: file.size });
    void import('./upload').then(({ send }) => {
      sending.current = send(file, use, (next) => {
        setStanding(next);
        if (next.state !== 'sent') return;
        sending.current = undefined;
        heard.current(next.file);
      });
    });
  };
  return {
    standing,
    name,
    start,
    pause: () => sending.current?.pause(),
    resume: () => sending.current?.resume(),
    giveUp,
  };
}
