/** Tasks for which it is for the lead unit to do something, as a filter of lists. */
export const OPEN = { state: { in: ['ISSUED', 'SIGNED', 'IN_PROGRESS', 'RETURNED'] } } satisfies {
  state: { in: ('ISSUED' | 'SIGNED' | 'IN_PROGRESS' | 'RETURNED')[] };
};

/** Those who work at a unit and act for it. */
export const OFFICERS = ['director', 'principal', 'registrar', 'personnel', 'funds', 'aid', 'foreign_affairs', 'language', 'inspector'] as const;
