import { SourceError } from '@shipworthy/model';
import { type Answer, type Asked, answerFault } from './answer-fault.ts';
import { graphqlFault, isGraphqlError } from './graphql-fault.ts';
import { resetOf, usedUp } from './limit-fault.ts';
import { networkFault } from './network-fault.ts';

/** Octokit's error of a request: `response` is absent where none came. */
interface RequestFailure extends Error {
  readonly status: number;
  readonly response?: Answer;
}

const isRequestFailure = (error: unknown): error is RequestFailure =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && 'request' in error;

/** The throttling plugin's error for GraphQL's "rate limited": the answer has status 200, the error none. */
const isGraphqlLimit = (error: unknown): error is Error & { readonly response: Answer } =>
  error instanceof Error && !('status' in error) && 'response' in error && /rate limit/i.test(error.message);

/**
 * The fault (`GitHubFault`) for whatever a request failed with. What is a `SourceError` already stays as it is; what is no
 * failure of a request (a mistake in our own code) is handed back unchanged.
 */
export function faultOf(error: unknown, asked: Asked): unknown {
  if (error instanceof SourceError) return error;
  if (isGraphqlError(error)) return graphqlFault(error, asked);
  if (isGraphqlLimit(error)) return usedUp(resetOf(error.response.headers), { status: 200 }, asked.authorized);
  if (!isRequestFailure(error)) return error;
  const { response, status } = error;
  // A success whose body broke off (see whole-answers.ts) is a broken connection too.
  if (response === undefined || (response.status < 300 && typeof response.data === 'string'))
    return networkFault(error.cause, asked.host);
  // The status of the error, not of the answer: GraphQL says in a success that it failed.
  return answerFault({ ...response, status }, asked);
}
