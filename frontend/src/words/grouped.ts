/**
 * A count as both languages write it, with a comma before every three digits. The browser's own formats say the same, but
 * the first of them takes a phone longer than to draw the head of the list for which it is made.
 */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
