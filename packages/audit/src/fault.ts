import type { SourceError } from '@shipworthy/model';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { UsageError } from './usage-error.ts';

/** Why there is no audit, in words that no surface has to add to. */
export interface ToldFault {
  readonly code: ExitCode;
  readonly message: string;
  readonly advice: string;
}

/** A fault that says itself what to do; undefined for mistakes of a configuration, and for what nobody expected. */
export function toldFault(error: unknown): ToldFault | undefined {
  if (isNamed<UsageError>(error, 'UsageError'))
    return { code: EXIT.usage, message: error.message, advice: error.advice };
  if (isNamed<SourceError>(error, 'SourceError')) {
    const code = error.fault === 'usage' ? EXIT.usage : EXIT.notAudited;
    return { code, message: error.message, advice: error.advice };
  }
  return undefined;
}

/** By its name: what begins a run may be bundled apart, with classes of its own. */
const isNamed = <E extends Error & { readonly advice: string }>(error: unknown, name: E['name']): error is E =>
  error instanceof Error && error.name === name && 'advice' in error;

/** What was thrown, which need not be an error. */
export const whatOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Of mistakes in a configuration. */
export const countedMistakes = (count: number): string => (count === 1 ? 'a mistake' : `${count} mistakes`);
