import { EXIT, type ExitCode } from '@shipworthy/audit/exit-codes';
import type { UsageError } from '@shipworthy/audit/usage-error';
import type { SourceError } from '@shipworthy/model';
import { ConfigError, type ConfigFault } from '@shipworthy/policy';
import { visible } from '@shipworthy/reporters/visible';

export interface ExplainedError {
  readonly code: ExitCode;
  /** For standard error, escaped, ending with a line break. */
  readonly text: string;
}

/**
 * What went wrong, whose fault it is and what to do. Only a fault of the tool itself asks for a report,
 * and shows its stack only when `SHIPWORTHY_DEBUG` is 1.
 */
export function explainError(error: unknown, env: NodeJS.ProcessEnv): ExplainedError {
  const debug = env.SHIPWORTHY_DEBUG === '1' && error instanceof Error ? `${stackOf(error)}\n` : '';
  if (isNamed<UsageError>(error, 'UsageError')) return explained(EXIT.usage, error.message, error.advice, debug);
  if (error instanceof ConfigError) return { code: EXIT.usage, text: faultList(error.faults) + debug };
  if (isNamed<SourceError>(error, 'SourceError'))
    return explained(error.fault === 'usage' ? EXIT.usage : EXIT.notAudited, error.message, error.advice, debug);
  const what = error instanceof Error ? error.message : String(error);
  const advice = 'This is a fault of shipworthy: please report it, with the output of SHIPWORTHY_DEBUG=1.';
  return explained(EXIT.notAudited, `internal error: ${what}`, advice, debug);
}

/** By its name: what begins a run is bundled apart, with classes of its own. */
const isNamed = <E extends Error & { readonly advice: string }>(error: unknown, name: E['name']): error is E =>
  error instanceof Error && error.name === name && 'advice' in error;

/** With the stacks of what caused it: a package that does not load fails in its own code. */
function stackOf({ stack = '', cause }: Error): string {
  return cause instanceof Error ? `${stack}\ncaused by ${stackOf(cause)}` : stack;
}

/** Every mistake with its place on one line and what to write instead below it. */
function faultList(faults: readonly ConfigFault[]): string {
  const count = faults.length === 1 ? 'a mistake' : `${faults.length} mistakes`;
  const lines = faults.map(({ path, line, column, what, advice }) => {
    const place = line === undefined ? path : `${path}:${line}:${column ?? 1}`;
    return `  ${visible(place)}  ${visible(what)}\n    ${visible(advice)}\n`;
  });
  return `shipworthy: ${count} in the configuration\n${lines.join('')}`;
}

function explained(code: ExitCode, message: string, advice: string, debug: string): ExplainedError {
  return { code, text: `shipworthy: ${visible(message)}\n  ${visible(advice)}\n${debug}` };
}
