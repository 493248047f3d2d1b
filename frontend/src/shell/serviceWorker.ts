import { store } from '../api/store';

/** The worker of a newer version, which waits until somebody wants it. */
export const newer = store<ServiceWorker | undefined>(undefined);

const EVERY = 60 * 60 * 1000;

/** Let the console open without the server, and hear when a newer version of it is there. */
export async function beginServiceWorker(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const registration = await navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  if (registration === undefined) return;
  const look = () => {
    if (registration.waiting && navigator.serviceWorker.controller) newer.set(registration.waiting);
  };
  look();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
  setInterval(() => void registration.update().catch(() => undefined), EVERY);
}

/** Take the newer version: this page is loaded anew by it, and others when they want to. */
export function takeNewer(): void {
  const worker = newer.get();
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  if (worker?.state === 'installed') worker.postMessage({ type: 'SKIP_WAITING' });
  else location.reload();
}
