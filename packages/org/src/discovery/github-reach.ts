import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, gitHubSource, repositoriesOf, repositoryNamed, serverUrlOf } from '@shipworthy/github-client';
import { SourceError } from '@shipworthy/model';
import { fetchCommits } from '@shipworthy/sources';
import type { GitHubReach } from './from-github.ts';

export interface ReachOptions {
  readonly apiUrl: string;
  readonly token: string;
  readonly version: string;
  /** Told when a limit is waited for. */
  readonly note: (sentence: string) => void;
}

/**
 * GitHub as a run reaches it: repositories by GraphQL, files by partial clones, which cost nothing of the API's budget, and over
 * the API where there is no git. What is cloned goes with `end`.
 */
export function reachGitHub({ apiUrl, token, version, note }: ReachOptions): GitHubReach & { end(): void } {
  const github = connect({ apiUrl, token, version, note });
  const folder = mkdtempSync(join(tmpdir(), 'shipworthy-org-'));
  const server = serverUrlOf(apiUrl);
  return {
    list: (owner) => repositoriesOf(github, owner),
    named: (owner, repo) => repositoryNamed(github, { owner, repo }),
    open: async (owner, repo, commit) => {
      const place = mkdtempSync(join(folder, 'clone-'));
      try {
        const clone = await fetchCommits({
          url: `${server}/${owner}/${repo}`,
          token,
          commits: [commit],
          folder: place,
        });
        return {
          source: await clone.source(commit),
          close: () => rmSync(place, { recursive: true, force: true }),
        };
      } catch (error) {
        rmSync(place, { recursive: true, force: true });
        if (!(error instanceof SourceError)) throw error;
        return { source: gitHubSource(github, { owner, repo, commit }), close: () => {} };
      }
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}
