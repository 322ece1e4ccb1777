import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { commandsOf } from './commands.ts';
import { alertTo, type Demo, demo, RULE } from './demo.ts';
import { example, mergeGroup, NO_COMMIT, pullRequest, push } from './payloads.ts';
import { buildIfStale, type RanStep, runStep } from './run-step.ts';

jest.setTimeout(60_000);
let made: Demo;
beforeAll(() => {
  buildIfStale();
  made = demo();
});

interface Report {
  readonly base?: string;
  readonly findings: readonly { readonly rule: string; readonly path: string; readonly change?: string }[];
}

/** What the report that the step wrote says of the rule that the demo is about. */
function judged({ outputs }: RanStep) {
  const report: Report = JSON.parse(readFileSync(outputs.get('report') ?? '', 'utf8'));
  const of = (change: string | undefined) =>
    report.findings.filter((each) => each.rule === RULE && each.change === change).map(({ path }) => path);
  return report.base === undefined
    ? { all: of(undefined) }
    : { base: report.base, introduced: of('introduced'), existing: of('existing') };
}

const errorsOf = ({ log }: RanStep) => commandsOf(log).filter((line) => line.startsWith('::error '));

describe('a pull request', () => {
  test('at the merge that GitHub tries answers for what it introduces, against what main is now', async () => {
    const { origin, fork, base, head, merge } = made;
    const workspace = origin.checkout(merge, 2).path;
    const ran = await runStep({
      event: 'pull_request',
      payload: pullRequest({ base: fork, head }),
      workspace,
      sha: merge,
    });
    expect(ran.err).toBe('');
    expect(ran.code).toBe(1);
    expect(judged(ran)).toEqual({
      base,
      introduced: ['alerts/new.yaml'],
      existing: ['alerts/old.yaml', 'alerts/other.yaml'],
    });
    expect(errorsOf(ran)).toEqual([
      expect.stringMatching(/^::error file=alerts\/new\.yaml,line=9,.*title=alert\/runbook-resolves::/),
    ]);
    expect(ran.summary).toContain('1 error introduced: this check fails');
    expect(ran.summary).toContain(`http://127.0.0.1:9/octo/demo/blob/${merge}/alerts/new.yaml#L9`);
    expect(Object.fromEntries(ran.outputs)).toMatchObject({
      result: 'failed',
      'introduced-errors': '1',
      'introduced-warnings': expect.stringMatching(/^\d+$/),
    });
    expect(JSON.parse(readFileSync(ran.outputs.get('sarif') ?? '', 'utf8')).version).toBe('2.1.0');
  });

  test('at its own newest commit is compared with where it left main', async () => {
    const { origin, fork, base, head } = made;
    const workspace = origin.checkout(head, 0).path;
    const ran = await runStep({ event: 'pull_request', payload: pullRequest({ base, head }), workspace, sha: head });
    expect(judged(ran)).toEqual({ base: fork, introduced: ['alerts/new.yaml'], existing: ['alerts/old.yaml'] });
  });

  test.each([
    ['of a fork', { fork: 'someone/demo' }],
    ['of a fork that is gone', { fork: null }],
    ['of Dependabot', { dependabot: true }],
  ])('%s is checked alike, with a token that may write nothing', async (_, choice) => {
    const { origin, base, head, merge } = made;
    const workspace = origin.checkout(merge, 2).path;
    const payload = pullRequest({ base, head, ...choice });
    const ran = await runStep({ event: 'pull_request', payload, workspace, sha: merge });
    expect([ran.code, judged(ran)]).toMatchObject([1, { introduced: ['alerts/new.yaml'] }]);
    expect(ran.summary).not.toContain('> ');
  });

  test('on pull_request_target is audited as data, though the checkout is the base', async () => {
    const { origin, base, head } = made;
    const workspace = origin.checkout(base, 0).path;
    const ran = await runStep({
      event: 'pull_request_target',
      payload: pullRequest({ base, head }),
      workspace,
      sha: base,
    });
    expect([ran.code, judged(ran)]).toMatchObject([1, { introduced: ['alerts/new.yaml'] }]);
    expect(ran.summary).toContain('run it on pull\\_request instead');
  });

  test('passes with what was there before', async () => {
    const { origin, base } = made;
    const fine = origin.checkout(base, 0);
    const head = fine.commit({ 'docs/more.md': '# More\n' });
    const ran = await runStep({
      event: 'pull_request',
      payload: pullRequest({ base, head }),
      workspace: fine.path,
      sha: head,
    });
    expect([ran.code, ran.outputs.get('result'), errorsOf(ran)]).toEqual([0, 'passed', []]);
  });
});

