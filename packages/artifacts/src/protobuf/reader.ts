import type { Span } from '@shipworthy/model';
import { type Token, tokensOf } from './tokens.ts';

/** The text is not what the grammar asks for at this place. */
export class ProtobufSyntaxError extends Error {
  readonly at: Span;

  constructor(message: string, at: Span) {
    super(message);
    this.at = at;
  }
}

/** A cursor over the tokens of a file. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  readonly #end: Span;
  #next = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
    this.#end = [Math.max(0, text.trimEnd().length - 1), text.trimEnd().length];
  }

  get done(): boolean {
    return this.#next >= this.#tokens.length;
  }

  /** The token ahead, `ahead` further. */
  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#next + ahead];
  }

  is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.text === text && token.form !== 'string';
  }

  take(what: string): Token {
    const token = this.#tokens[this.#next];
    if (!token) throw new ProtobufSyntaxError(`the file ends where ${what} belongs`, this.#end);
    this.#next++;
    return token;
  }

  expect(text: string): Token {
    const token = this.take(`'${text}'`);
    if (token.text !== text || token.form === 'string')
      throw new ProtobufSyntaxError(`'${token.text}' stands where '${text}' belongs`, token.at);
    return token;
  }

  word(what: string): Token {
    const token = this.take(what);
    if (token.form !== 'word') throw new ProtobufSyntaxError(`'${token.text}' stands where ${what} belongs`, token.at);
    return token;
  }

  accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.#next++;
    return true;
  }

  /** Past the `;` that ends a statement, over anything in brackets. */
  skipStatement(): void {
    for (let depth = 0; ; ) {
      const token = this.take("';'");
      if (token.form === 'string') continue;
      if (token.text === '{' || token.text === '[' || token.text === '(') depth++;
      else if (token.text === '}' || token.text === ']' || token.text === ')') depth--;
      else if (token.text === ';' && depth <= 0) return;
      if (depth < 0) throw new ProtobufSyntaxError(`'${token.text}' stands where ';' belongs`, token.at);
    }
  }

  /** Past a bracket that is open next, and what it holds. */
  skipBrackets(open: string, close: string): void {
    this.expect(open);
    for (let depth = 1; depth > 0; ) {
      const token = this.take(`'${close}'`);
      if (token.form === 'string') continue;
      if (token.text === open) depth++;
      else if (token.text === close) depth--;
    }
  }
}
