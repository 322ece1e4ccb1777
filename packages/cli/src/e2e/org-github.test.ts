import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type LoopbackGitHub, startGitHub } from '@shipworthy/github-client/testing';
import { GitFolder } from '@shipworthy/sources/testing';
import { buildIfStale, folderOf, type Ran, shipworthy } from './run-built.ts';

jest.setTimeout(60_000);

let git: GitFolder;
let github: LoopbackGitHub;
let out: string;
beforeAll(async () => {
  buildIfStale();
  git = new GitFolder();
  const first = git.commit(
    {
      'README.md': '# Demo\n\nSee [the plan](docs/plan.md).\n',
      'docs/plan.md': '# Plan\n',
    },
    'First',
  );
  const second = git.commit({ 'README.md': '# Demo\n\nSee [the plan](docs/gone.md).\n' }, 'Second');
  const of = { owner: 'acme', folder: git.path };
  github = await startGitHub({
    repositories: [
      { ...of, name: 'one', commit: first },
      { ...of, name: 'two', commit: second, private: true },
      { ...of, name: 'old', archived: true },
      { ...of, name: 'copy', fork: true },
      { ...of, name: 'new', empty: true },
    ],
    tokens: { 'secret-token': 'pat' },
  });
  out = folderOf({});
});
afterAll(async () => {
  await github.close();
  git.remove();
  rmSync(out, { recursive: true, force: true });
});

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  shipworthy(['org', 'run', '--as-of', '2026-11-22', ...args], {
    GITHUB_API_URL: github.url,
    GITHUB_TOKEN: 'secret-token',
    GH_TOKEN: '',
    ...env,
  });

const coverageIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).coverage;

describe('shipworthy org run on GitHub', () => {
  test('audits what an organisation has, and counts what is left out', async () => {
    const { code, out: said, err } = await run(['--org', 'acme', '--out', out]);
    expect({ code, said: said.split('\n')[0] }).toEqual({
      code: 0,
      said: '2 of 5 repositories audited (0 unchanged, 3 left out).',
    });
    expect(coverageIn(out)).toMatchObject({ audited: 2, excluded: { archived: 1, empty: 1, fork: 1 }, failed: [] });
    expect(said + err).not.toContain('secret-token');
  });

  test('fetches nothing again where nothing changed', async () => {
    const before = github.requests.length;
    const { code } = await run(['--org', 'acme', '--out', out]);
    expect(code).toBe(0);
    expect(github.requests.slice(before).map(({ operation }) => operation)).toEqual(['graphql']);
    expect(coverageIn(out)).toMatchObject({ audited: 2, unchanged: 2 });
  });

  test('says that the history is lost where there should be one, and in no other run', async () => {
    const folder = folderOf({});
    const report = () => JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    await run(['--org', 'acme', '--out', folder, '--expect-history']);
    expect(report()).toMatchObject({ stateLost: true });
    await run(['--org', 'acme', '--out', folder, '--expect-history']);
    expect(report()).not.toHaveProperty('stateLost');
    rmSync(folder, { recursive: true, force: true });
  });

  test('takes a list, forks as well; what GitHub does not show is in the report', async () => {
    const folder = folderOf({ 'list.txt': '# ours\nacme/one\nacme/copy # a fork\nacme/none\n' });
    const { code } = await run(['--list', join(folder, 'list.txt'), '--out', join(folder, 'out')]);
    expect(code).toBe(0);
    expect(coverageIn(join(folder, 'out'))).toMatchObject({
      audited: 2,
      failed: [{ name: 'acme/none', why: expect.stringContaining('acme/none') }],
    });
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ['an organisation that is not there', ['--org', 'nobody'], {}, 2, 'GitHub knows no organisation or person nobody'],
    ['no token', ['--org', 'acme'], { GITHUB_TOKEN: '' }, 3, 'there is no token for GitHub'],
    ['a wrong token', ['--org', 'acme'], { GITHUB_TOKEN: 'wrong-token' }, 2, 'GitHub does not accept the token'],
    ['two places at once', ['--org', 'acme', '--from', '.'], {}, 3, 'exclude each other'],
    ['none', [], {}, 3, 'is not said'],
    ['a list that is not there', ['--list', '/nowhere/list.txt'], {}, 3, 'cannot read /nowhere/list.txt (ENOENT)'],
  ])('%s is said, with the right code', async (_case, args, env, code, words) => {
    const folder = folderOf({});
    const ran = await run([...args, '--out', join(folder, 'out')], env);
    expect({ code: ran.code, err: ran.err }).toEqual({ code, err: expect.stringContaining(words) });
    rmSync(folder, { recursive: true, force: true });
  });

  test('a line of a list that is no name is refused', async () => {
    const folder = folderOf({});
    writeFileSync(join(folder, 'list.txt'), 'acme/one\nhttps://github.com/acme/two\n');
    const { code, err } = await run(['--list', join(folder, 'list.txt'), '--out', join(folder, 'out')]);
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining('line 2 of the list') });
    rmSync(folder, { recursive: true, force: true });
  });
});
