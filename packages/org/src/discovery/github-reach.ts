import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ApiBudget,
  connect,
  GitHubFault,
  gitHubSource,
  repositoriesOf,
  repositoryNamed,
  serverUrlOf,
} from '@shipworthy/github-client';
import { type RepositorySource, SourceError } from '@shipworthy/model';
import { fetchCommits, systemCode } from '@shipworthy/sources';
import { ReachLost } from './discovered.ts';
import { eitherSource } from './either-source.ts';
import type { GitHubReach } from './from-github.ts';

export interface ReachOptions {
  readonly apiUrl: string;
  readonly token: string;
  readonly version: string;
  /** Told when a limit is waited for. */
  readonly note: (sentence: string) => void;
}

/** To be ended: what was cloned goes then. */
export interface Reach extends GitHubReach {
  /** What is left of GitHub's limit of requests, as far as it was said. */
  budget(): ApiBudget | undefined;
  end(): void;
}

/**
 * GitHub as a run reaches it: repositories by GraphQL, files by partial clones, which cost nothing of the API's budget, and over
 * the API where git fails. What is cloned goes with `end`.
 */
export function reachGitHub({ apiUrl, token, version, note }: ReachOptions): Reach {
  const github = connect({ apiUrl, token, version, note });
  const folder = mkdtempSync(join(tmpdir(), 'shipworthy-org-'));
  const server = serverUrlOf(apiUrl);
  let clones = 0;
  let cloned = false;
  return {
    list: (owner) => repositoriesOf(github, owner),
    named: (owner, repo) => repositoryNamed(github, { owner, repo }),
    open: async (owner, repo, commit) => {
      const overApi = () => saying(gitHubSource(github, { owner, repo, commit }), () => cloned);
      const place = join(folder, String(clones++));
      const close = () => rmSync(place, { recursive: true, force: true });
      try {
        const clone = await fetchCommits({
          url: `${server}/${owner}/${repo}`,
          token,
          commits: [commit],
          folder: place,
        });
        const source = await clone.source(commit);
        cloned = true;
        return { source: eitherSource(source, overApi), close };
      } catch (error) {
        close();
        if (!(error instanceof SourceError) && systemCode(error) === undefined) throw error;
        return { source: overApi(), close: () => {} };
      }
    },
    budget: github.budget,
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A source over the API that says which of its faults are those of every other repository as well. */
function saying(source: RepositorySource, cloned: () => boolean): RepositorySource {
  const told = (error: unknown): unknown =>
    error instanceof GitHubFault && isOfAll(error, cloned())
      ? new ReachLost(error.message, 'environment', `${error.advice} ${GOES_ON}`, { cause: error })
      : error;
  return {
    kind: source.kind,
    name: source.name,
    list: () => source.list().catch((error) => Promise.reject(told(error))),
    async *read(paths) {
      try {
        yield* source.read(paths);
      } catch (error) {
        throw told(error);
      }
    },
  };
}

/** Limits of the API are nothing to those that git brings: where it has brought one, only the others have to wait. */
const isOfAll = ({ reason }: GitHubFault, cloned: boolean): boolean =>
  reason === 'unauthorized' || (reason === 'rate-limited' && !cloned);

const GOES_ON = 'What is recorded stays, and the run goes on from there.';
