/** Inspections that are not over, as a filter of lists. */
export const UNDER_WAY = { state: { notIn: ['CLOSED', 'REFERRED'] } } as const;

/** Inspections that were given a result that is no full pass. */
export const WANTING = { result: { in: ['BASIC', 'FAILED'] } } as const;
