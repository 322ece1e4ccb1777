/**
 * What a terminal acts on instead of showing: C0 and C1 controls, DEL, line and paragraph separators, and the
 * bidirectional controls by which a text can look different from what it says (CVE-2021-42574), zero-width
 * characters and the byte order mark included.
 */
// biome-ignore format: one class a line
const ACTED_ON = new RegExp(
  '[\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]',
  'g',
);

/** One line of text from a scanned repository, safe to print: `ESC` becomes the four characters `\x1b`. */
export function visible(text: string): string {
  return text.replace(ACTED_ON, visibleUnit);
}

/** How one acted-on character is written: `\n`, `\x1b`, `\u202e`. */
function visibleUnit(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  const code = character.charCodeAt(0);
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
