/** For whom the page asks: what finds the session ended, or another's, is refused and not answered as somebody else. */
let user: string | undefined;

export function askingUser(): string | undefined {
  return user;
}

export function askAs(username: string | undefined): void {
  user = username;
}
