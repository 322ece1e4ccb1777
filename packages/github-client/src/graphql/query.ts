import { call } from '../call.ts';
import { strangerFault } from '../faults/answer-fault.ts';
import { isGraphqlError } from '../faults/graphql-fault.ts';
import type { GitHub } from '../github.ts';

/**
 * Asks one GraphQL query. GitHub may answer a part and say what is wrong with the rest: then the part is returned, what is
 * missing in it is null. Rejects with `GitHubFault` when nothing came. Without a token GraphQL answers nothing at all.
 */
export function query<T>(
  github: GitHub,
  document: string,
  variables: Readonly<Record<string, string | number>>,
): Promise<T> {
  return call(github, 'graphql', async ({ graphql }) => {
    const data = await graphql<T | undefined>(document, variables).catch((error: unknown) => {
      if (isGraphqlError(error) && holdsSomething(error.data)) return error.data as T;
      throw error;
    });
    if (data === undefined || data === null) throw strangerFault(new URL(github.apiUrl).host);
    return data;
  });
}

/** Does any field of the answer's data have a value? */
const holdsSomething = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && Object.values(data).some((value) => value !== null);
