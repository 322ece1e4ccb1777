/**
 * What a terminal acts on instead of showing: C0 and C1 controls, DEL, line separators, zero-width characters, the
 * bidirectional controls by which a text can look different from what it says (CVE-2021-42574), and lone surrogates.
 * Joiners (U+200C, U+200D) stay: scripts and emoji need them.
 */
const CONTROLS = '\\u0000-\\u001f\\u007f-\\u009f';
const UNSEEN = '\\u00ad\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff';
const LONE_SURROGATES = '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';
const ACTED_ON = new RegExp(`[${CONTROLS}${UNSEEN}]|${LONE_SURROGATES}`, 'g');

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One line of text from a scanned repository, safe to print: `ESC` becomes the four characters `\x1b`. */
export function visible(text: string): string {
  return text.replace(ACTED_ON, (character) => SHORT[character] ?? escapeOf(character.charCodeAt(0)));
}

function escapeOf(code: number): string {
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
