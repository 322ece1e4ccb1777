import { connect, type GitHub } from '@shipworthy/github-client';
import {
  type HostedRepository,
  type Issue,
  type LoopbackGitHub,
  type RepositoryState,
  startGitHub,
  type TokenKind,
} from '@shipworthy/github-client/testing';
import type { OrgReport } from '../../report/org-report.ts';
import { sampleReport } from '../../report/test-data/sample-report.ts';
import { planIssue } from '../plan.ts';
import { type IssueWanted, type PublishedIssue, publishIssue } from '../publish-issue.ts';

/** Whose token makes a request: its name is the token. */
const TOKENS = {
  'token-of-a-workflow': 'actions',
  'token-of-a-person': 'pat',
  'token-of-an-outsider': 'outsider',
  'token-that-reads': 'fork',
} as const satisfies Record<string, TokenKind>;
export type TokenName = keyof typeof TOKENS;

export const ROOM = 'repos/get';
export const LOOK = 'issues/list-for-repo';
export const CREATE = 'issues/create';
export const UPDATE = 'issues/update';

export const first: OrgReport = sampleReport();
export const second: OrgReport = { ...first, asOf: '2026-11-30' };
export const bodyOf = (report: OrgReport): string => planIssue(report).body;

export const WANTED: IssueWanted = { repository: { owner: 'acme', repo: 'readiness' }, public: false };

export interface Scene {
  readonly server: LoopbackGitHub;
  readonly room: RepositoryState;
  client(token?: TokenName, send?: typeof fetch): GitHub;
  publish(report: OrgReport, token?: TokenName, wanted?: Partial<IssueWanted>): Promise<PublishedIssue>;
  /** Operations that were asked for since it was last called, in their order. */
  asked(): string[];
  bodies(): (string | null)[];
  /** What somebody does to the first issue. */
  change(to: Partial<Issue>): void;
}

/** A GitHub with the private repository acme/readiness, in which nothing is written yet. Waiting takes no time. */
export async function scene(hosted: Partial<HostedRepository> = {}): Promise<Scene> {
  const server = await startGitHub({
    repositories: [{ owner: 'acme', name: 'readiness', folder: '/nowhere', private: true, ...hosted }],
    tokens: TOKENS,
  });
  const room = server.state.repository('acme/readiness');
  let seen = 0;
  const client: Scene['client'] = (token = 'token-of-a-workflow', send = fetch) =>
    connect({ apiUrl: server.url, token, version: '0.1.0', secondMs: 0, fetch: send });
  return {
    server,
    room,
    client,
    publish: (report, token, wanted) => publishIssue(report, { ...WANTED, ...wanted }, client(token)),
    asked: () => {
      const since = server.requests.slice(seen).map(({ operation }) => operation);
      seen = server.requests.length;
      return since;
    },
    bodies: () => room.issues.map(({ body }) => body),
    change: (to) => {
      const [issue] = room.issues;
      if (!issue) throw new Error('there is no issue');
      room.issues[0] = { ...issue, ...to };
    },
  };
}
