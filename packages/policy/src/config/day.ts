/** A day as the configuration writes it. */
export const DAY = '^\\d{4}-\\d{2}-\\d{2}$';

/** Is there such a day? `2026-02-30` is none. */
export function isDay(text: string): boolean {
  if (!new RegExp(DAY).test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
