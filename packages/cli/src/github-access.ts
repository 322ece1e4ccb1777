import { UsageError } from '@shipworthy/audit/usage-error';

/** How GitHub is reached from a shell or a job. */
export interface GitHubAccess {
  readonly apiUrl: string;
  readonly token: string;
}

/** As GitHub's own command line reads them, the first one counts. */
const TOKENS = ['GITHUB_TOKEN', 'GH_TOKEN'] as const;
const API = 'https://api.github.com';

/**
 * The token and the address of the environment; neither is an argument, which others on the machine see.
 * @param what for the advice: what the token has to be allowed
 * @throws UsageError without a token
 */
export function gitHubAccess(env: NodeJS.ProcessEnv, what: string): GitHubAccess {
  const token = TOKENS.map((name) => env[name]?.trim()).find((value) => value);
  if (!token)
    throw new UsageError(
      'there is no token for GitHub',
      `Set GITHUB_TOKEN (or GH_TOKEN) to one that may ${what}: GITHUB_TOKEN=$(gh auth token) shipworthy ...`,
    );
  return { apiUrl: env.GITHUB_API_URL?.trim() || API, token };
}
