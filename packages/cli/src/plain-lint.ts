import type { LintArguments } from './commands/lint.ts';
import { lintOptions } from './options.ts';

/** What is asked of an option here, whatever else its entry says. */
interface Option {
  readonly type?: 'string' | 'boolean' | 'number';
  readonly choices?: readonly string[];
  readonly array?: boolean;
}

const OPTIONS: ReadonlyMap<string, Option> = new Map(Object.entries(lintOptions));
/** The library takes quotes off values, and takes these words for the value of a flag before them. */
const PLAIN = /^[^-"'`][^"'`]*$/;
const TRUTH = /^(?:true|false)$/i;

/**
 * `lint` with flags that leave no question, read without the library for command lines: loading and asking it takes a
 * tenth of the time of a small audit. Everything else (help, a mistake, another spelling) is left to it: `undefined`.
 */
export function readPlainLint(args: readonly string[]): LintArguments | undefined {
  if (args[0] !== 'lint') return undefined;
  const read = new PlainFlags();
  for (let index = 1; index < args.length; ) {
    const used = read.take(args[index] ?? '', args[index + 1] ?? '');
    if (used === 0) return undefined;
    index += used;
  }
  const asked: LintArguments = {
    path: read.path ?? '.',
    format: read.text('format') ?? lintOptions.format.default,
    output: read.text('output'),
    failOn: read.choice('fail-on', lintOptions['fail-on'].choices) ?? lintOptions['fail-on'].default,
    strictUnknown: read.truth('strict-unknown') ?? false,
    preset: read.choice('preset', lintOptions.preset.choices),
    config: read.text('config'),
    rule: read.texts('rule'),
    stage: read.choice('stage', lintOptions.stage.choices),
    loadPackages: read.texts('load-packages'),
    limit: undefined,
    untracked: read.truth('untracked') ?? false,
    revision: read.text('revision'),
    staged: read.truth('staged') ?? false,
    base: read.text('base'),
    bodyFile: read.text('body-file'),
    color: read.truth('color'),
    cache: read.truth('cache') ?? lintOptions.cache.default,
    timing: read.truth('timing') ?? false,
    verbose: read.truth('verbose') ?? false,
    showExempt: read.truth('show-exempt') ?? false,
  };
  return read.isUsedUp ? asked : undefined;
}

class PlainFlags {
  path: string | undefined;
  readonly #truths = new Map<string, boolean>();
  readonly #texts = new Map<string, string[]>();

  /** Every flag was asked for: one that is not known here must not be dropped. */
  get isUsedUp(): boolean {
    return this.#truths.size === 0 && this.#texts.size === 0;
  }

  truth(name: string): boolean | undefined {
    const value = this.#truths.get(name);
    this.#truths.delete(name);
    return value;
  }

  texts(name: string): readonly string[] {
    const values = this.#texts.get(name) ?? [];
    this.#texts.delete(name);
    return values;
  }

  text(name: string): string | undefined {
    return this.texts(name)[0];
  }

  choice<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const value = this.text(name);
    return choices.find((choice) => choice === value);
  }

  /** Takes an argument and, where it needs one, the value behind it. How many were used; 0: this is not plain. */
  take(arg: string, next: string): 0 | 1 | 2 {
    if (!arg.startsWith('-')) {
      if (this.path !== undefined || !PLAIN.test(arg)) return 0;
      this.path = arg;
      return 1;
    }
    const [, no, name = '', value] = /^--(no-)?([a-z-]+)(?:=(.*))?$/s.exec(arg) ?? [];
    const option = OPTIONS.get(name);
    if (!option) return 0;
    if (option.type === 'boolean') {
      if (value !== undefined || TRUTH.test(next) || this.#truths.has(name)) return 0;
      this.#truths.set(name, no === undefined);
      return 1;
    }
    if (no !== undefined || option.type === 'number') return 0;
    return this.#add(name, option, value ?? next) ? (value === undefined ? 2 : 1) : 0;
  }

  #add(name: string, option: Option, value: string): boolean {
    const before = this.#texts.get(name);
    if (!PLAIN.test(value) || (before && !option.array)) return false;
    if (option.choices && !option.choices.includes(value)) return false;
    if (before) before.push(value);
    else this.#texts.set(name, [value]);
    return true;
  }
}
