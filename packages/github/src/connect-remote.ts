import { UsageError } from '@shipworthy/audit/usage-error';
import type { GitHub, GitHubFaultReason } from '@shipworthy/github-client';
import type { Environment } from './environment.ts';
import type { Remote } from './remote.ts';
import { trailersOf } from './trailers.ts';

/** One request: a job that waits for minutes and then fails is worse than one that fails. Milliseconds. */
const TIMEOUT_MS = 20_000;
/** The longest wait for a limit. */
const MAX_WAIT_SECONDS = 60;

/** After these nothing else is answered in this run either. */
const FINAL: readonly GitHubFaultReason[] = ['unauthorized', 'rate-limited', 'unavailable', 'not-github'];

type Client = typeof import('@shipworthy/github-client');

export interface Credentials {
  /** Without one nothing is asked. */
  readonly token: string | undefined;
  readonly version: string;
  /** Told when a limit is waited for. */
  readonly note: (sentence: string) => void;
}

/**
 * GitHub as the token sees it. Nothing is loaded or sent before the first question, and once GitHub does not answer at all,
 * nobody waits for it again.
 */
export function connectRemote(
  { owner, repo, apiUrl }: Pick<Environment, 'owner' | 'repo' | 'apiUrl'>,
  { token, version, note }: Credentials,
): Remote | undefined {
  if (token === undefined) return undefined;
  const repository = { owner, repo };
  let connection: Promise<{ readonly client: Client; readonly github: GitHub }> | undefined;
  let lost: unknown;
  const ask = async <Answer>(
    question: (client: Client, github: GitHub) => Promise<Answer> | Answer,
  ): Promise<Answer> => {
    if (lost !== undefined) throw lost;
    connection ??= import('@shipworthy/github-client').then((client) => ({
      client,
      github: client.connect({ apiUrl, token, version, note, timeoutMs: TIMEOUT_MS, maxWaitSeconds: MAX_WAIT_SECONDS }),
    }));
    const { client, github } = await connection;
    try {
      return await question(client, github);
    } catch (error) {
      if (error instanceof client.GitHubFault && FINAL.includes(error.reason)) lost = error;
      throw error;
    }
  };
  return {
    resolve: (revision) =>
      ask(async (client, github) => {
        try {
          return (await client.compare(github, repository, revision, revision)).base;
        } catch (error) {
          if (error instanceof client.GitHubFault && error.reason === 'not-found')
            throw new UsageError(
              `the input base names nothing in ${owner}/${repo}: ${JSON.stringify(revision)}`,
              'Give a branch, a tag or a commit of the repository.',
            );
          throw error;
        }
      }),
    mergeBase: (base, head) =>
      ask(async (client, github) => (await client.compare(github, repository, base, head)).mergeBase),
    bodyOf: (number) => ask(async (client, github) => (await client.pullRequest(github, repository, number)).body),
    commitsOf: (number) =>
      ask(async (client, github) => {
        const { commits, complete } = await client.pullRequestCommits(github, repository, number);
        const words = commits.map(({ sha, message, author }) => ({
          id: sha,
          author: `${author.name} <${author.email}>`,
          message: message.trim(),
          trailers: trailersOf(message),
        }));
        return { commits: words.reverse(), complete };
      }),
    source: (commit) => ask((client, github) => client.gitHubSource(github, { owner, repo, commit })),
  };
}
