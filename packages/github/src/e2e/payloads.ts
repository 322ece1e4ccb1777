import { createRequire } from 'node:module';

/** Real payloads, of which the commits are replaced by those of a test. */
const EXAMPLES: readonly { readonly name: string; readonly examples: readonly Payload[] }[] = createRequire(
  import.meta.url,
)('@octokit/webhooks-examples');

export type Payload = Readonly<Record<string, unknown>>;

/** The first example of an event that fits. */
export function example(name: string, fits: (payload: Payload) => boolean = () => true): Payload {
  const found = EXAMPLES.find((event) => event.name === name)?.examples.find(fits);
  if (!found) throw new Error(`there is no such example of ${name}`);
  return found;
}

const objectAt = (payload: Payload, key: string): Payload => {
  const value = payload[key];
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
};

interface Commits {
  readonly base: string;
  readonly head: string;
}

interface PullRequestChoice extends Commits {
  readonly body?: string;
  /** Derived, since the examples hold none: the head lies in another repository (`null`: which is gone). */
  readonly fork?: string | null;
  /** Derived as well: opened by Dependabot. */
  readonly dependabot?: boolean;
}

export function pullRequest({ base, head, body = '', fork, dependabot = false }: PullRequestChoice): Payload {
  const payload = example('pull_request', ({ action }) => action === 'opened');
  const request = objectAt(payload, 'pull_request');
  const ofHead = objectAt(request, 'head');
  const bot = { login: 'dependabot[bot]', type: 'Bot' };
  return {
    ...payload,
    number: 7,
    ...(dependabot ? { sender: { ...objectAt(payload, 'sender'), ...bot } } : {}),
    pull_request: {
      ...request,
      number: 7,
      body,
      ...(dependabot ? { user: { ...objectAt(request, 'user'), ...bot } } : {}),
      base: { ...objectAt(request, 'base'), sha: base },
      head: {
        ...ofHead,
        sha: head,
        ...(fork === undefined
          ? {}
          : { repo: fork === null ? null : { ...objectAt(ofHead, 'repo'), full_name: fork, fork: true } }),
      },
    },
  };
}

export function mergeGroup({ base, head }: Commits): Payload {
  const payload = example('merge_group');
  const head_ref = `refs/heads/gh-readonly-queue/main/pr-7-${base}`;
  return { ...payload, merge_group: { ...objectAt(payload, 'merge_group'), base_sha: base, head_sha: head, head_ref } };
}

export const NO_COMMIT = '0'.repeat(40);

/** A push to a branch; the examples hold new and deleted ones. */
export function push({ base, head }: Commits, ref = 'refs/heads/main', commits: readonly Payload[] = []): Payload {
  const payload = example('push', (each) => each.ref === 'refs/heads/master');
  return {
    ...payload,
    ref,
    before: base,
    after: head,
    created: base === NO_COMMIT,
    deleted: head === NO_COMMIT,
    commits,
    repository: { ...objectAt(payload, 'repository'), default_branch: 'main' },
  };
}
