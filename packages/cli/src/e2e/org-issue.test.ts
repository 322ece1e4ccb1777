import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import {
  type HostedRepository,
  type LoopbackGitHub,
  type RepositoryState,
  startGitHub,
} from '@shipworthy/github-client/testing';
import { GitFolder } from '@shipworthy/sources/testing';
import { buildIfStale, folderOf, type Ran, shipworthy } from './run-built.ts';

jest.setTimeout(120_000);

beforeAll(buildIfStale);

let git: GitFolder;
let github: LoopbackGitHub;
let room: RepositoryState;
let out: string;
beforeEach(() => begin());
afterEach(end);

/** An organisation of one repository, and the one of its report, which is left out because it is empty. */
async function begin(hosted: Partial<HostedRepository> = {}): Promise<void> {
  git = new GitFolder();
  git.commit({ 'README.md': '# Demo\n\nSee [the plan](docs/@acme-plan.md).\n' }, 'First');
  github = await startGitHub({
    repositories: [
      { owner: 'acme', name: 'one', folder: git.path },
      { owner: 'acme', name: 'readiness', folder: git.path, empty: true, private: true, ...hosted },
    ],
    tokens: { 'secret-token': 'pat', 'reading-token': 'fork' },
  });
  room = github.state.repository('acme/readiness');
  out = folderOf({});
}

async function end(): Promise<void> {
  await github.close();
  git.remove();
  rmSync(out, { recursive: true, force: true });
}

async function beginAgain(hosted: Partial<HostedRepository>): Promise<void> {
  await end();
  await begin(hosted);
}

const org = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  shipworthy(['org', ...args, '--out', out], {
    GITHUB_API_URL: github.url,
    GITHUB_TOKEN: 'secret-token',
    GH_TOKEN: '',
    GITHUB_RUN_ID: '',
    ...env,
  });

const ISSUE = ['--issue', 'acme/readiness'];
const onDay = (day: string, more: readonly string[] = ISSUE) => ['run', '--org', 'acme', '--as-of', day, ...more];
const RUN = onDay('2026-11-22');
const REPORT = ['report', ...ISSUE];

const issueLine = ({ out: said }: Ran) => /^The issue: (.*)$/m.exec(said)?.[1];
/** Requests to issues that write, behind the first `after`. */
const writes = (after = 0): string[] =>
  github.requests
    .slice(after)
    .map(({ operation }) => operation)
    .filter((operation) => operation === 'issues/create' || operation === 'issues/update');
const markdown = (): string => readFileSync(join(out, 'report.md'), 'utf8');
const textOf = (body: string | null | undefined): string => String(body).split('\n').slice(1).join('\n');

