import type { Span } from '@shipworthy/model';
import { LineMap } from '../line-map.ts';

/** One mistake in a configuration: where, what, and what to write instead. */
export interface ConfigFault {
  readonly path: string;
  /** 1-based; absent when the mistake is not in a text (two files). */
  readonly line?: number;
  readonly column?: number;
  /** One clause. */
  readonly what: string;
  /** One sentence. */
  readonly advice: string;
}

/** A configuration that cannot be followed: every mistake that was found in it (exit code 3). */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly ConfigFault[];
  constructor(faults: readonly ConfigFault[]) {
    super(faults.map(({ path, line, what }) => `${path}${line === undefined ? '' : `:${line}`} ${what}`).join('\n'));
    this.faults = faults;
  }
}

/** Notes the mistakes of one file. */
export type Complain = (at: Span, what: string, advice: string) => void;

/** A file with more mistakes is no configuration; nobody reads on, and a hostile one has a million. */
export const MAX_FAULTS = 100;

/** Longer sentences quote something nobody wrote by hand. */
const MAX_CHARACTERS = 400;

const shortened = (text: string): string =>
  text.length <= MAX_CHARACTERS ? text : `${text.slice(0, MAX_CHARACTERS)}...`;

/** Gathers mistakes, each told once, in the order they stand in the files. */
export class FaultList {
  readonly #faults: ConfigFault[] = [];
  readonly #told = new Set<string>();

  in(path: string, text: string): Complain {
    const lines = new LineMap(text);
    return (at, what, advice) => {
      const { line = 1, column = 1 } = lines.locate(path, at);
      this.add({ path, line, column, what, advice });
    };
  }

  /** @throws ConfigError when there are so many that the rest is not looked for. */
  add({ what, advice, ...place }: ConfigFault): void {
    const fault = { ...place, what: shortened(what), advice: shortened(advice) };
    const key = JSON.stringify([fault.path, fault.line, fault.column, fault.what]);
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#faults.push(fault);
    if (this.#faults.length >= MAX_FAULTS) this.raise();
  }

  /** @throws ConfigError when there is any. */
  raise(): void {
    if (this.#faults.length === 0) return;
    throw new ConfigError(
      this.#faults.toSorted(
        (a, b) =>
          (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) ||
          (a.line ?? 0) - (b.line ?? 0) ||
          (a.column ?? 0) - (b.column ?? 0),
      ),
    );
  }
}
