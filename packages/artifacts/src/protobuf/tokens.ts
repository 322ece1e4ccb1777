import type { Span } from '@shipworthy/model';

/** A word (names with dots are one), a number, a string or a sign of a `.proto` file. */
export interface Token {
  readonly form: 'word' | 'number' | 'string' | 'sign';
  /** Of strings without their quotes, escapes left as written. */
  readonly text: string;
  readonly at: Span;
}

const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[A-Za-z_][\w]*(?:\.[A-Za-z_]\w*)*|\.[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*|\d[\w.]*(?:(?<=[eE])[+-]\d+)?|[^\s\w]/g;

/** The tokens of a text in order; comments are left out. Linear in the length of the text. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: written, index } of text.matchAll(TOKEN)) {
    if (written.startsWith('//') || (written.startsWith('/*') && written.length > 3)) continue;
    const at: Span = [index, index + written.length];
    const dot = tokens.at(-1);
    // `./* since */ a.B`: between the dot in front of a whole name and the name there may be anything that is no token.
    if (dot?.text === '.' && dot.form === 'sign' && /^[A-Za-z_]/.test(written)) {
      tokens[tokens.length - 1] = { form: 'word', text: `.${written}`, at: [dot.at[0], at[1]] };
      continue;
    }
    const quoted = written.length > 1 && (written[0] === '"' || written[0] === "'");
    if (quoted) tokens.push({ form: 'string', text: written.slice(1, -1), at });
    else if (/^\.?[A-Za-z_]/.test(written)) tokens.push({ form: 'word', text: written, at });
    else tokens.push({ form: /^\d/.test(written) ? 'number' : 'sign', text: written, at });
  }
  return tokens;
}
