/** One command of a shell script, as far as its words can be read without running anything. */
export interface ShellCommand {
  /** Program and arguments, without quotes; variables and substitutions as written. */
  readonly words: readonly string[];
  /** As written. */
  readonly text: string;
  /** Folder that the commands before it changed to, relative to where the script started; may hold variables. */
  readonly folder?: string;
  /** The script goes on, and succeeds, when it fails: `|| true`, `|| echo …`. */
  readonly harmless?: true;
}

/** Commands of one script that are read. */
const MAX_COMMANDS = 1_000;
/** Longest script that is read; those of generators are longer. */
const MAX_SCRIPT = 200_000;
/** Words of the grammar that stand before a command. */
const KEYWORDS: ReadonlySet<string> = new Set([
  'if',
  'then',
  'else',
  'elif',
  'do',
  'while',
  'until',
  '!',
  '{',
  'fi',
  'done',
  '}',
]);
/** Words whose line is no command. */
const CLAUSES: ReadonlySet<string> = new Set(['for', 'case', 'select', 'function', 'esac']);
/** What follows `||` where a failure is only remarked on. */
const SHRUGS: ReadonlySet<string> = new Set(['true', ':', 'echo', 'printf', '/bin/true']);

interface Token {
  /** Absent: an operator. */
  readonly word?: string;
  readonly operator?: string;
  readonly start: number;
  readonly end: number;
}

/** Splits a script into its commands: quotes, continuations, comments, here-documents and `cd` are understood. */
export const shellCommands = (script: string): readonly ShellCommand[] =>
  script.length > MAX_SCRIPT ? [] : commandsIn(script, new Map(), 0);

/** @param kept commands that are held in variables so far, by their names */
function commandsIn(script: string, kept: Map<string, string>, depth: number): readonly ShellCommand[] {
  const found: ShellCommand[] = [];
  const folders: (string | undefined)[] = [undefined];
  let list: Mutable[] = [];
  let words: Token[] = [];
  let before = '';
  const finish = (operator: string) => {
    const written = commandOf(words, script, folders.at(-1));
    const command = written && runKept(written, kept);
    words = [];
    if (command) {
      if (before === '||' && shrugs(command.words)) for (const one of list) one.harmless = true;
      const moved = movesTo(command.words);
      if (moved !== undefined) folders[folders.length - 1] = joinFolder(folders.at(-1), moved);
      else {
        list.push(command);
        found.push(command);
        const inner = depth < MAX_NESTED && SUBSTITUTED.exec(command.words[0] ?? '')?.[1];
        if (inner) for (const one of commandsIn(inner, kept, depth + 1)) found.push(below(folders.at(-1), one));
      }
    }
    if (operator === '(') folders.push(folders.at(-1));
    if (operator === ')' && folders.length > 1) folders.pop();
    if (operator !== '&&' && operator !== '||' && operator !== '|' && operator !== '|&') list = [];
    before = operator;
  };
  for (const token of tokensOf(script)) {
    if (found.length >= MAX_COMMANDS) break;
    if (token.operator === undefined) words.push(token);
    else finish(token.operator);
  }
  finish('\n');
  return found;
}

type Mutable = { -readonly [K in keyof ShellCommand]: ShellCommand[K] };

