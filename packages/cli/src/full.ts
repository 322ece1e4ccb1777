import type { ExitCode } from '@shipworthy/audit/exit-codes';
import type { LintArguments } from './commands/lint.ts';
import type { Context } from './context.ts';
import type { Begun } from './recall/begin-lint.ts';

export { explainError } from './explain-error.ts';

/** A run of `lint` whose arguments were read, and whose source may be opened already. */
export interface PlainLint {
  readonly asked: LintArguments;
  readonly begun?: Begun;
}

/**
 * Whatever is asked, when the report of an earlier run is no answer. Each command loads what it needs.
 * @throws UsageError for what it does not understand, and whatever the command throws.
 */
export async function runFull(args: readonly string[], context: Context, plain?: PlainLint): Promise<ExitCode> {
  if (plain) {
    const { lint } = await import('./commands/lint.ts');
    return lint(plain.asked, context, plain.begun);
  }
  const { runCommandLine } = await import('./command-line.ts');
  return runCommandLine(args, context);
}
