/** Who is a pupil of their school now, as a filter of lists: enrolled, or on leave. */
export const inRegister = { status: { in: ['ENROLLED', 'SUSPENDED'] } } as const;
