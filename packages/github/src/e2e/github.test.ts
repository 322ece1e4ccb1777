import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type LoopbackGitHub, startGitHub } from '@shipworthy/github-client/testing';
import { GitFolder } from '@shipworthy/sources/testing';
import { commandsOf } from './commands.ts';
import { alertTo, type Demo, demo, RULE } from './demo.ts';
import { mergeGroup, NO_COMMIT, pullRequest, push } from './payloads.ts';
import { buildIfStale, emptyFolder, type RanStep, runStep, type Step, startStep } from './run-step.ts';

jest.setTimeout(90_000);
let made: Demo;
let github: LoopbackGitHub;
beforeAll(() => {
  buildIfStale();
  made = demo();
});
beforeEach(async () => {
  const { origin, base, head } = made;
  github = await startGitHub({
    repositories: [{ owner: 'octo', name: 'demo', folder: origin.path, private: true }],
    tokens: { 'secret-of-a-fork': 'fork' },
  });
  github.state.repository('octo/demo').openPull({
    number: 7,
    body: 'As it reads now',
    base: { ref: 'main', sha: base },
    head: { repository: 'octo/demo', ref: 'topic', sha: head },
  });
});
afterEach(() => github.close());

/** A step that reaches the loopback with a token that may only read. */
const reaching = (step: Step, token = 'secret-of-a-fork'): Promise<RanStep> =>
  runStep({
    ...step,
    inputs: { token, ...step.inputs },
    env: { GITHUB_SERVER_URL: github.serverUrl, GITHUB_API_URL: github.url, ...step.env },
  });

const operations = (): readonly string[] => [...new Set(github.requests.map(({ operation }) => operation))];

interface Report {
  readonly base?: string;
  readonly findings: readonly { readonly rule: string; readonly path: string; readonly change?: string }[];
}

function introduced({ outputs }: RanStep) {
  const { base, findings }: Report = JSON.parse(readFileSync(outputs.get('report') ?? '', 'utf8'));
  return {
    base,
    paths: findings.filter((each) => each.rule === RULE && each.change === 'introduced').map(({ path }) => path),
  };
}

const secretless = ({ log, err, summary, outputs }: RanStep): void => {
  const report = outputs.get('report');
  const all = [log, err, summary, report === undefined ? '' : readFileSync(report, 'utf8')].join('\n');
  expect(all).not.toContain('secret-of-a-fork');
};

