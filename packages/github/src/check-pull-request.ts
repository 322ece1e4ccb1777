import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  connect,
  type GitHub,
  GitHubFault,
  type PullRequest as GitHubPullRequest,
  pullRequest,
  serverUrlOf,
} from '@shipworthy/github-client';
import { SourceError } from '@shipworthy/model';
import { check, type Maker, type Reach } from './check.ts';
import type { CheckResult } from './check-result.ts';
import { connectRemote } from './connect-remote.ts';
import type { Environment } from './environment.ts';
import type { PullRequest } from './event.ts';
import type { Inputs } from './inputs.ts';
import { reachOf } from './reach.ts';
import type { Remote } from './remote.ts';

/** A pull request by its number, asked about from anywhere. */
export interface PullRequestCall extends Maker {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  /** `https://api.github.com`, or that of a GitHub Enterprise Server. */
  readonly apiUrl: string;
  readonly token: string;
  readonly inputs: Pick<Inputs, 'path' | 'failOn' | 'preset' | 'strictUnknown' | 'base'>;
  /** Told when a limit is waited for. */
  readonly note: (sentence: string) => void;
}

export interface CheckedPullRequest {
  readonly result: CheckResult;
  /** The connection that was asked, for what is published. */
  readonly github: GitHub;
}

/**
 * The check of a pull request without a workflow and without a checkout.
 * @throws SourceError where GitHub does not show the pull request
 */
export async function checkPullRequest(call: PullRequestCall): Promise<CheckedPullRequest> {
  const { owner, repo, number, apiUrl, token, version, inputs, note } = call;
  const github = connect({ apiUrl, token, version, note });
  const asked = await shown(github, call);
  const event: PullRequest = {
    kind: 'pull-request',
    number,
    base: asked.base.sha,
    head: asked.head.sha,
    body: asked.body,
    fork: asked.head.repository !== asked.base.repository,
    targeted: false,
  };
  const environment: Environment = {
    eventName: 'pull_request',
    owner,
    repo,
    sha: asked.head.sha,
    ref: `refs/pull/${number}/head`,
    serverUrl: serverUrlOf(apiUrl),
    apiUrl,
    temp: tmpdir(),
  };
  const remote = connectRemote(environment, { token, version, note });
  const folder = mkdtempSync(join(tmpdir(), 'shipworthy-check-'));
  try {
    const result = await check({
      event,
      inputs: { ...inputs, checkRun: false, comment: false, uploadSarif: false },
      environment,
      maker: call,
      reach: {
        remote: remote && byGit(remote, reachOf({ ...environment, temp: folder }, token, remote)),
        has: async () => false,
        fetch: async () => 'there is no checkout',
      },
    });
    return { result, github };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Files by a partial clone, which asks nothing of the API's budget; over the API where there is no git, or no way for it. */
function byGit(remote: Remote, { fetchApart }: Reach): Remote {
  return {
    ...remote,
    source: async (commit) => {
      try {
        if (fetchApart) return await fetchApart(commit);
      } catch (error) {
        if (!(error instanceof SourceError)) throw error;
      }
      return remote.source(commit);
    },
  };
}

/** What is not there and what a token may not see are the same to GitHub. */
async function shown(github: GitHub, { owner, repo, number }: PullRequestCall): Promise<GitHubPullRequest> {
  try {
    return await pullRequest(github, { owner, repo }, number);
  } catch (error) {
    if (!(error instanceof GitHubFault) || error.reason !== 'not-found') throw error;
    throw new SourceError(
      `GitHub shows no pull request ${number} of ${owner}/${repo} to this token`,
      'repository',
      'Check the names and the number; a private repository must be among those that the token may read (`contents: read`, `pull-requests: read`).',
      { cause: error },
    );
  }
}
