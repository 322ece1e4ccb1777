import { chmodSync, cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { GitFolder, TemporaryFolder } from '@shipworthy/sources/testing';
import { buildIfStale, COMMAND, folderOf, type Ran, shipworthy } from './run-built.ts';

jest.setTimeout(120_000);

const FILES = {
  'README.md': '# Orders\n\nSee [what to do](docs/runbooks/slow.md).\n\n```sh\nnode src/index.js\n```\n',
  '.shipworthy.yaml': 'archetype: service\n',
  'docs/runbooks/slow.md': '# Slow\n\n## Symptoms\n\nOrders take seconds.\n\n## Steps\n\n1. Restart it.\n',
  'docs/adr/0001-use-postgres.md':
    '# 1. Use Postgres\n\nStatus: accepted\n\n## Context\n\nWe need joins, and one team knows it.\n\n## Decision\n\nPostgres 17.\n',
  'ops/alerts.yaml':
    'groups:\n  - name: orders\n    rules:\n      - alert: Slow\n        expr: up == 0\n        for: 5m\n        labels: {severity: page}\n        annotations: {summary: slow, runbook_url: docs/runbooks/slow.md}\n',
  Dockerfile: 'FROM node:22-alpine\nUSER node\nCMD ["node", "src/index.js"]\n',
  'src/index.js': 'console.log(1);\n',
};
const PRESENCE = ['decision/log-present', 'alert/present', 'runbook/present'];
const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12345\n`;

let origin: GitFolder;
let place: TemporaryFolder;
beforeAll(() => {
  buildIfStale();
  origin = new GitFolder();
  origin.commit(FILES, 'All');
  origin.git('config', 'uploadpack.allowFilter', 'true');
});
afterAll(() => origin.remove());
beforeEach(() => {
  place = new TemporaryFolder();
});
afterEach(() => place.remove());

/** A clone, and what git is told in it. */
function clone(options: readonly string[] = [], ...commands: readonly string[][]): string {
  place.git('clone', '-q', ...options, `file://${origin.path}`, 'orders');
  for (const command of commands) place.git('-C', 'orders', ...command);
  return join(place.path, 'orders');
}

