/** So many to one; null where there is nothing to divide by. */
export function ratio(many: number | null, one: number | null): number | null {
  return many === null || one === null || one === 0 ? null : Math.round((many / one) * 10) / 10;
}