describe('a shallow checkout', () => {
  test('of the merge gets the base by git, and the words of the change from GitHub', async () => {
    const { origin, fork, base, head, merge } = made;
    const work = origin.checkout(merge, 1);
    const ran = await reaching({
      event: 'pull_request',
      payload: pullRequest({ base: fork, head }),
      workspace: work.path,
      sha: merge,
    });
    expect([ran.code, introduced(ran)]).toEqual([1, { base, paths: ['alerts/new.yaml'] }]);
    expect([...operations()].sort()).toEqual(['git', 'pulls/get', 'pulls/list-commits']);
    expect(ran.summary).not.toContain('> ');
    // Nothing of the checkout is changed by it but its objects.
    expect(work.git('for-each-ref', '--format=%(refname)')).toBe('');
    expect(work.git('rev-parse', '--is-shallow-repository')).toBe('true');
    secretless(ran);
  });

  test('of its newest commit is compared with where it left main, as GitHub tells', async () => {
    const { origin, fork, base, head } = made;
    const workspace = origin.checkout(head, 1).path;
    const ran = await reaching({ event: 'pull_request', payload: pullRequest({ base, head }), workspace, sha: head });
    expect([ran.code, introduced(ran)]).toEqual([1, { base: fork, paths: ['alerts/new.yaml'] }]);
  });

  test('of which nobody tells where it left main is compared with main, and says so', async () => {
    github.faults.add({ answer: 'forbidden', operation: 'repos/compare-commits-with-basehead' });
    const { origin, base, head } = made;
    const workspace = origin.checkout(head, 1).path;
    const ran = await reaching({ event: 'pull_request', payload: pullRequest({ base, head }), workspace, sha: head });
    expect([ran.code, introduced(ran).base]).toEqual([1, base]);
    expect(ran.summary).toContain('Where the change left its base is not known');
    expect(commandsOf(ran.log).some((line) => /^::notice .*Where the change left/.test(line))).toBe(true);
  });

  test('of the base, on pull_request_target, gets the change as data', async () => {
    const { origin, fork, base, head } = made;
    const workspace = origin.checkout(base, 1).path;
    const ran = await reaching({
      event: 'pull_request_target',
      payload: pullRequest({ base, head }),
      workspace,
      sha: base,
    });
    expect([ran.code, introduced(ran)]).toEqual([1, { base: fork, paths: ['alerts/new.yaml'] }]);
  });

  test('of a merge group is told what its pull request says', async () => {
    const { origin, base, merge } = made;
    const workspace = origin.checkout(merge, 1).path;
    const payload = mergeGroup({ base, head: merge });
    const ran = await reaching({ event: 'merge_group', payload, workspace, sha: merge });
    expect([ran.code, introduced(ran)]).toEqual([1, { base, paths: ['alerts/new.yaml'] }]);
    expect(github.requests.map(({ path }) => path)).toContain('/api/v3/repos/octo/demo/pulls/7');
    expect(ran.summary).not.toContain('Not all that was said');
  });

  test('of a new branch', async () => {
    const { origin, fork, head } = made;
    const workspace = origin.checkout(head, 1).path;
    const payload = push({ base: NO_COMMIT, head }, 'refs/heads/topic');
    const ran = await reaching({ event: 'push', payload, workspace, sha: head, ref: 'refs/heads/topic' });
    expect(introduced(ran)).toEqual({ base: fork, paths: ['alerts/new.yaml'] });
  });

  test('without the contents that it does not show gets those of the base', async () => {
    const { origin, base } = made;
    origin.git('checkout', '-q', '-B', 'mending', base);
    const head = origin.commit({ 'alerts/old.yaml': alertTo('docs/there.md', 'Old'), 'docs/there.md': '# There\n' });
    origin.git('checkout', '-q', 'main');
    origin.git('config', 'uploadpack.allowFilter', 'true');
    const work = new GitFolder();
    work.git('remote', 'add', 'origin', `file://${origin.path}`);
    work.git('fetch', '-q', '--filter=blob:none', '--depth=2', 'origin', 'mending');
    work.git('checkout', '-q', '--detach', head);
    const ran = await reaching({ event: 'push', payload: push({ base, head }), workspace: work.path, sha: head });
    expect([ran.code, ran.summary]).toEqual([0, expect.stringContaining('1 fixed')]);
    expect(ran.summary).not.toContain('Could not see');
    expect(operations()).toEqual(['git']);
  });

  test('of a few folders, without the contents of the others, is judged like a whole one', async () => {
    const { origin, fork, base, head } = made;
    origin.git('config', 'uploadpack.allowFilter', 'true');
    const work = new GitFolder();
    work.git('remote', 'add', 'origin', `file://${origin.path}`);
    work.git('fetch', '-q', '--filter=blob:none', '--depth=1', 'origin', 'topic');
    work.git('sparse-checkout', 'set', '--cone', 'docs');
    work.git('checkout', '-q', '--detach', 'FETCH_HEAD');
    expect(work.git('ls-files', '-t', 'alerts')).toMatch(/^S /);
    const payload = pullRequest({ base, head });
    const ran = await reaching({ event: 'pull_request', payload, workspace: work.path, sha: head });
    expect([ran.code, introduced(ran)]).toEqual([1, { base: fork, paths: ['alerts/new.yaml'] }]);
    expect(ran.summary).not.toContain('Could not see');
    const alone = await runStep({ event: 'pull_request', payload, workspace: work.path, sha: head });
    expect([alone.code, alone.log]).toEqual([2, expect.stringContaining('partial clone')]);
  });

  test('gets the base over the API where git over HTTP is refused, and says so', async () => {
    const { origin, base, head, merge } = made;
    github.faults.add({ operation: 'git', answer: 'forbidden' });
    const workspace = origin.checkout(merge, 1).path;
    const ran = await reaching({ event: 'pull_request', payload: pullRequest({ base, head }), workspace, sha: merge });
    expect([ran.code, introduced(ran)]).toEqual([1, { base, paths: ['alerts/new.yaml'] }]);
    expect(ran.summary).toContain('was read over GitHub');
    secretless(ran);
  });
});

