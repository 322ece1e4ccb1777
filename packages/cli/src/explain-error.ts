import { EXIT, type ExitCode } from '@shipworthy/audit/exit-codes';
import { countedMistakes, toldFault, whatOf } from '@shipworthy/audit/fault';
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
  const told = toldFault(error);
  if (told) return explained(told.code, told.message, told.advice, debug);
  if (error instanceof ConfigError) return { code: EXIT.usage, text: faultList(error.faults) + debug };
  const advice = 'This is a fault of shipworthy: please report it, with the output of SHIPWORTHY_DEBUG=1.';
  return explained(EXIT.notAudited, `internal error: ${whatOf(error)}`, advice, debug);
}

/** With the stacks of what caused it: a package that does not load fails in its own code. */
function stackOf({ stack = '', cause }: Error): string {
  return cause instanceof Error ? `${stack}\ncaused by ${stackOf(cause)}` : stack;
}

/** Every mistake with its place on one line and what to write instead below it. */
function faultList(faults: readonly ConfigFault[]): string {
  const lines = faults.map(({ path, line, column, what, advice }) => {
    const place = line === undefined ? path : `${path}:${line}:${column ?? 1}`;
    return `  ${visible(place)}  ${visible(what)}\n    ${visible(advice)}\n`;
  });
  return `shipworthy: ${countedMistakes(faults.length)} in the configuration\n${lines.join('')}`;
}

function explained(code: ExitCode, message: string, advice: string, debug: string): ExplainedError {
  return { code, text: `shipworthy: ${visible(message)}\n  ${visible(advice)}\n${debug}` };
}
