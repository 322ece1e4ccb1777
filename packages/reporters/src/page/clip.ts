/** What stands for what is left out. */
const CUT = '…';

/** At most so many characters (UTF-16 units) of a text; no character is cut in two. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = most - CUT.length;
  const whole = /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end;
  return text.slice(0, whole) + CUT;
}
