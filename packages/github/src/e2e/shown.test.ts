import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type LoopbackGitHub, startGitHub } from '@shipworthy/github-client/testing';
import { commandsOf } from './commands.ts';
import { type Demo, demo } from './demo.ts';
import { pullRequest } from './payloads.ts';
import { buildIfStale, type RanStep, runStep } from './run-step.ts';

jest.setTimeout(90_000);
let made: Demo;
let workspace: string;
let github: LoopbackGitHub;
beforeAll(() => {
  buildIfStale();
  made = demo();
  workspace = made.origin.checkout(made.merge, 0).path;
});
beforeEach(async () => {
  const { origin, base, head } = made;
  github = await startGitHub({
    repositories: [{ owner: 'octo', name: 'demo', folder: origin.path }],
    tokens: { 'may-write': 'actions', 'of-a-fork': 'fork' },
  });
  github.state.repository('octo/demo').openPull({
    number: 7,
    base: { ref: 'main', sha: base },
    head: { repository: 'octo/demo', ref: 'topic', sha: head },
  });
});
afterEach(() => github.close());

function step(token: string | undefined, wanted: Readonly<Record<string, string>>): Promise<RanStep> {
  const { base, head, merge } = made;
  return runStep({
    event: 'pull_request',
    payload: pullRequest({ base, head }),
    workspace,
    sha: merge,
    inputs: { ...wanted, ...(token === undefined ? {} : { token }) },
    env: { GITHUB_SERVER_URL: github.serverUrl, GITHUB_API_URL: github.url },
  });
}

const ALL = { 'check-run': 'true', comment: 'true', 'upload-sarif': 'true' };
const warningsOf = ({ log }: RanStep) => commandsOf(log).filter((line) => line.startsWith('::warning '));

describe('where the workflow asks for it', () => {
  test('GitHub shows a check run, a comment and alerts', async () => {
    const ran = await step('may-write', ALL);
    const { checkRuns, comments, uploads } = github.state.repository('octo/demo');
    expect([ran.code, warningsOf(ran)]).toEqual([1, []]);
    expect(checkRuns).toEqual([
      expect.objectContaining({ headSha: made.head, status: 'completed', conclusion: 'failure' }),
    ]);
    expect(comments).toEqual([
      expect.objectContaining({ pull: 7, body: expect.stringContaining('1 error introduced') }),
    ]);
    expect(uploads).toEqual([expect.objectContaining({ commit: made.head, ref: 'refs/pull/7/head' })]);
    expect(ran.log).toContain('shipworthy: comment http');
  });

  test('and nothing where it does not', async () => {
    await step('may-write', {});
    const { checkRuns, comments, uploads } = github.state.repository('octo/demo');
    expect([checkRuns, comments, uploads]).toEqual([[], [], []]);
  });
});

describe('what cannot be shown', () => {
  test.each([
    ['of a fork', 'of-a-fork', 3],
    ['that nobody knows', 'unknown', 3],
    ['that is missing', undefined, 1],
  ])('with a token %s is a warning in the log and the summary, and changes nothing', async (_, token, warnings) => {
    const ran = await step(token, ALL);
    expect([ran.code, ran.outputs.get('result')]).toEqual([1, 'failed']);
    expect(warningsOf(ran)).toHaveLength(warnings);
    expect(ran.summary).toMatch(/^## \S+ 1 error introduced/);
    expect(ran.summary.match(/^> ⚠️/gm)).toHaveLength(warnings);
  });

  test('does not make a red check green, nor a green one red', async () => {
    github.faults.add({ answer: 'bad-gateway', operation: 'checks/create' });
    const ran = await step('may-write', { 'check-run': 'true', 'fail-on': 'never' });
    expect([ran.code, warningsOf(ran).length]).toEqual([0, 1]);
  });
});
