import dayjs from 'dayjs';

const DAY = 'YYYY-MM-DD';

/** Periods that are asked for often, as seen today. */
export function period(name: 'today' | 'thisMonth' | 'thisYear', today = dayjs()): { from: string; until: string } {
  const unit = ({ today: 'day', thisMonth: 'month', thisYear: 'year' } as const)[name];
  return { from: today.startOf(unit).format(DAY), until: today.endOf(unit).format(DAY) };
}

/** The moment at which a day begins here, as the API takes it. */
export function beginning(day: string): string {
  return dayjs(day).startOf('day').toISOString();
}

/** The last moment of a day here. */
export function ending(day: string): string {
  return dayjs(day).endOf('day').toISOString();
}

/** The day in which a moment lies here. */
export function dayOf(moment: string): string {
  return dayjs(moment).format(DAY);
}
