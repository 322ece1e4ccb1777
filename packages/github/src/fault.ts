import { EXIT } from '@shipworthy/audit/exit-codes';
import { countedMistakes, type ToldFault, toldFault, whatOf } from '@shipworthy/audit/fault';
import { ConfigError, type ConfigFault } from '@shipworthy/policy';
import { systemCode } from '@shipworthy/sources';

/** Why there is no audit, worded for people. */
export interface Fault extends ToldFault {
  /** The mistakes in the configuration, if that is it. */
  readonly mistakes: readonly ConfigFault[];
}

/** Mistakes of a configuration that are told in one line. */
const TOLD = 3;

/** Whatever was thrown; what nobody expected is a fault of this tool, and says so. */
export function faultOf(error: unknown): Fault {
  const told = toldFault(error);
  if (told) return { ...told, mistakes: [] };
  if (error instanceof ConfigError) {
    const { faults } = error;
    const first = faults.slice(0, TOLD).map(mistakeText).join(' ');
    const more = faults.length > TOLD ? ` And ${faults.length - TOLD} more.` : '';
    return {
      code: EXIT.usage,
      message: `the configuration has ${countedMistakes(faults.length)}`,
      advice: first + more,
      mistakes: faults,
    };
  }
  const what = whatOf(error);
  const [message, advice] =
    systemCode(error) === undefined
      ? [`internal error: ${what}`, 'This is a fault of shipworthy: please report it, with the log of this step.']
      : [`the runner refused: ${what}`, 'Check its disk, and the permissions of its files.'];
  return { code: EXIT.notAudited, message, advice, mistakes: [] };
}

/** What went wrong as a sentence: messages are clauses, which other surfaces put behind a colon. */
export function sentenceOf({ message }: Pick<Fault, 'message'>): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? '' : '.'}`;
}

/** One sentence or two, with the place. */
export function mistakeText({ path, line, what, advice }: ConfigFault): string {
  return `${line === undefined ? path : `${path}:${line}`}: ${what}. ${advice}`;
}