/** The output of a command that is kept, and with it whether it succeeds: `OUT=$(npm test)`. */
const SUBSTITUTED = /^\w+=\$\(((?!\()[\s\S]*)\)$/;
/** Substitutions within substitutions that are looked into. */
const MAX_NESTED = 2;

const below = (folder: string | undefined, command: ShellCommand): ShellCommand =>
  folder === undefined ? command : { ...command, folder: joinFolder(folder, command.folder ?? '') ?? folder };

/** A command that is kept for later: `TEST="npm test"`. One that adds to itself is known by how it began. */
const KEPT = /^([A-Za-z_]\w*)=([^\s$][^\n]*)$/;
const VARIABLE = /^\$\{?([A-Za-z_]\w*)\}?$/;

/** What `$TEST` and `eval "$TEST"` run, where the script says above what that is. */
function runKept(command: Mutable, kept: Map<string, string>): Mutable {
  const { words } = command;
  const [, name, value] = (words.length === 1 && KEPT.exec(words[0] ?? '')) || [];
  if (name !== undefined && value !== undefined) kept.set(name, value);
  const [program = '', ...rest] = words[0] === 'eval' ? words.slice(1) : words;
  const run = kept.get(VARIABLE.exec(program)?.[1] ?? '');
  if (run === undefined) return command;
  const all = [...run.split(/\s+/), ...rest];
  return { ...command, words: all, text: all.join(' ') };
}

/** A folder or nothing, put before a program: `${PREFIX}pytest`. */
const PREFIX = /^\$\{\w+\}(?=[A-Za-z])/;

function commandOf(tokens: readonly Token[], script: string, folder: string | undefined): Mutable | undefined {
  let first = 0;
  while (first < tokens.length && KEYWORDS.has(tokens[first]?.word ?? '')) first++;
  const own = tokens.slice(first);
  const [head] = own;
  const last = own.at(-1);
  if (head?.word === undefined || last === undefined || CLAUSES.has(head.word)) return undefined;
  const text = script.slice(head.start, last.end).replace(/\s*\\\r?\n\s*/g, ' ');
  const words = own.map(({ word = '' }) => word);
  words[0] = head.word.replace(PREFIX, '');
  return { words, text, ...(folder === undefined ? {} : { folder }) };
}

function shrugs([program = '', ...rest]: readonly string[]): boolean {
  return SHRUGS.has(program) || (program === 'exit' && rest[0] === '0');
}

/** The folder of `cd web` and `pushd web`; '' for the start. */
function movesTo([program, ...rest]: readonly string[]): string | undefined {
  if (program === 'popd') return '';
  if (program !== 'cd' && program !== 'pushd') return undefined;
  return rest.find((word) => !word.startsWith('-')) ?? '';
}

/** A path from the top of the checkout starts anew. */
function joinFolder(before: string | undefined, moved: string): string | undefined {
  if (moved === '' || moved === '-') return undefined;
  if (/^(?:\/|\$)/.test(moved)) return moved;
  return before === undefined ? moved : `${before}/${moved}`;
}

/** Words and operators. A newline is the operator `\n`. */
function* tokensOf(script: string): Generator<Token> {
  let at = 0;
  const heredocs: string[] = [];
  while (at < script.length) {
    const char = script.charAt(at);
    if (char === '\n') {
      yield { operator: '\n', start: at, end: ++at };
      while (heredocs.length > 0) at = afterHeredoc(script, at, heredocs.shift() ?? '');
    } else if (/\s/.test(char)) at++;
    else if (char === '\\' && /^\\\r?\n/.test(script.slice(at, at + 3))) at = script.indexOf('\n', at) + 1;
    else if (char === '#') {
      const end = script.indexOf('\n', at);
      at = end < 0 ? script.length : end;
    } else {
      const heredoc = char === '<' ? matchAt(HEREDOC, script, at) : undefined;
      const redirect = /[<>\d&]/.test(char) && !heredoc ? matchAt(REDIRECT, script, at) : undefined;
      const operator = redirect || heredoc ? undefined : matchAt(OPERATOR, script, at)?.[0];
      if (heredoc) {
        heredocs.push(heredoc[2] ?? '');
        at += heredoc[0].length;
      } else if (redirect) at = wordEnd(script, at + redirect[0].length);
      else if (operator !== undefined) {
        yield { operator, start: at, end: at + operator.length };
        at += operator.length;
      } else {
        const end = Math.max(at + 1, wordEnd(script, at));
        yield { word: unquoted(script.slice(at, end)), start: at, end };
        at = end;
      }
    }
  }
}

const HEREDOC = /<<-?[ \t]*(['"]?)([\w.-]+)\1/y;
/** `2>&1`, `>> file`, `<in`; no here-document and no substitution of processes. */
const REDIRECT = /(?:\d?(?:>>?|<(?!<))&?|&>>?)(?!\()[ \t]*/y;
const OPERATOR = /&&|\|\||\|&|;;|[;&|()]/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function afterHeredoc(script: string, from: number, mark: string): number {
  for (let at = from; at < script.length; ) {
    const end = script.indexOf('\n', at);
    const line = script.slice(at, end < 0 ? script.length : end);
    at = end < 0 ? script.length : end + 1;
    if (line.trim() === mark) return at;
  }
  return script.length;
}

/** Where the word that starts at `from` ends: quotes and substitutions belong to it whole. */
function wordEnd(script: string, from: number): number {
  let at = from;
  let depth = 0;
  while (at < script.length) {
    const char = script.charAt(at);
    if (char === '\\') at += 2;
    else if (char === "'") at = closing(script, at, "'");
    else if (char === '"') at = closing(script, at, '"');
    else if (char === '`') at = closing(script, at, '`');
    else if (char === '$' && (script.charAt(at + 1) === '(' || script.charAt(at + 1) === '{')) {
      depth++;
      at += 2;
    } else if (depth > 0 && (char === ')' || char === '}')) {
      depth--;
      at++;
    } else if (depth > 0) at++;
    else if (/[\s;&|()<>]/.test(char)) break;
    else at++;
  }
  return Math.min(at, script.length);
}

function closing(script: string, from: number, quote: string): number {
  for (let at = from + 1; at < script.length; at++) {
    if (script.charAt(at) === '\\' && quote !== "'") at++;
    else if (script.charAt(at) === quote) return at + 1;
  }
  return script.length;
}

const unquoted = (word: string): string =>
  !/['"\\]/.test(word)
    ? word
    : word.replace(/'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/gs, (_, single, double: string | undefined, escaped) =>
        String(single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? ''),
      );
