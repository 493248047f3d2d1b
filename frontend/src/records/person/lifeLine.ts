/** A stay at a school, or a post: from a day to another, or until now. */
export interface Stay {
  readonly id: string;
  readonly place: string;
  readonly placeId: string | undefined;
  readonly as: string;
  readonly from: string | null;
  readonly until: string | null;
}

export interface Bar {
  readonly stay: Stay;
  /** Where it begins and how long it is, in hundredths of the line. */
  readonly start: number;
  readonly length: number;
}

export interface Line {
  readonly bars: readonly Bar[];
  /** The years that are marked, and where. */
  readonly years: readonly { readonly year: number; readonly at: number }[];
}

/** The shortest bar that can be seen. */
const SHORTEST = 0.8;
/** At most so many years are marked, and none so near the end that its figures have no room. */
const MARKS = 7;
const ROOM = 92;

/** Stays as bars between the beginning of the first year and today; those without a beginning begin with the line. */
export function lifeLine(stays: readonly Stay[], today: string): Line {
  const begun = stays.flatMap(({ from }) => from ?? []);
  const first = Number((begun.toSorted()[0] ?? today).slice(0, 4));
  const start = Date.parse(`${first}-01-01`);
  const end = Math.max(Date.parse(today), ...stays.flatMap(({ until }) => (until === null ? [] : Date.parse(until))));
  const at = (day: string) => Math.min(Math.max(((Date.parse(day) - start) / (end - start || 1)) * 100, 0), 100);
  const bars = stays.map((stay) => {
    const from = stay.from === null ? 0 : at(stay.from);
    return { stay, start: Math.min(from, 100 - SHORTEST), length: Math.max(at(stay.until ?? today) - from, SHORTEST) };
  });
  const last = new Date(end).getUTCFullYear();
  const step = Math.max(1, Math.ceil((last - first + 1) / MARKS));
  const years = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step);
  const marks = years.map((year) => ({ year, at: at(`${year}-01-01`) })).filter((mark) => mark.at <= ROOM);
  return { bars, years: marks };
}