interface Report {
  readonly commit?: string;
  readonly findings: readonly { readonly rule: string; readonly path: string }[];
  readonly outcomes: readonly {
    readonly rule: string;
    readonly subject: string;
    readonly outcome: string;
    readonly why?: string;
  }[];
}
const audited = async (args: readonly string[]): Promise<Report> => {
  const { code, out, err } = await shipworthy(['lint', ...args, '--format', 'json', '--no-cache']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
};
const presence = ({ outcomes }: Report) =>
  Object.fromEntries(outcomes.flatMap(({ rule, outcome }) => (PRESENCE.includes(rule) ? [[rule, outcome]] : [])));
const unreadable = ({ outcomes }: Report) =>
  outcomes.filter(({ rule, outcome }) => rule === 'artifact/readable' && outcome === 'unknown');

/** Nothing was audited: code 2, nothing on standard output, what is so and what to do. */
function expectNotAudited({ code, out, err }: Ran, what: string, advice: string): void {
  expect({ code, out }).toEqual({ code: 2, out: '' });
  const [message, next] = err.split('\n');
  expect(message).toContain(what);
  expect(next).toContain(advice);
}

describe('a tree of which nothing is to be seen', () => {
  const COMMANDS = [
    ['lint'],
    ['lint', '--format', 'json'],
    ['lint', '--format', 'github'],
    ['lint', '--staged'],
    ['inventory'],
    ['inventory', '--format', 'json'],
    ['profile'],
    ['graph'],
  ];
  test.each(COMMANDS.map((command) => [command]))('without a checkout is not audited by %j', async (command) => {
    expectNotAudited(
      await shipworthy([...command, clone(['--no-checkout'])]),
      'HEAD holds 7 files, and none is checked out',
      '`git checkout HEAD -- .`, or audit what is committed: `shipworthy lint --revision HEAD`',
    );
  });

  test('and what is advised helps', async () => {
    const unchecked = clone(['--no-checkout']);
    const committed = await audited([unchecked, '--revision', 'HEAD']);
    expect(committed.findings.length).toBeGreaterThan(0);
    place.git('-C', 'orders', 'checkout', '-q', 'HEAD', '--', '.');
    expect((await audited([unchecked])).outcomes).toEqual(committed.outcomes);
  });

  test('of a partial clone needs a checkout, which fetches', async () => {
    expectNotAudited(
      await shipworthy(['lint', clone(['--no-checkout', '--filter=blob:none'])]),
      'HEAD holds 7 files, and none is checked out',
      'which fetches what this partial clone lacks',
    );
  });

  test('before the first commit, with files that git does not track', async () => {
    const folder = folderOf(FILES);
    new TemporaryFolder(folder).git('init', '-q');
    expectNotAudited(
      await shipworthy(['lint', folder]),
      'git tracks none of the 7 files there, and nothing is committed yet',
      '--untracked',
    );
    expect(presence(await audited([folder, '--untracked']))).toMatchObject({ 'decision/log-present': 'pass' });
    rmSync(folder, { recursive: true, force: true });
  });

  test('is no change without findings', async () => {
    expectNotAudited(
      await shipworthy(['lint', clone(['--no-checkout']), '--base', 'HEAD']),
      'HEAD holds 7 files, and none is checked out',
      'git checkout',
    );
  });
});

describe('of a sparse checkout is said what is said of a whole one', () => {
  test.each([
    ['by folders', ['--cone', 'ops']],
    ['of the root alone', ['--cone']],
    ['by patterns', ['--no-cone', '/*', '!/docs/']],
    ['with an index of folders', ['--cone', '--sparse-index', 'src']],
  ])('%s', async (_case, patterns) => {
    const sparse = clone([], ['sparse-checkout', 'set', ...patterns]);
    const whole = await audited([origin.path]);
    const { findings, outcomes } = await audited([sparse]);
    expect({ findings, outcomes }).toEqual({ findings: whole.findings, outcomes: whole.outcomes });
    expect(presence(whole)).toEqual(Object.fromEntries(PRESENCE.map((rule) => [rule, 'pass'])));
  });

  test('again from what is remembered, until a file is there that says something else', async () => {
    const sparse = clone([], ['sparse-checkout', 'set', '--cone', 'ops']);
    const cache = { SHIPWORTHY_CACHE_DIR: join(place.path, 'cache') };
    const first = await shipworthy(['lint', sparse], cache);
    expect(await shipworthy(['lint', sparse, '--timing'], cache)).toMatchObject({
      out: first.out,
      err: expect.stringContaining('the report of an earlier run'),
    });
    new TemporaryFolder(sparse).write({ 'docs/runbooks/slow.md': '# Slow\n\n[Gone](gone.md)\n' });
    expect((await shipworthy(['lint', sparse], cache)).out).toContain('gone.md');
  });
});

describe('what is left on the server, or kept elsewhere', () => {
  test('a sparse checkout of a partial clone: nothing is called missing that may be there', async () => {
    const report = await audited([clone(['--filter=blob:none', '--sparse'])]);
    expect(unreadable(report).map(({ why }) => why)).toEqual(
      [1, 2, 3].map(() => expect.stringContaining('not in this partial clone (`git fetch --refetch --no-filter`')),
    );
    // Runbooks are asked for where alerts are seen.
    expect(presence(report)).toEqual({
      'alert/present': 'unknown',
      'decision/log-present': 'unknown',
      'runbook/present': 'not-applicable',
    });
    expect(report.outcomes).toContainEqual(
      expect.objectContaining({ why: expect.stringMatching(/^docs\/adr\/\S+ and 1 more could not be read, and may/) }),
    );
  });

  test('a revision of it is not audited', async () => {
    expectNotAudited(
      await shipworthy(['lint', clone(['--filter=blob:none', '--sparse']), '--revision', 'HEAD']),
      'files that are asked for are not in this clone, a partial one (blob:none)',
      '`git fetch --refetch --no-filter`',
    );
  });

  test('pointers of Git LFS are not the files', async () => {
    const folder = clone();
    new TemporaryFolder(folder).write({ 'docs/runbooks/slow.md': POINTER, 'docs/adr/0001-use-postgres.md': POINTER });
    place.git('-C', 'orders', 'commit', '-q', '-a', '-m', 'Keep pages elsewhere');
    for (const at of [[], ['--revision', 'HEAD']]) {
      const report = await audited([folder, ...at]);
      expect(unreadable(report).map(({ why }) => why)).toEqual(
        [1, 2].map(() => expect.stringContaining('a pointer of Git LFS')),
      );
      // The page that an alert leads to is there, whatever it says.
      expect(presence(report)).toMatchObject({ 'decision/log-present': 'unknown', 'runbook/present': 'pass' });
    }
  });
});

describe('other places', () => {
  test('a worktree is audited as it is checked out', async () => {
    clone();
    place.git('-C', 'orders', 'worktree', 'add', '-q', '../tree', '-b', 'topic');
    const { findings } = await audited([join(place.path, 'tree')]);
    expect(findings).toEqual((await audited([origin.path])).findings);
  });

  test('a submodule that is not there is no dead link, whether it was fetched or not', async () => {
    const folder = clone();
    place.git('-C', 'orders', '-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', origin.path, 'pages');
    new TemporaryFolder(folder).write({ 'README.md': `${FILES['README.md']}\nSee [more](pages/docs/adr/gone.md).\n` });
    place.git('-C', 'orders', 'commit', '-q', '-a', '-m', 'Take pages from elsewhere');
    place.git('clone', '-q', `file://${folder}`, 'bare-bones');
    const report = await audited([join(place.path, 'bare-bones')]);
    expect(report.findings.filter(({ rule }) => rule === 'docs/references-resolve')).toEqual([]);
    expect(report.findings).toEqual((await audited([folder])).findings);
  });

  test('GIT_DIR of the caller leads nowhere else', async () => {
    const folder = clone();
    const env = { GIT_DIR: join(place.path, 'nowhere'), GIT_WORK_TREE: place.path, GIT_INDEX_FILE: '/nowhere' };
    const { code, out } = await shipworthy(['lint', folder, '--format', 'json', '--no-cache'], env);
    const report: Report = JSON.parse(out);
    expect([code, report.commit]).toEqual([0, origin.git('rev-parse', 'HEAD')]);
    expect(report.findings).toEqual((await audited([folder])).findings);
  });
});

describe('a hook before a commit', () => {
  const HOOK = `#!/bin/sh\nexec '${process.execPath}' '${COMMAND}' lint --staged --no-cache\n`;
  const DEAD = FILES['ops/alerts.yaml'].replace('slow.md', 'gone.md');

  test.each([
    ['commit -a', ['-a']],
    ['commit FILE', ['ops/alerts.yaml']],
    ['commit of what was added', []],
  ])('sees what %s is about to commit', async (_case, args) => {
    const folder = clone();
    new TemporaryFolder(folder).write({ '.git/hooks/pre-commit': HOOK, 'ops/alerts.yaml': DEAD });
    chmodSync(join(folder, '.git/hooks/pre-commit'), 0o755);
    if (args.length === 0) place.git('-C', 'orders', 'add', '-A');
    expect(() => place.git('-C', 'orders', 'commit', '-q', '-m', 'Break it', ...args)).toThrow(/git -C orders commit/);
    expect(place.git('-C', 'orders', 'log', '--format=%s')).toBe('All');
    new TemporaryFolder(folder).write({ 'docs/runbooks/gone.md': FILES['docs/runbooks/slow.md'] });
    place.git('-C', 'orders', 'add', '-A');
    place.git('-C', 'orders', 'commit', '-q', '-a', '-m', 'Mend it');
  });
});

describe('an organisation', () => {
  test('counts what it could not read as failed, and audits what is only not checked out', async () => {
    const from = folderOf({});
    const out = folderOf({});
    clone(['--no-checkout']);
    cpSync(join(place.path, 'orders'), join(from, 'unchecked'), { recursive: true });
    rmSync(join(place.path, 'orders'), { recursive: true });
    clone(['--filter=blob:none', '--no-checkout']);
    cpSync(join(place.path, 'orders'), join(from, 'partial'), { recursive: true });
    const ran = await shipworthy(['org', 'run', '--from', from, '--out', out, '--as-of', '2026-11-22']);
    expect({ code: ran.code, first: ran.out.split('\n')[0] }).toEqual({
      code: 0,
      first: '1 of 2 repositories audited (0 unchanged, 1 failed).',
    });
    expect(ran.err).toMatch(/^0\/2 clones looked at {2}\S+\n2\/2 clones looked at {2}\S+\n2\/2 repositories, /);
    const { coverage } = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'));
    expect(coverage).toMatchObject({
      discovered: 2,
      audited: 1,
      failed: [{ name: 'partial', why: expect.stringContaining('are not in this clone, a partial one (blob:none)') }],
    });
    for (const folder of [from, out]) rmSync(folder, { recursive: true, force: true });
  });
});
