/** For which unit somebody with several works now; kept for this tab, sent with every request. */
const KEPT = 'bureau.unit';

export function actingUnit(): string | undefined {
  return sessionStorage.getItem(KEPT) ?? undefined;
}

export function actFor(unit: string | undefined): void {
  if (unit === undefined) sessionStorage.removeItem(KEPT);
  else sessionStorage.setItem(KEPT, unit);
}
