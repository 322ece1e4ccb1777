import type { Asked } from './answer-fault.ts';
import { GitHubFault } from './github-fault.ts';
import { resetOf, usedUp } from './limit-fault.ts';
import { oneLine } from './said.ts';

/** One entry of the `errors` of a GraphQL answer. */
export interface GraphqlProblem {
  readonly message: string;
  readonly type?: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Octokit's error for a GraphQL answer with `errors`; `data` holds what came nevertheless. */
export interface GraphqlError extends Error {
  readonly errors: readonly GraphqlProblem[];
  readonly data: unknown;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

export const isGraphqlError = (error: unknown): error is GraphqlError =>
  error instanceof Error && error.name === 'GraphqlResponseError' && 'errors' in error && Array.isArray(error.errors);

/** The fault for an answer of GraphQL (status 200) that only holds errors. */
export function graphqlFault(error: GraphqlError, asked: Asked): GitHubFault {
  const [first] = error.errors;
  const said = oneLine(typeof first?.message === 'string' ? first.message : 'no reason given');
  const id = error.headers['x-github-request-id'];
  const details = { status: 200, said, ...(id === undefined ? {} : { requestId: String(id) }) };
  if (first?.type === 'RATE_LIMITED') return usedUp(resetOf(error.headers), details, asked.authorized);
  if (first?.extensions?.saml_failure === true)
    return new GitHubFault(
      'forbidden',
      'the organisation asks for single sign-on, and the token is not authorised for it',
      'Open github.com/settings/tokens, choose "Configure SSO" beside the token and authorise it for the organisation.',
      details,
    );
  if (first?.type === 'FORBIDDEN' || first?.type === 'INSUFFICIENT_SCOPES')
    return new GitHubFault(
      'forbidden',
      `the token may not read this (GitHub: ${said})`,
      'Add `contents: read` to the `permissions:` of the workflow, or give the token that right.',
      details,
    );
  if (first?.type === 'NOT_FOUND')
    return new GitHubFault(
      'not-found',
      `GitHub knows nothing there, or does not show it to this token (${said})`,
      'Check owner and name; a private repository must be among those the token may read (`contents: read`).',
      details,
    );
  return new GitHubFault(
    'unavailable',
    `GitHub could not answer a query (${said})`,
    'Run it again; if it stays so, look at githubstatus.com.',
    details,
  );
}
