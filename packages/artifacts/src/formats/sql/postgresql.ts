import { setFlagsFromString } from 'node:v8';
import type { Span } from '@shipworthy/model';
import type { Node } from 'libpg-query';

/** One statement as PostgreSQL's own parser reads it. */
export interface PostgresqlStatement {
  readonly node: Node;
  /** From the end of the statement before to its own, without the sign that ends it: comments and blanks lead it. */
  readonly at: Span;
}

export interface PostgresqlRefusal {
  /** As PostgreSQL says it: `syntax error at or near "x"`. */
  readonly what: string;
  /** Where it stopped; the whole text where it does not say. */
  readonly at: Span;
  /** The text may be fine: the parser, not the language, came to its end. */
  readonly gaveUp: boolean;
}

export interface PostgresqlText {
  readonly statements: readonly PostgresqlStatement[];
  readonly refusal?: PostgresqlRefusal;
}

type Library = typeof import('libpg-query');

let loading: Promise<boolean> | undefined;
let library: Library | undefined;

/** V8 would optimise the WebAssembly for longer than most repositories have it read: 0.25 s of processor time instead of 0.05 s. */
const UNOPTIMISED = '--liftoff-only';

/**
 * Loads the parser, at most once: 1.7 MB of WebAssembly and some 25 MB of memory, so ask only for what it will read. False:
 * it is not to be had, which its own runtime says on standard error. Never rejects.
 */
export function loadPostgresql(): Promise<boolean> {
  loading ??= load().catch(() => false);
  return loading;
}

async function load(): Promise<boolean> {
  setFlagsFromString(UNOPTIMISED);
  const loaded = await import('libpg-query');
  await loaded.loadModule();
  library = loaded;
  return true;
}

export const postgresqlIsLoaded = (): boolean => library !== undefined;

/**
 * The statements of a text; with a refusal there are none, because PostgreSQL takes a text whole or not at all. Offsets
 * count UTF-16 units, as everywhere. Only once `loadPostgresql` gave true.
 */
export function parsePostgresql(text: string): PostgresqlText {
  if (!library) throw new Error('the parser of PostgreSQL is not loaded');
  if (text.trim() === '') return { statements: [] };
  const whole: Span = [0, text.length];
  // The runtime takes a NUL for the end.
  if (text.includes('\0')) return refused('it holds a NUL character', whole, true);
  try {
    const { stmts = [] } = library.parseSync(text);
    const unit = unitsOfBytes(text);
    const statements: PostgresqlStatement[] = [];
    for (const { stmt, stmt_location = 0, stmt_len } of stmts) {
      const start = unit(stmt_location);
      if (stmt) statements.push({ node: stmt, at: [start, stmt_len ? unit(stmt_location + stmt_len) : text.length] });
    }
    return { statements };
  } catch (error) {
    if (!library.hasSqlDetails(error)) return refused('it is nested too deep', whole, true);
    const { message, cursorPosition } = error.sqlDetails ?? { message: error.message, cursorPosition: 0 };
    const start = unitsOfCharacters(text, cursorPosition);
    return refused(message, [start, wordEnd(text, start)], EXHAUSTED.test(message));
  }
}

const refused = (what: string, at: Span, gaveUp: boolean): PostgresqlText => ({
  statements: [],
  refusal: { what, at, gaveUp },
});

const EXHAUSTED = /^(?:memory exhausted|stack depth limit|out of memory)/;

/** PostgreSQL counts the bytes of UTF-8. */
function unitsOfBytes(text: string): (byte: number) => number {
  if (Buffer.byteLength(text) === text.length) return (byte) => byte;
  let unit = 0;
  let bytes = 0;
  // Asked in ascending order, so that the text is walked once.
  return (byte) => {
    if (byte < bytes) {
      unit = 0;
      bytes = 0;
    }
    while (bytes < byte && unit < text.length) {
      const point = text.codePointAt(unit) ?? 0;
      bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      unit += point < 0x10000 ? 1 : 2;
    }
    return unit;
  };
}

/** And, of a fault, characters. */
function unitsOfCharacters(text: string, characters: number): number {
  let unit = 0;
  for (let left = characters; left > 0 && unit < text.length; left -= 1)
    unit += (text.codePointAt(unit) ?? 0) < 0x10000 ? 1 : 2;
  return unit;
}

function wordEnd(text: string, start: number): number {
  const word = /[\w$]+/y;
  word.lastIndex = start;
  return start + (word.exec(text)?.[0].length ?? Math.min(1, text.length - start));
}
