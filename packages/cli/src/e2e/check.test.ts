import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type LoopbackGitHub, startGitHub } from '@shipworthy/github-client/testing';
import { GitFolder } from '@shipworthy/sources/testing';
import { buildIfStale, type Ran, shipworthy } from './run-built.ts';

jest.setTimeout(60_000);

const alertTo = (name: string, page: string): string =>
  `groups:\n  - name: api\n    rules:\n      - alert: ${name}\n        expr: up == 0\n        labels: { severity: page }\n        annotations:\n          summary: The API is down\n          runbook_url: ${page}\n`;

let git: GitFolder;
let github: LoopbackGitHub;
beforeAll(async () => {
  buildIfStale();
  git = new GitFolder();
  git.commit({ 'README.md': '# Demo\n', 'alerts/old.yaml': alertTo('Old', 'docs/gone.md') }, 'First');
  git.git('checkout', '-q', '-b', 'topic');
  const head = git.commit({ 'alerts/new.yaml': alertTo('New', 'docs/missing.md') }, 'Watch the API');
  git.git('checkout', '-q', 'main');
  const base = git.commit({ 'alerts/other.yaml': alertTo('Other', 'docs/none.md') }, 'Meanwhile');
  github = await startGitHub({
    repositories: [{ owner: 'acme', name: 'demo', folder: git.path }],
    tokens: { 'secret-token': 'pat', 'reading-token': 'fork' },
  });
  github.state.repository('acme/demo').openPull({
    number: 7,
    body: 'Watches the API.',
    base: { ref: 'main', sha: base },
    head: { ref: 'topic', sha: head, repository: 'acme/demo' },
  });
});
afterAll(async () => {
  await github.close();
  git.remove();
});

const check = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  shipworthy(['check', ...args], {
    GITHUB_API_URL: github.url,
    GITHUB_TOKEN: 'secret-token',
    GH_TOKEN: '',
    GITHUB_ACTIONS: '',
    ...env,
  });
const DEMO = ['--repo', 'acme/demo', '--pr', '7'];

describe('shipworthy check', () => {
  test('judges what the branch brings, and neither what was there nor what main gained', async () => {
    const { code, out, err } = await check(DEMO);
    expect(code).toBe(1);
    expect(out).toContain('docs/missing.md');
    expect(out).not.toContain('docs/none.md');
    expect(out + err).not.toContain('secret-token');
  });

  test('as JSON and as the page that a reviewer reads', async () => {
    const json = JSON.parse((await check([...DEMO, '--format', 'json'])).out);
    expect(
      json.findings
        .filter(({ rule }: { rule: string }) => rule === 'alert/runbook-resolves')
        .map(({ path, change }: { path: string; change: string }) => [path, change]),
    ).toEqual([
      ['alerts/new.yaml', 'introduced'],
      ['alerts/old.yaml', 'existing'],
    ]);
    const { out } = await check([...DEMO, '--format', 'markdown']);
    expect(out).toContain('/acme/demo/blob/');
  });

  test('writes nothing on GitHub unless it is asked to', async () => {
    const before = github.requests.length;
    await check(DEMO);
    expect(
      github.requests
        .slice(before)
        .filter(({ method, operation }) => method !== 'GET' && operation !== 'graphql' && operation !== 'git'),
    ).toEqual([]);
  });

  test('--dry-run sends nothing and prints it', async () => {
    const { code, err } = await check([...DEMO, '--comment', '--check-run', '--dry-run']);
    expect(code).toBe(1);
    expect(err).toContain('would send issues/create-comment');
    expect(err).toContain('would send checks/create');
    expect(github.state.repository('acme/demo').comments).toEqual([]);
  });

  test('--comment keeps one comment, and a second run leaves it', async () => {
    const first = await check([...DEMO, '--comment']);
    expect(first.err).toContain('comment made');
    const second = await check([...DEMO, '--comment']);
    expect(second.err).toContain('comment unchanged');
    expect(github.state.repository('acme/demo').comments).toHaveLength(1);
  });

  test('what GitHub refuses is told and changes nothing of the result', async () => {
    const { code, err } = await check([...DEMO, '--upload-sarif'], { GITHUB_TOKEN: 'reading-token' });
    expect(code).toBe(1);
    expect(err).toContain('The findings were not handed to code scanning');
    expect(err).toContain('security-events: write');
  });

  test.each([
    ['no repository', ['--pr', '7'], {}, 3, 'of which repository is not said'],
    ['no owner', ['--repo', 'demo', '--pr', '7'], {}, 3, '--repo cannot be "demo"'],
    ['no number', ['--repo', 'acme/demo'], {}, 3, 'which pull request is not said'],
    ['a number that is none', ['--repo', 'acme/demo', '--pr', '0'], {}, 3, '--pr cannot be 0'],
    ['no token', DEMO, { GITHUB_TOKEN: '' }, 3, 'there is no token for GitHub'],
    ['a wrong token', DEMO, { GITHUB_TOKEN: 'wrong-token' }, 2, 'token'],
    ['a pull request that is not there', ['--repo', 'acme/demo', '--pr', '99'], {}, 2, '99'],
    ['a repository that is not there', ['--repo', 'acme/none', '--pr', '7'], {}, 2, 'acme/none'],
    ['a base that is not there', [...DEMO, '--base', 'nowhere'], {}, 3, 'nowhere'],
  ])('%s is said, with the right code', async (_case, args, env, code, words) => {
    const ran = await check(args, env);
    expect({ code: ran.code, said: (ran.err + ran.out).includes(words) }).toEqual({ code, said: true });
    expect(ran.err + ran.out).not.toContain('secret-token');
  });
});
