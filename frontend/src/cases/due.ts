/** Today where one is, as ISO 8601 writes it. */
export function today(at: Date = new Date()): string {
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** Whether a last day has passed. */
export function isOver(due: string | null | undefined, day: string = today()): boolean {
  return due != null && due < day;
}
