import { randomUUID } from 'node:crypto';
import { type AnnotationLevel, type AnnotationProperties, command } from '@shipworthy/reporters/github/command';
import { visible } from '@shipworthy/reporters/visible';

/** Where the lines of a step go. A runner acts on those that begin with `::`. */
export class Log {
  readonly #write: (text: string) => void;

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  /** An annotation; nothing in its text starts another command. */
  annotate(level: AnnotationLevel, message: string, properties: AnnotationProperties = {}): void {
    this.#write(command(level, properties, visible(message)));
  }

  /** One line of our own words. */
  line(words: string): void {
    this.#write(`${visible(words)}\n`);
  }

  /** Commands that are escaped already. */
  commands(text: string): void {
    this.#write(text);
  }

  /**
   * Lines that may hold anything, folded: until a word that nobody can guess the runner acts on none of them, in none of
   * its spellings (`::name::`, `##[name]`).
   */
  quoted(title: string, text: string): void {
    const word = randomUUID();
    this.#write(`::group::${title}\n::stop-commands::${word}\n${text.trimEnd()}\n::${word}::\n::endgroup::\n`);
  }
}
