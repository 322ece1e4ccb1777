import { EXIT, type ExitCode } from '@shipworthy/audit/exit-codes';
import { UsageError } from '@shipworthy/audit/usage-error';
import { SourceError } from '@shipworthy/model';
import { ConfigError, type ConfigFault } from '@shipworthy/policy';
import { systemCode } from '@shipworthy/sources';

/** Why there is no audit, worded for people. */
export interface Fault {
  readonly code: ExitCode;
  /** What went wrong, and what to do about it. */
  readonly message: string;
  readonly advice: string;
  /** The mistakes in the configuration, if that is it. */
  readonly mistakes: readonly ConfigFault[];
}

/** Mistakes of a configuration that are told in one line. */
const TOLD = 3;

/** Whatever was thrown; what nobody expected is a fault of this tool, and says so. */
export function faultOf(error: unknown): Fault {
  if (error instanceof UsageError) return fault(EXIT.usage, error.message, error.advice);
  if (error instanceof SourceError)
    return fault(error.fault === 'usage' ? EXIT.usage : EXIT.notAudited, error.message, error.advice);
  if (error instanceof ConfigError) {
    const { faults } = error;
    const told = faults.slice(0, TOLD).map(mistakeText).join(' ');
    const more = faults.length > TOLD ? ` And ${faults.length - TOLD} more.` : '';
    return { ...fault(EXIT.usage, `the configuration has ${counted(faults.length)}`, told + more), mistakes: faults };
  }
  const what = error instanceof Error ? error.message : String(error);
  if (systemCode(error) !== undefined)
    return fault(EXIT.notAudited, `the runner refused: ${what}`, 'Check its disk, and the permissions of its files.');
  return fault(
    EXIT.notAudited,
    `internal error: ${what}`,
    'This is a fault of shipworthy: please report it, with the log of this step.',
  );
}

const fault = (code: ExitCode, message: string, advice: string): Fault => ({ code, message, advice, mistakes: [] });

const counted = (count: number): string => (count === 1 ? 'a mistake' : `${count} mistakes`);

/** What went wrong as a sentence: messages are clauses, which other surfaces put behind a colon. */
export function sentenceOf({ message }: Pick<Fault, 'message'>): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? '' : '.'}`;
}

/** One sentence or two, with the place. */
export function mistakeText({ path, line, what, advice }: ConfigFault): string {
  return `${line === undefined ? path : `${path}:${line}`}: ${what}. ${advice}`;
}