describe('without a pull request', () => {
  test('a merge group is compared with its base', async () => {
    const { origin, base, merge } = made;
    const workspace = origin.checkout(merge, 2).path;
    const ran = await runStep({
      event: 'merge_group',
      payload: mergeGroup({ base, head: merge }),
      workspace,
      sha: merge,
    });
    expect([ran.code, judged(ran)]).toMatchObject([1, { base, introduced: ['alerts/new.yaml'] }]);
  });

  test('a push is compared with what was there before', async () => {
    const { origin, fork, base } = made;
    const workspace = origin.checkout(base, 0).path;
    const ran = await runStep({ event: 'push', payload: push({ base: fork, head: base }), workspace, sha: base });
    expect([ran.code, judged(ran)]).toMatchObject([1, { base: fork, introduced: ['alerts/other.yaml'] }]);
  });

  test('a new branch is compared with where it left the default branch', async () => {
    const { origin, fork, head } = made;
    const workspace = origin.checkout(head, 0).path;
    const payload = push({ base: NO_COMMIT, head }, 'refs/heads/topic');
    const ran = await runStep({ event: 'push', payload, workspace, sha: head, ref: 'refs/heads/topic' });
    expect(judged(ran)).toMatchObject({ base: fork, introduced: ['alerts/new.yaml'] });
  });

  test('a new branch that nobody knows the origin of is audited whole, and says so', async () => {
    const { origin, head } = made;
    const workspace = origin.checkout(head, 1).path;
    const payload = push({ base: NO_COMMIT, head }, 'refs/heads/topic');
    const ran = await runStep({ event: 'push', payload, workspace, sha: head, ref: 'refs/heads/topic' });
    expect(judged(ran)).toEqual({ all: ['alerts/new.yaml', 'alerts/old.yaml'] });
    expect(ran.summary).toContain('The branch is new');
  });

  test('a deleted branch leaves nothing to do', async () => {
    const { origin, base } = made;
    const workspace = origin.checkout(base, 1).path;
    const payload = push({ base, head: NO_COMMIT }, 'refs/heads/topic');
    const ran = await runStep({ event: 'push', payload, workspace, sha: base });
    expect([ran.code, ran.outputs.get('result')]).toEqual([0, 'passed']);
    expect(ran.log).toContain('Nothing to audit');
    expect(ran.summary).toContain('Nothing to audit');
  });

  test.each([
    ['schedule', { schedule: '0 5 * * 1' }],
    ['workflow_dispatch', example('workflow_dispatch')],
    ['push', example('push', ({ ref, deleted }) => ref === 'refs/tags/simple-tag' && deleted === false)],
    ['issues', example('issues')],
  ])('%s audits the whole repository as it is checked out', async (event, payload) => {
    const { origin, base } = made;
    const workspace = origin.checkout(base, 1).path;
    const ran = await runStep({ event, payload, workspace, sha: base });
    expect([ran.code, judged(ran)]).toEqual([1, { all: ['alerts/old.yaml', 'alerts/other.yaml'] }]);
    expect(ran.summary.includes('is about no change')).toBe(event === 'issues');
  });
});

describe('inputs', () => {
  test('name another base', async () => {
    const { origin, base, head } = made;
    const workspace = origin.checkout(base, 0).path;
    const ran = await runStep({
      event: 'workflow_dispatch',
      payload: example('workflow_dispatch'),
      workspace,
      sha: base,
      inputs: { base: 'topic' },
    });
    expect(judged(ran).base).toBe(head);
  });

  test.each([
    ['never', 0],
    ['error', 1],
  ])('fail-on %s ends with %i', async (failOn, code) => {
    const { origin, base, head, merge } = made;
    const workspace = origin.checkout(merge, 2).path;
    const payload = pullRequest({ base, head });
    const ran = await runStep({ event: 'pull_request', payload, workspace, sha: merge, inputs: { 'fail-on': failOn } });
    expect([ran.code, ran.outputs.get('introduced-errors')]).toEqual([code, '1']);
  });

  test('path audits a folder, and places are those of the repository', async () => {
    const { origin } = made;
    const work = origin.checkout(made.base, 0);
    const base = work.commit({ 'services/a b/README.md': '# A\n', 'services/c/README.md': '# C\n' });
    const head = work.commit({
      'services/a b/alerts.yaml': alertTo('x.md'),
      'services/c/alerts.yaml': alertTo('y.md'),
    });
    const ran = await runStep({
      event: 'push',
      payload: push({ base, head }),
      workspace: work.path,
      sha: head,
      inputs: { path: './services/a b/' },
    });
    expect([ran.code, judged(ran)]).toMatchObject([1, { introduced: ['services/a b/alerts.yaml'], existing: [] }]);
    expect(errorsOf(ran)).toEqual([expect.stringContaining('file=services/a b/alerts.yaml,line=9')]);
    expect(ran.summary).toContain('/services/a%20b/alerts.yaml#L9');
    expect(ran.summary).toContain(`shipworthy lint 'services/a b' --base ${base}`);
  });
});
