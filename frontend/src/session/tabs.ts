/** What tabs of one browser tell each other, for they have one session between them. */
export type Word = { readonly is: 'out' } | { readonly is: 'in'; readonly username: string };

const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('bureau.session') : undefined;

export function tellTabs(word: Word): void {
  channel?.postMessage(word);
}

/** Hear what other tabs say until the function that is returned is called. */
export function hearTabs(hear: (word: Word) => void): () => void {
  const listen = (event: MessageEvent<Word>) => hear(event.data);
  channel?.addEventListener('message', listen);
  return () => channel?.removeEventListener('message', listen);
}
