/** Whether what went wrong may be over the next time: no answer, a busy server, a piece that arrived unnoticed. */
export function isPassing(status: number): boolean {
  return status === 0 || status === 409 || status === 423 || status >= 500;
}

/** The messages in what the server answered; nothing where it holds none. */
export function messageIn(body: string): string | undefined {
  try {
    const told = JSON.parse(body) as { errors?: { message?: string }[] };
    return told.errors?.map((each) => each.message ?? '').join(' ') || undefined;
  } catch {
    return undefined;
  }
}
