import type { Span } from '@shipworthy/model';
import type { SqlStatement, SqlToken } from '../formats/sql/scan.ts';

/** Reads the tokens of a statement, or of one clause of it, from left to right. */
export class SqlReader {
  readonly #tokens: readonly SqlToken[];
  #next = 0;

  constructor(tokens: readonly SqlToken[]) {
    this.#tokens = tokens;
  }

  get ended(): boolean {
    return this.#next >= this.#tokens.length;
  }

  /** From the first token to the last. */
  get at(): Span {
    return [this.#tokens[0]?.at[0] ?? 0, this.#tokens.at(-1)?.at[1] ?? 0];
  }

  peek(ahead = 0): SqlToken | undefined {
    return this.#tokens[this.#next + ahead];
  }

  /** Takes the words if they come next, in this order and any case. */
  take(...words: readonly string[]): boolean {
    if (!words.every((word, index) => isWord(this.peek(index), word))) return false;
    this.#next += words.length;
    return true;
  }

  /** Takes whichever of the words come next. */
  skip(...words: readonly string[]): void {
    while (words.some((word) => this.take(word)));
  }

  /** Whether the words stand anywhere in what is left, one after the other. */
  has(...words: readonly string[]): boolean {
    for (let start = this.#next; start < this.#tokens.length; start += 1)
      if (words.every((word, index) => isWord(this.#tokens[start + index], word))) return true;
    return false;
  }

  /** The next name without its schema: `public."a"` gives `a`. Undefined when no name comes next. */
  name(): string | undefined {
    let last: string | undefined;
    for (;;) {
      const token = this.peek();
      if (!token || (token.kind !== 'word' && token.kind !== 'name')) return last;
      last = token.text;
      this.#next += 1;
      if (this.peek()?.text !== '.') return last;
      this.#next += 1;
    }
  }

  /** The clauses that commas outside parentheses part. */
  clauses(): SqlReader[] {
    const parts: SqlToken[][] = [[]];
    let depth = 0;
    for (const token of this.#tokens.slice(this.#next)) {
      if (token.kind === 'sign' && token.text === '(') depth += 1;
      else if (token.kind === 'sign' && token.text === ')') depth -= 1;
      if (token.kind === 'sign' && token.text === ',' && depth <= 0) parts.push([]);
      else parts.at(-1)?.push(token);
    }
    return parts.filter((part) => part.length > 0).map((part) => new SqlReader(part));
  }

  /** Passes over a list in parentheses, if one comes next. */
  skipList(): void {
    if (this.peek()?.text !== '(') return;
    let depth = 0;
    for (; !this.ended; this.#next += 1) {
      const token = this.peek();
      if (token?.kind !== 'sign') continue;
      if (token.text === '(') depth += 1;
      else if (token.text === ')') depth -= 1;
      if (depth === 0) {
        this.#next += 1;
        return;
      }
    }
  }
}

export const readerOf = (statement: SqlStatement): SqlReader => new SqlReader(statement.tokens);

/** Only words are keywords; a quoted name never is. */
const isWord = (token: SqlToken | undefined, word: string): boolean =>
  token !== undefined &&
  token.text.length === word.length &&
  (token.kind === 'word' || token.kind === 'sign') &&
  token.text.toUpperCase() === word;
