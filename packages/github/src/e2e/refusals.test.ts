import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { commandsOf } from './commands.ts';
import { type Demo, demo } from './demo.ts';
import { mergeGroup, pullRequest, push } from './payloads.ts';
import { buildIfStale, emptyFolder, type RanStep, runStep } from './run-step.ts';

jest.setTimeout(60_000);
let made: Demo;
beforeAll(() => {
  buildIfStale();
  made = demo();
});

/** Red, with an annotation, a summary and an output that say the same. */
function expectRefused(ran: RanStep, code: number, said: RegExp): void {
  expect([ran.code, ran.err]).toEqual([code, '']);
  expect(ran.log.replaceAll('%25', '%')).toMatch(said);
  expect(commandsOf(ran.log).some((line) => line.startsWith('::error '))).toBe(true);
  expect(ran.summary).toMatch(/^## \S+ .*(?:Could not audit|The check is not set up right)/);
  expect(ran.outputs.get('result')).toBe('not-audited');
}

describe('what cannot be audited is red', () => {
  test('a base that is in no reach, and says what helps', async () => {
    const { origin, base, head, merge } = made;
    const workspace = origin.checkout(merge, 1);
    workspace.git('remote', 'remove', 'origin');
    const payload = pullRequest({ base, head });
    const ran = await runStep({ event: 'pull_request', payload, workspace: workspace.path, sha: merge });
    expectRefused(ran, 2, new RegExp(`Cannot read the base, commit ${base}.*fetch-depth: 0`));
  });

  test('no checkout and no token', async () => {
    const { base, merge } = made;
    const ran = await runStep({
      event: 'merge_group',
      payload: mergeGroup({ base, head: merge }),
      workspace: emptyFolder(),
      sha: merge,
    });
    expectRefused(ran, 2, /uses: actions\/checkout/);
  });

  test('a commit of the event that is not there', async () => {
    const { origin, base } = made;
    const workspace = origin.checkout(base, 0).path;
    const head = 'a'.repeat(40);
    const ran = await runStep({ event: 'push', payload: push({ base, head }), workspace, sha: head });
    expectRefused(ran, 2, /Cannot read the head, commit a{40}/);
  });

  test.each([
    ['no JSON', '{"pull_request": ', /it is no JSON/],
    ['of another shape', { pull_request: { number: '7' } }, /does not hold a pull request/],
    ['null', null, /does not hold a pull request/],
  ])('an event that is %s', async (_, payload, said) => {
    const { origin, base } = made;
    const ran = await runStep({ event: 'pull_request', payload, workspace: origin.path, sha: base });
    expectRefused(ran, 2, said);
  });

  test.each([
    ['GITHUB_EVENT_PATH', /GITHUB_EVENT_PATH is not set/],
    ['GITHUB_REPOSITORY', /GITHUB_REPOSITORY is not set/],
  ])('a step without %s', async (name, said) => {
    const { origin, base } = made;
    const ran = await runStep({
      event: 'schedule',
      payload: {},
      workspace: origin.path,
      sha: base,
      env: { [name]: undefined },
    });
    expectRefused(ran, 2, said);
  });

  test('an event file that is not there', async () => {
    const { origin, base } = made;
    const env = { GITHUB_EVENT_PATH: join(emptyFolder(), 'none.json') };
    const ran = await runStep({ event: 'schedule', payload: {}, workspace: origin.path, sha: base, env });
    expectRefused(ran, 2, /cannot be read: ENOENT/);
  });

  test.each([
    ['fail-on', 'info', /The input fail-on cannot be "info".*error, warning, never/],
    ['preset', 'all', /The input preset cannot be "all".*essential, recommended, strict/],
    ['strict-unknown', 'yes', /The input strict-unknown cannot be "yes".*true or false/],
    ['path', '../other', /The input path leads out of the repository/],
    ['path', 'no/such', /The repository has no folder "no\/such"/],
    ['base', 'no-such-branch', /The input base names no commit/],
  ])('the input %s: %s', async (name, value, said) => {
    const { origin, base } = made;
    const workspace = origin.checkout(base, 0).path;
    const ran = await runStep({ event: 'schedule', payload: {}, workspace, sha: base, inputs: { [name]: value } });
    expectRefused(ran, 3, said);
  });

  test('a configuration of the repository with mistakes, each beside its line', async () => {
    const { origin } = made;
    const work = origin.checkout(made.base, 0);
    const sha = work.commit({ '.shipworthy.yaml': 'ignore: []\nrules: 7\n' });
    const ran = await runStep({ event: 'schedule', payload: {}, workspace: work.path, sha });
    expectRefused(ran, 3, /::error file=\.shipworthy\.yaml,line=2/);
  });
});

describe('a change to the configuration', () => {
  test('that has mistakes fails by itself, after the whole report', async () => {
    const { origin, base } = made;
    const work = origin.checkout(base, 0);
    const head = work.commit({ '.shipworthy.yaml': 'preset: everything\n' });
    const ran = await runStep({ event: 'push', payload: push({ base, head }), workspace: work.path, sha: head });
    expect(ran.code).toBe(3);
    expect(commandsOf(ran.log).filter((line) => line.startsWith('::error '))).toEqual([
      expect.stringContaining('file=.shipworthy.yaml,line=1'),
    ]);
    expect(ran.summary).toContain('a mistake into the configuration');
    expect([...ran.outputs.keys()]).toContain('report');
  });

  test('that mends the one of the base is not stopped by it', async () => {
    const { origin } = made;
    const work = origin.checkout(made.base, 0);
    const base = work.commit({ '.shipworthy.yaml': 'preset: everything\n' });
    const head = work.commit({ '.shipworthy.yaml': 'rules: {}\n' });
    const ran = await runStep({ event: 'push', payload: push({ base, head }), workspace: work.path, sha: head });
    expect(ran.code).toBe(0);
    expect(ran.summary).toContain('judged without a configuration');
  });
});

test('a disk that takes no report leaves the result', async () => {
  const { origin, base, head, merge } = made;
  const workspace = origin.checkout(merge, 2).path;
  const env = { RUNNER_TEMP: join(emptyFolder(), 'none') };
  const ran = await runStep({
    event: 'pull_request',
    payload: pullRequest({ base, head }),
    workspace,
    sha: merge,
    env,
  });
  expect([ran.code, [...ran.outputs]]).toEqual([
    1,
    [
      ['result', 'failed'],
      ['introduced-errors', '1'],
      ['introduced-warnings', '0'],
    ],
  ]);
  expect(ran.log).toContain('::warning title=shipworthy::The reports for later steps could not be written');
});

test('a summary that cannot be written is told as what it is', async () => {
  const { origin, base } = made;
  const env = { GITHUB_STEP_SUMMARY: emptyFolder() };
  const workspace = origin.checkout(base, 0).path;
  const ran = await runStep({ event: 'schedule', payload: {}, workspace, sha: base, env });
  expect([ran.code, ran.err]).toEqual([2, '']);
  expect(commandsOf(ran.log).at(-1)).toMatch(/^::error title=Not audited::The runner refused: EISDIR/);
});

describe('the workspace', () => {
  test('may belong to another user, as it does in containers', async () => {
    if (process.getuid?.() !== 0) return;
    const { origin, base, head, merge } = made;
    const workspace = origin.checkout(merge, 2).path;
    execFileSync('chown', ['-R', '4242:4242', workspace]);
    const ran = await runStep({ event: 'pull_request', payload: pullRequest({ base, head }), workspace, sha: merge });
    expect([ran.code, ran.outputs.get('introduced-errors')]).toEqual([1, '1']);
  });

  test('may hold what other steps made: the commit is audited', async () => {
    const { origin, base, head, merge } = made;
    const work = origin.checkout(merge, 2);
    execFileSync('sh', ['-c', 'rm -r alerts && echo x > README.md && git add -A'], { cwd: work.path });
    const ran = await runStep({
      event: 'pull_request',
      payload: pullRequest({ base, head }),
      workspace: work.path,
      sha: merge,
    });
    expect([ran.code, ran.outputs.get('introduced-errors')]).toEqual([1, '1']);
  });
});