describe('shipworthy org run --issue', () => {
  test('opens one issue, writes nothing for the same report, and edits it for another', async () => {
    const first = await org(RUN);
    expect([first.code, issueLine(first)]).toEqual([0, expect.stringMatching(/^http\S+ \(opened\)$/)]);
    expect(room.issues).toMatchObject([
      { number: 1, title: 'Readiness of acme', state: 'open', author: { login: 'somebody' }, edits: 0 },
    ]);
    expect(room.issues[0]?.body).toMatch(
      /^<!-- shipworthy:organisation:v1 key=acme hash=[0-9a-f]{16} -->\n## Readiness/,
    );
    expect(textOf(room.issues[0]?.body)).toBe(markdown());
    expect(first.out + first.err).not.toContain('secret-token');

    const asked = github.requests.length;
    const again = await org(REPORT);
    expect([again.code, issueLine(again)]).toEqual([0, expect.stringMatching(/^http\S+ \(says so already\)$/)]);
    expect(writes(asked)).toEqual([]);

    git.commit({ 'docs/@acme-plan.md': '# Plan\n\nSee [the rest](gone-@acme.md).\n' }, 'Second');
    const next = await org(onDay('2026-11-29'));
    expect([next.code, issueLine(next)]).toEqual([0, expect.stringMatching(/^http\S+ \(edited\)$/)]);
    expect(writes(asked)).toEqual(['issues/update']);
    expect(room.issues).toMatchObject([{ number: 1, state: 'open', edits: 1 }]);
    expect(textOf(room.issues[0]?.body)).toBe(markdown());
    expect(markdown()).toMatch(/### Got worse[\s\S]*gone-@acme\.md/);
    expect(markdown().replace(/`[^`\n]*`/g, '')).not.toContain('@');

    // Compared with itself the day has another report, once.
    expect(issueLine(await org(onDay('2026-11-29')))).toMatch(/\(edited\)$/);
    expect(issueLine(await org(onDay('2026-11-29')))).toMatch(/\(says so already\)$/);
    expect(writes(asked)).toEqual(['issues/update', 'issues/update']);
  });

  test('works with --from, and with a report that was made before', async () => {
    const from = folderOf({});
    git.git('clone', '-q', git.path, join(from, 'one'));
    const ran = await org(['run', '--from', from, '--as-of', '2026-11-22', ...ISSUE]);
    expect([ran.code, issueLine(ran)]).toEqual([0, expect.stringMatching(/\(opened\)$/)]);
    expect((await org(REPORT)).code).toBe(0);
    expect(writes()).toEqual(['issues/create']);
    rmSync(from, { recursive: true, force: true });
  });

  test('opens what was closed again only when the report says something else', async () => {
    await org(RUN);
    const [opened] = room.issues;
    if (!opened) throw new Error('no issue');
    room.issues[0] = { ...opened, state: 'closed' };
    expect(issueLine(await org(REPORT))).toMatch(/\(says so already\)$/);
    expect(room.issues).toMatchObject([{ state: 'closed', edits: 0 }]);
    expect(issueLine(await org(onDay('2026-11-29')))).toMatch(/\(edited and opened again\)$/);
    expect(room.issues).toMatchObject([{ state: 'open', edits: 1 }]);
  });

  test('leaves an issue alone in which somebody else has the marker', async () => {
    await org(RUN);
    const copied = String(room.issues[0]?.body);
    room.issues.length = 0;
    const stranger = room.addIssue('A copy', copied);
    const colleague = room.addIssue('A quote', `> ${copied}`, {
      user: { login: 'colleague', id: 6, type: 'User' },
      association: 'MEMBER',
    });
    expect(issueLine(await org(REPORT))).toMatch(/\(opened\)$/);
    expect(issueLine(await org(onDay('2026-11-29')))).toMatch(/\(edited\)$/);
    expect(room.issues).toMatchObject([stranger, colleague, { author: { login: 'somebody' }, edits: 1 }]);
  });

  test('says in the issue where the whole report is, in a workflow', async () => {
    const env = { GITHUB_RUN_ID: '12', GITHUB_REPOSITORY: 'acme/readiness', GITHUB_SERVER_URL: 'https://github.com' };
    await org(RUN, env);
    expect(room.issues[0]?.body).toContain('(https://github.com/acme/readiness/actions/runs/12)');
    expect(issueLine(await org(REPORT, { ...env, GITHUB_RUN_ID: '13' }))).toMatch(/\(says so already\)$/);
  });
});

describe('what GitHub refuses is said when the report is on the disk', () => {
  const FINE = 'secret-token';
  test.each<[string, Partial<HostedRepository>, string, string, string, string]>([
    [
      'issues that are off',
      { issues: 'off' },
      'acme/readiness',
      FINE,
      'issues are switched off in acme/readiness',
      'Switch them on',
    ],
    ['an archived repository', { archived: true }, 'acme/readiness', FINE, 'is archived', 'unarchive it'],
    ['a public repository', { private: false }, 'acme/readiness', FINE, 'acme/readiness is public', '--public-issue'],
    ['a token without the right', {}, 'acme/readiness', 'reading-token', 'lacks "issues: write"', 'give the token'],
    ['no such repository', {}, 'acme/none', FINE, 'GitHub knows no repository acme/none', 'Check owner and name'],
  ])('%s', async (_case, hosted, name, token, words, advice) => {
    await beginAgain(hosted);
    const { code, out: said, err } = await org(onDay('2026-11-22', ['--issue', name]), { GITHUB_TOKEN: token });
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(words) });
    expect(err).toContain(`the report is written, but not kept as an issue of ${name}`);
    expect(err).toContain(advice);
    expect(said + err).not.toContain(token);
    expect(said).toContain('The report: ');
    for (const file of ['index.html', 'report.json', 'report.md']) expect(existsSync(join(out, file))).toBe(true);
    expect(room.issues).toEqual([]);
  });

  test('and the same command keeps the issue when that is mended, without audits', async () => {
    github.faults.add({ answer: 'secondary-limit', operation: 'issues/list-for-repo', retryAfter: 600 });
    const first = await org(RUN);
    expect([first.code, first.err]).toEqual([2, expect.stringContaining('secondary rate limit')]);
    github.faults.clear();
    const asked = github.requests.length;
    const again = await org(RUN);
    expect([again.code, issueLine(again)]).toEqual([0, expect.stringMatching(/\(opened\)$/)]);
    expect(github.requests.slice(asked).map(({ operation }) => operation)).not.toContain('git');
    expect(again.out.split('\n')[0]).toBe(first.out.split('\n')[0]);
  });

  test('a public repository is taken where that is said', async () => {
    await beginAgain({ private: false });
    expect(issueLine(await org([...RUN, '--public-issue']))).toMatch(/\(opened\)$/);
  });

  test('a repository that was renamed is found, and its name of today said', async () => {
    await beginAgain({ formerly: ['acme/old'] });
    const ran = await org(onDay('2026-11-22', ['--issue', 'acme/old']));
    expect({ code: ran.code, err: ran.err }).toEqual({
      code: 0,
      err: expect.stringContaining('acme/old is called acme/readiness now'),
    });
    expect(room.issues).toHaveLength(1);
  });
});

describe('a mistake of the command line is said before anything is audited', () => {
  test.each<[string, readonly string[], Readonly<Record<string, string>>, string]>([
    ['no token', ISSUE, { GITHUB_TOKEN: '' }, 'there is no token for GitHub'],
    ['no repository', ['--issue', 'https://github.com/acme/readiness'], {}, '--issue cannot be'],
    ['no name', ['--issue', 'acme'], {}, '--issue cannot be'],
    ['no issue', ['--public-issue'], {}, '--public-issue is of an issue'],
    ['no address', ISSUE, { GITHUB_API_URL: 'github.com' }, 'no web address'],
  ])('%s', async (_case, args, env, words) => {
    for (const command of [['run', '--from', git.path, '--as-of', '2026-11-22'], ['report']]) {
      const { code, err } = await org([...command, ...args], env);
      expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining(words) });
    }
    expect(existsSync(join(out, 'state'))).toBe(false);
    expect(github.requests).toEqual([]);
  });
});