describe('without a checkout', () => {
  test.each([
    ['pull_request', 'a pull request'],
    ['merge_group', 'a merge group'],
    ['push', 'a push'],
  ])('%s is audited over the API, and says so', async (event) => {
    const { fork, base, head, merge } = made;
    const [payload, expected] = {
      pull_request: [pullRequest({ base, head }), fork] as const,
      merge_group: [mergeGroup({ base, head: merge }), base] as const,
      push: [push({ base: fork, head }), fork] as const,
    }[event] ?? [undefined, ''];
    const ran = await reaching({ event, payload, workspace: emptyFolder(), sha: merge });
    expect([ran.code, introduced(ran)]).toEqual([1, { base: expected, paths: ['alerts/new.yaml'] }]);
    expect(ran.summary).toContain('There is no checkout that git reads');
    expect(operations()).toContain('git/get-tree');
    secretless(ran);
  });

  test('a whole audit as well', async () => {
    const { merge } = made;
    const ran = await reaching({ event: 'schedule', payload: {}, workspace: emptyFolder(), sha: merge });
    expect([ran.code, ran.outputs.get('introduced-errors')]).toEqual([1, '3']);
  });

  test('a container without git has one that nothing reads', async () => {
    const { origin, base, head, merge } = made;
    const ran = await reaching({
      event: 'pull_request',
      payload: pullRequest({ base, head }),
      workspace: origin.checkout(merge, 0).path,
      sha: merge,
      env: { PATH: '' },
    });
    expect([ran.code, introduced(ran).paths]).toEqual([1, ['alerts/new.yaml']]);
    expect(ran.summary).toContain('git is not installed');
  });

  test('another base is named by its branch', async () => {
    const { base, merge } = made;
    const step = { event: 'schedule', payload: {}, workspace: emptyFolder(), sha: merge, inputs: { base: 'main' } };
    expect(introduced(await reaching(step))).toEqual({ base, paths: ['alerts/new.yaml'] });
  });
});

describe('a GitHub that does not answer', () => {
  test.each([
    ['unauthorized', /token/i],
    ['forbidden', /contents: read/],
    ['not-found', /Cannot read the head/],
    ['html', /GitHub/],
    ['primary-limit', /limit/],
  ] as const)('%s without a checkout is red', async (answer, said) => {
    github.faults.add({ answer });
    const { base, head } = made;
    const ran = await reaching({
      event: 'pull_request',
      payload: pullRequest({ base, head }),
      workspace: emptyFolder(),
      sha: head,
    });
    expect([ran.code, ran.outputs.get('result')]).toEqual([2, 'not-audited']);
    expect(commandsOf(ran.log).filter((line) => line.startsWith('::error '))).toEqual([expect.stringMatching(said)]);
    secretless(ran);
  });

  test('is not waited for by a job that is cancelled', async () => {
    github.faults.add({ answer: 'hang' });
    const { base, head } = made;
    const { child } = startStep({
      event: 'pull_request',
      payload: pullRequest({ base, head }),
      workspace: emptyFolder(),
      sha: head,
      inputs: { token: 'secret-of-a-fork' },
      env: { GITHUB_SERVER_URL: github.serverUrl, GITHUB_API_URL: github.url },
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    while (github.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGTERM');
    expect(await ended).toBe(143);
  });

  test('costs nothing where the checkout holds all', async () => {
    github.faults.add({ answer: 'unauthorized' });
    const { origin, fork, base } = made;
    const workspace = origin.checkout(base, 0).path;
    const ran = await reaching({ event: 'push', payload: push({ base: fork, head: base }), workspace, sha: base });
    expect([ran.code, github.requests.length]).toEqual([1, 0]);
  });

  test('leaves the text that the event holds', async () => {
    github.faults.add({ answer: 'forbidden' });
    const { origin, base, head, merge } = made;
    const workspace = origin.checkout(merge, 0).path;
    const ran = await reaching({ event: 'pull_request', payload: pullRequest({ base, head }), workspace, sha: merge });
    expect([ran.code, introduced(ran)]).toEqual([1, { base, paths: ['alerts/new.yaml'] }]);
  });
});

test('a change of more files than GitHub lists for a pull request is judged whole, without a checkout', async () => {
  const work = new GitFolder();
  const base = work.commit({ 'README.md': '# Large\n' });
  const files = Object.fromEntries(Array.from({ length: 3_500 }, (_, nth) => [`data/${nth}.txt`, `${nth}\n`]));
  const head = work.commit({ ...files, 'zz/alerts.yaml': alertTo('docs/missing.md') });
  const large = await startGitHub({
    repositories: [{ owner: 'octo', name: 'demo', folder: work.path }],
    tokens: { 'secret-of-a-fork': 'fork' },
  });
  try {
    large.state.repository('octo/demo').openPull({
      number: 7,
      base: { ref: 'main', sha: base },
      head: { repository: 'octo/demo', ref: 'topic', sha: head },
    });
    const ran = await runStep({
      event: 'pull_request',
      payload: pullRequest({ base, head }),
      workspace: emptyFolder(),
      sha: head,
      inputs: { token: 'secret-of-a-fork' },
      env: { GITHUB_SERVER_URL: large.serverUrl, GITHUB_API_URL: large.url },
    });
    expect(ran.code).toBe(1);
    expect(introduced(ran)).toEqual({ base, paths: ['zz/alerts.yaml'] });
    expect(ran.summary).toContain('3501 files changed');
  } finally {
    await large.close();
    work.remove();
  }
});
