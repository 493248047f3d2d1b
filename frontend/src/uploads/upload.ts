import { DetailedError, Upload } from 'tus-js-client';
import { headers } from '../api/headers';
import { isPassing, messageIn } from './answers';

/** How an upload stands; `lost` is one whose connection broke, and which goes on by itself. */
export type Standing =
  | { readonly state: 'sending' | 'paused' | 'lost'; readonly sent: number; readonly total: number }
  | { readonly state: 'refused'; readonly reason: string | undefined }
  | { readonly state: 'sent'; readonly file: string };

export interface Sending {
  pause(): void;
  resume(): void;
  /** Give it up, and let the server forget what came of it. */
  giveUp(): void;
}

/** Waits before it is tried again, in milliseconds; each byte that arrives begins them anew. */
const WAITS = [500, 1000, 2000, 4000, 8000, 15_000, 30_000, 30_000, 30_000, 60_000, 60_000, 60_000];
const PIECE = 5 * 1024 * 1024;

/** What a file is for, which decides what it may be. */
export type Use = 'TABLE' | 'ATTACHMENT';

/** Send a file to `/files` in pieces, each of which counts whatever becomes of the next; `tell` hears how it stands. */
export function send(file: File, use: Use, tell: (standing: Standing) => void): Sending {
  let identity = '';
  let sent = 0;
  const total = file.size;
  const at = (state: 'sending' | 'paused' | 'lost') => tell({ state, sent, total });
  const upload = new Upload(file, {
    endpoint: '/files',
    chunkSize: PIECE,
    retryDelays: WAITS,
    storeFingerprintForResuming: false,
    metadata: { filename: file.name, use },
    headers: headers(),
    onAfterResponse: (_request, response) => {
      identity = response.getHeader('bureau-file-id') ?? identity;
    },
    onProgress: (bytes) => {
      sent = bytes;
      at('sending');
    },
    onShouldRetry: (error) => {
      const goesOn = isPassing(statusOf(error));
      if (goesOn) at('lost');
      return goesOn;
    },
    onError: (error) => {
      if (isPassing(statusOf(error))) {
        at('lost');
        addEventListener('online', () => upload.start(), { once: true });
      } else tell({ state: 'refused', reason: reasonOf(error) });
    },
    onSuccess: () => tell({ state: 'sent', file: identity }),
  });
  at('sending');
  upload.start();
  return {
    pause: () => void upload.abort().then(() => at('paused')),
    resume: () => {
      at('sending');
      upload.start();
    },
    giveUp: () => void upload.abort(true).catch(() => undefined),
  };
}

function statusOf(error: Error): number {
  return error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0;
}

/** What the server said of it, in the language that was asked for. */
function reasonOf(error: Error): string | undefined {
  const body = error instanceof DetailedError ? error.originalResponse?.getBody() : undefined;
  return body === undefined ? undefined : messageIn(body);
}
