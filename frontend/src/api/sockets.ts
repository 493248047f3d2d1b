import type { Client, SubscribePayload } from 'graphql-ws';
import { socketsOpened, waitFor } from './connection';

/** The one socket of a client: opened, and its code fetched, when something is heard for the first time. */
export class Sockets {
  private opened: Promise<Client> | undefined;

  constructor(private readonly told: () => Record<string, unknown>) {}

  /** Hear what a subscription tells; the function that is returned ends it. */
  subscribe(payload: SubscribePayload, sink: never): () => void {
    let end: (() => void) | undefined;
    let isOver = false;
    this.opened ??= this.open();
    this.opened.then(
      (client) => {
        if (!isOver) end = client.subscribe(payload, sink);
      },
      () => (this.opened = undefined),
    );
    return () => {
      isOver = true;
      end?.();
    };
  }

  private async open(): Promise<Client> {
    const { createClient } = await import('graphql-ws');
    return createClient({
      url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
      connectionParams: this.told,
      lazy: true,
      retryAttempts: Number.POSITIVE_INFINITY,
      retryWait: (tries) => new Promise((goOn) => setTimeout(goOn, waitFor(tries, Math.random()))),
      shouldRetry: () => true,
      on: { connected: () => socketsOpened.set(socketsOpened.get() + 1) },
    });
  }
}
