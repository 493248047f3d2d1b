/** Inspections that are not over, as a filter of lists. */
export const UNDER_WAY = {
  state: { in: ['OPEN', 'SELF_REPORT', 'DOC_CHECK', 'SITE_CHECK', 'RESULT', 'PUBLISHED', 'RECTIFY', 'RECHECK'] },
} satisfies {
  state: { in: ('OPEN' | 'SELF_REPORT' | 'DOC_CHECK' | 'SITE_CHECK' | 'RESULT' | 'PUBLISHED' | 'RECTIFY' | 'RECHECK')[] };
};

/** Inspections that were given a result that is no full pass. */
export const WANTING = { result: { in: ['BASIC', 'FAILED'] } } as const;
