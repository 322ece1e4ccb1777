import type { Span } from '@shipworthy/model';

/** A part of source code. Names hold their dots: `op.add_column` is one. */
export interface CodeToken {
  readonly kind: 'name' | 'string' | 'number' | 'sign';
  readonly text: string;
  readonly at: Span;
  /** Of a string: what stands between its quotes. */
  readonly inner?: Span;
}

export interface CodeComment {
  readonly text: string;
  readonly at: Span;
}

export interface CodeText {
  readonly tokens: readonly CodeToken[];
  readonly comments: readonly CodeComment[];
}

const SINGLE = String.raw`'[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*'?`;
const DOUBLE = String.raw`"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"?`;
/** Strings that go over lines in Ruby as in JavaScript's backticks. */
const DOUBLE_LINES = String.raw`"[^"\\]*(?:\\[\s\S][^"\\]*)*"?`;
const SINGLE_LINES = String.raw`'[^'\\]*(?:\\[\s\S][^'\\]*)*'?`;
const TICKS = '`[^`\\\\]*(?:\\\\[\\s\\S][^`\\\\]*)*`?';
const TRIPLE = String.raw`"""(?:[\s\S]*?"""|[\s\S]*$)|'''(?:[\s\S]*?'''|[\s\S]*$)`;
const NUMBER = String.raw`\d[\w.]*`;
const REST = String.raw`[^\s]`;

const PYTHON = new RegExp(
  String.raw`#[^\n]*|(?:[rRbBuUfF]{1,2}(?=["']))?(?:${TRIPLE}|${DOUBLE}|${SINGLE})|${NUMBER}|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*|==|!=|->|${REST}`,
  'g',
);
const HEREDOC = String.raw`<<[~-]?(["']?)([A-Z_]+)\1[^\n]*\n(?:[\s\S]*?\n[ \t]*\2\b|[\s\S]*$)`;
const RUBY = new RegExp(
  String.raw`#[^\n]*|${HEREDOC}|${DOUBLE_LINES}|${SINGLE_LINES}|${NUMBER}|:?[A-Za-z_@$]\w*[?!]?(?:\.[A-Za-z_]\w*[?!]?)*|=>|==|&\.|${REST}`,
  'g',
);
const BRACES = new RegExp(
  String.raw`\/\/[^\n]*|\/\*(?:[\s\S]*?\*\/|[\s\S]*$)|[@$]{0,2}"""(?:[\s\S]*?"""|[\s\S]*$)|@"[^"]*(?:""[^"]*)*"?|\$?${DOUBLE}|${SINGLE}|${TICKS}|${NUMBER}|[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*)*|=>|->|::|${REST}`,
  'g',
);
export type CodeLanguage = 'python' | 'ruby' | 'braces';
const LEXERS: Readonly<Record<CodeLanguage, RegExp>> = { python: PYTHON, ruby: RUBY, braces: BRACES };

/** Cuts source code into its parts. Linear in the text: what is not closed goes to the end of its line or of the text. */
export function scanCode(text: string, language: CodeLanguage): CodeText {
  const tokens: CodeToken[] = [];
  const comments: CodeComment[] = [];
  for (const found of text.matchAll(LEXERS[language])) {
    const { 0: raw, index } = found;
    const at: Span = [index, index + raw.length];
    if (isComment(raw, language)) {
      comments.push({ text: raw.replace(/^(?:#+|\/\/+|\/\*+)|\*+\/$/g, '').trim(), at });
      continue;
    }
    const inner = innerOf(raw, index, language, found[2]);
    if (inner) tokens.push({ kind: 'string', text: text.slice(inner[0], inner[1]), at, inner });
    else tokens.push({ kind: kindOf(raw), text: raw, at });
  }
  return { tokens, comments };
}

const isComment = (raw: string, language: CodeLanguage): boolean =>
  language === 'braces' ? raw.startsWith('//') || raw.startsWith('/*') : raw.charAt(0) === '#';

const kindOf = (raw: string): CodeToken['kind'] =>
  /^[:]?[A-Za-z_$@]/.test(raw) ? 'name' : /^\d/.test(raw) ? 'number' : 'sign';

function innerOf(raw: string, index: number, language: CodeLanguage, heredoc: string | undefined): Span | undefined {
  if (language === 'ruby' && heredoc !== undefined && raw.startsWith('<<')) {
    const head = raw.indexOf('\n') + 1;
    const tail = raw.lastIndexOf('\n');
    return [index + head, index + Math.max(head, tail)];
  }
  const quote = /^[A-Za-z@$]{0,2}("""|'''|["'`])/.exec(raw);
  const mark = quote?.[1];
  if (quote === null || mark === undefined) return undefined;
  const start = quote[0].length;
  const closed = raw.length >= start + mark.length && raw.endsWith(mark);
  return [index + start, index + raw.length - (closed ? mark.length : 0)];
}
