import type { Span } from '@shipworthy/model';

/** A word, name, literal or sign of SQL, with its place. */
export interface SqlToken {
  /** As written; of a quoted name what stands between the quotes. */
  readonly text: string;
  readonly kind: 'word' | 'name' | 'string' | 'number' | 'sign';
  readonly at: Span;
}

/** One statement, without the sign that ends it. */
export interface SqlStatement {
  /** The first `MAX_TOKENS` of it: what a statement does stands at its head. */
  readonly tokens: readonly SqlToken[];
  readonly at: Span;
}

export interface SqlComment {
  /** Without its marks. */
  readonly text: string;
  readonly at: Span;
}

export interface SqlText {
  readonly statements: readonly SqlStatement[];
  readonly comments: readonly SqlComment[];
}

/** Bulk inserts have hundreds of thousands; the longest statement that changes a schema was seen to have some thousand. */
const MAX_TOKENS = 4000;

const COMMENT = String.raw`--[^\n]*|#[ \t][^\n]*|\/\*(?:[\s\S]*?\*\/|[\s\S]*$)`;
const DOLLARS = String.raw`\$([A-Za-z_]\w*)?\$(?:[\s\S]*?\$\1\$|[\s\S]*$)`;
const ESCAPING = String.raw`'[^'\\]*(?:(?:''|\\[\s\S])[^'\\]*)*'?`;
const STRING = `[eE]${ESCAPING}|'[^']*(?:''[^']*)*'?`;
const NAME = String.raw`"[^"]*(?:""[^"]*)*"?|\x60[^\x60]*\x60?|\[[A-Za-z_][^\]\n]{0,127}\]`;
const REST = String.raw`\d[\w.]*|[A-Za-z_@\u0080-\uffff][\w$@\u0080-\uffff]*|::|[^\s]`;
/** What is not closed goes to the end, so that no place is looked at twice. */
const TOKEN = new RegExp(`${COMMENT}|${DOLLARS}|${STRING}|${NAME}|${REST}`, 'g');
/** MySQL and MariaDB take a backslash in any string for an escape. */
const TOKEN_OF_MYSQL = new RegExp(`${COMMENT}|${DOLLARS}|${ESCAPING}|${NAME}|${REST}`, 'g');

/** Statements that hold others, up to their END. */
const ROUTINE = new Set(['PROCEDURE', 'PROC', 'FUNCTION', 'TRIGGER', 'EVENT', 'PACKAGE']);
const BLOCK = new Set(['BEGIN', 'CASE']);
/** `END IF` closes what no word of `BLOCK` opened. */
const CLOSES_OTHER = /^\s*(?:IF|LOOP|WHILE|REPEAT|FOR)\b/i;
/** How far into a statement the word stands that makes it a routine: `CREATE OR REPLACE DEFINER = a PROCEDURE`. */
const ROUTINE_HEAD = 12;
/** SQL Server's tools send what stands before a line `GO` as one batch. */
const BATCH = /^[ \t]*GO[ \t]*;?[ \t]*\r?$/im;

/**
 * Cuts SQL of any dialect into statements. Not a parser: it knows strings, comments, quoted names, dollar quotes and the
 * bodies of routines, so that a `;` or a keyword in one of them is none. Linear in the text; `from` and `to` limit it.
 */
export function scanSql(
  text: string,
  { mysql = false, from = 0, to = text.length }: { mysql?: boolean; from?: number; to?: number } = {},
): SqlText {
  const source = to < text.length ? text.slice(0, to) : text;
  const batches = BATCH.test(source);
  const token = new RegExp(mysql ? TOKEN_OF_MYSQL : TOKEN);
  token.lastIndex = from;
  const statements: SqlStatement[] = [];
  const comments: SqlComment[] = [];
  let tokens: SqlToken[] = [];
  let start = -1;
  let end = -1;
  let routine = false;
  let depth = 0;
  let delimiter = ';';
  const finish = () => {
    if (start >= 0) statements.push({ tokens, at: [start, end] });
    tokens = [];
    start = -1;
    routine = false;
    depth = 0;
  };
  for (let found = token.exec(source); found; found = token.exec(source)) {
    const { 0: raw, index } = found;
    if (raw === '') break;
    if (isComment(raw)) {
      comments.push({ text: commentText(raw), at: [index, index + raw.length] });
      continue;
    }
    if (delimiter !== ';' && source.startsWith(delimiter, index)) {
      finish();
      token.lastIndex = index + delimiter.length;
      continue;
    }
    if (raw === ';' && delimiter === ';' && depth === 0 && !(routine && batches)) {
      const data = isCopy(tokens) ? source.indexOf('\n\\.', index) : -1;
      finish();
      if (data >= 0) token.lastIndex = data + 3;
      continue;
    }
    const word = isLetter(raw.charCodeAt(0)) && !isString(raw) ? raw.toUpperCase() : '';
    if (word === 'GO' && batches && isAlone(source, index, raw.length)) {
      finish();
      continue;
    }
    if (word === 'DELIMITER' && start < 0) {
      const line = lineEnd(source, index);
      delimiter = source.slice(index + raw.length, line).trim() || ';';
      token.lastIndex = line;
      continue;
    }
    if (start < 0) start = index;
    end = index + raw.length;
    if (word !== '') {
      if (ROUTINE.has(word) && tokens.length > 0 && tokens.length < ROUTINE_HEAD) routine ||= isCreate(tokens[0]);
      if (routine && BLOCK.has(word)) depth += 1;
      else if (routine && word === 'END' && depth > 0 && !CLOSES_OTHER.test(source.slice(end, end + 12))) depth -= 1;
    }
    if (tokens.length < MAX_TOKENS) tokens.push(tokenOf(raw, index));
  }
  finish();
  return { statements, comments };
}

function tokenOf(raw: string, index: number): SqlToken {
  const at: Span = [index, index + raw.length];
  const first = raw.charAt(0);
  if (first === "'" || isString(raw) || (first === '$' && raw.length > 1)) return { text: raw, kind: 'string', at };
  if (first === '"' || first === '`' || (first === '[' && raw.length > 1))
    return { text: raw.slice(1, -1), kind: 'name', at };
  if (first >= '0' && first <= '9') return { text: raw, kind: 'number', at };
  return { text: raw, kind: isLetter(raw.charCodeAt(0)) ? 'word' : 'sign', at };
}

const isComment = (raw: string): boolean =>
  raw.length > 1 && (raw.startsWith('--') || raw.startsWith('/*') || raw.charAt(0) === '#');
const commentText = (raw: string): string =>
  raw
    .replace(/^(?:--+|#+|\/\*+)/, '')
    .replace(/\*+\/$/, '')
    .trim();
/** `E'…'`: no word has a quote. */
const isString = (raw: string): boolean => raw.charAt(1) === "'";
const isLetter = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95 || code === 64 || code > 127;
const isCreate = (token: SqlToken | undefined): boolean => /^(?:create|alter)$/i.test(token?.text ?? '');
/** The rows of a dump follow the statement. */
const isCopy = (tokens: readonly SqlToken[]): boolean =>
  /^copy$/i.test(tokens[0]?.text ?? '') && tokens.some(({ text }) => /^stdin$/i.test(text));

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

const isAlone = (text: string, index: number, length: number): boolean =>
  text.slice(text.lastIndexOf('\n', index) + 1, index).trim() === '' &&
  /^\s*;?\s*$/.test(text.slice(index + length, lineEnd(text, index)));
