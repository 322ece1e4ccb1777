/** The day of the caller's calendar; `SHIPWORTHY_TODAY` stands in for it where an audit is repeated. */
export function todayOf(env: NodeJS.ProcessEnv, now: Date = new Date()): string {
  const given = env.SHIPWORTHY_TODAY;
  if (given !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(given)) return given;
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
