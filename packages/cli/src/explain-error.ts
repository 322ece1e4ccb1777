import { SourceError } from '@shipworthy/model';
import { visible } from '@shipworthy/reporters/visible';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';

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
  const debug = env.SHIPWORTHY_DEBUG === '1' && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  if (error instanceof UsageError) return explained(EXIT.usage, error.message, error.advice, debug);
  if (error instanceof SourceError)
    return explained(error.fault === 'usage' ? EXIT.usage : EXIT.notAudited, error.message, error.advice, debug);
  const what = error instanceof Error ? error.message : String(error);
  const advice = 'This is a fault of shipworthy: please report it, with the output of SHIPWORTHY_DEBUG=1.';
  return explained(EXIT.notAudited, `internal error: ${what}`, advice, debug);
}

function explained(code: ExitCode, message: string, advice: string, debug: string): ExplainedError {
  return { code, text: `shipworthy: ${visible(message)}\n  ${visible(advice)}\n${debug}` };
}
