/** Both days as `2026-12-31`; the last day still counts. */
export const isPast = (expires: string, today: string): boolean => expires < today;
