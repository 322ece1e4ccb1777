import { SourceError } from '@shipworthy/model';

/**
 * One thing that did not work, for people: what is missing now, why, and what to do. Faults of GitHub are worded without the
 * token; of other errors only the message is told.
 * @param what a clause: `The comment was not written`
 */
export function failure(what: string, error: unknown): string {
  if (error instanceof SourceError) return `${what}: ${error.message}. ${error.advice}`;
  const said = error instanceof Error ? error.message : String(error);
  return `${what}: internal error (${said}). This is a fault of shipworthy: please report it.`;
}
