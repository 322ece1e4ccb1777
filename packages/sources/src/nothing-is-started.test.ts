import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { RepositorySource } from '@shipworthy/model';
import { changeWords } from './change-words.ts';
import { gitEnvironment } from './git-process.ts';
import { gitRevision } from './git-revision.ts';
import { stagedFiles } from './staged-files.ts';
import { faultOf, listedPaths, readAll } from './testing/answers.ts';
import { TemporaryFolder } from './testing/temporary-folder.ts';
import { workingTree } from './working-tree.ts';

let folder: TemporaryFolder;
let repository: string;
let started: string;
let trap: string;

beforeEach(() => {
  folder = new TemporaryFolder().write({
    'repository/a.txt': 'one',
    'repository/.gitattributes': '*.txt filter=trap diff=trap\n',
  });
  repository = join(folder.path, 'repository');
  started = join(folder.path, 'started');
  trap = join(folder.path, 'trap');
  mkdirSync(started);
  // Leaves a file named after how it was called.
  folder.write({ trap: `#!/bin/sh\ntouch "${started}/$$-$(basename "$0")"\n` });
  chmodSync(trap, 0o755);
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'x');
});
afterEach(() => folder.remove());

const git = (...args: string[]): string => folder.git('-C', 'repository', ...args);

/** git as anybody would run it; whether it succeeds does not matter. */
function plainGit(path: string, ...args: string[]): void {
  spawnSync('git', ['-C', path, ...args], { input: '', timeout: 20_000 });
}

/** Everything a repository can name that git starts. */
function arm(): void {
  const settings: Record<string, string> = {
    'core.fsmonitor': trap,
    'core.hooksPath': join(folder.path, 'hooks'),
    'core.pager': trap,
    'core.editor': trap,
    'core.askPass': trap,
    'core.sshCommand': trap,
    'core.gitProxy': trap,
    'core.alternateRefsCommand': trap,
    'core.untrackedCache': 'true',
    'credential.helper': trap,
    'diff.external': trap,
    'diff.trap.textconv': trap,
    'diff.trap.command': trap,
    'filter.trap.clean': trap,
    'filter.trap.smudge': trap,
    'filter.trap.process': trap,
    'filter.trap.required': 'true',
    'interactive.diffFilter': trap,
    'pager.ls-files': trap,
    'pager.ls-tree': trap,
    'pager.cat-file': trap,
    'alias.ls-files': `!${trap}`,
    'alias.rev-parse': `!${trap}`,
    'gpg.program': trap,
    'protocol.allow': 'always',
    'protocol.ext.allow': 'always',
    'protocol.file.allow': 'always',
  };
  for (const [name, value] of Object.entries(settings)) git('config', name, value);
  for (const hook of [
    'post-index-change',
    'post-checkout',
    'reference-transaction',
    'fsmonitor-watchman',
    'pre-auto-gc',
  ]) {
    folder.write({ [`hooks/${hook}`]: '#!/bin/sh\n' });
    rmSync(join(folder.path, 'hooks', hook));
    folder.link(`hooks/${hook}`, trap);
  }
}

async function readEverything(source: RepositorySource): Promise<Record<string, string | Uint8Array>> {
  return readAll(source, await listedPaths(source));
}

describe('a hostile repository', () => {
  test('the trap is real: plain git starts it', () => {
    arm();
    plainGit(repository, 'status');
    expect(readdirSync(started)).not.toEqual([]);
  });

  test.each<[string, () => Promise<RepositorySource>]>([
    ['the working tree', () => workingTree(repository)],
    ['the working tree with untracked files', () => workingTree(repository, { untracked: true })],
    ['the working tree with the blobs of what was not touched', () => workingTree(repository, { blobs: true })],
    ['what is staged', () => stagedFiles(repository)],
    ['a revision', () => gitRevision(repository, 'main')],
    ['the .git folder as a bare repository', () => gitRevision(join(repository, '.git'), 'main')],
  ])('%s is read and nothing is started', async (_name, open) => {
    arm();
    // Written when the index was, so that git would have to compare contents.
    folder.write({ 'repository/new.txt': 'two', 'repository/a.txt': 'one' });
    const indexed = statSync(join(repository, '.git/index')).mtime;
    utimesSync(join(repository, 'a.txt'), indexed, indexed);
    const contents = await readEverything(await open());
    expect(Buffer.from(contents['a.txt'] ?? '').toString()).toBe('one');
    expect(readdirSync(started)).toEqual([]);
  });

  test('the words of a change are read and nothing is started', async () => {
    const base = git('rev-parse', 'HEAD').trim();
    git('commit', '-q', '--allow-empty', '-m', 'Fix it\n\nDecision: ADR-12\nRollback: revert\n');
    arm();
    git('config', 'log.showSignature', 'true');
    git('config', 'trailer.decision.cmd', trap);
    expect((await changeWords(repository, { base })).commits).toMatchObject([
      {
        author: expect.stringMatching(/<.+>$/),
        message: expect.stringMatching(/^Fix it\n/),
        trailers: [
          { key: 'decision', value: 'ADR-12' },
          { key: 'rollback', value: 'revert' },
        ],
      },
    ]);
    expect(readdirSync(started)).toEqual([]);
  });

  test('a folder that poses as a repository by what it holds', async () => {
    git('clone', '-q', '--bare', '.', 'inner');
    const inner = join(repository, 'inner');
    for (const [name, value] of [
      ['core.bare', 'false'],
      ['core.worktree', '.'],
      ['core.fsmonitor', trap],
    ] as const)
      git('config', '--file', join(inner, 'config'), name, value);
    folder.write({ 'repository/inner/a.txt': 'on disk' });
    expect((await faultOf(workingTree(inner))).message).toContain('HEAD holds 2 files, the index none');
    await readEverything(await workingTree(inner, { untracked: true }));
    await readEverything(await gitRevision(inner, 'main'));
    expect(readdirSync(started)).toEqual([]);
    plainGit(inner, 'status');
    expect(readdirSync(started)).not.toEqual([]);
  });
});

describe('a partial clone', () => {
  const clone = (): string => join(folder.path, 'partial');
  beforeEach(() => {
    git('config', 'uploadpack.allowFilter', 'true');
    folder.git('clone', '-q', '--no-checkout', '--filter=blob:none', `file://${repository}`, 'partial');
    folder.git('-C', 'partial', 'config', 'remote.origin.uploadpack', trap);
    folder.git('-C', 'partial', 'config', 'protocol.file.allow', 'always');
  });

  test('the trap is real: plain git fetches what is missing', () => {
    plainGit(clone(), 'cat-file', '-p', 'HEAD:a.txt');
    expect(readdirSync(started)).not.toEqual([]);
  });
  test.each(['origin', 'helper'])(
    'a revision whose contents are not there is refused, and nobody is asked for them (%s)',
    async (by) => {
      if (by === 'helper') {
        folder.git('-C', 'partial', 'config', 'remote.origin.vcs', 'ext');
        folder.git('-C', 'partial', 'config', 'remote.origin.url', `ext::${trap}`);
        folder.git('-C', 'partial', 'config', 'protocol.ext.allow', 'always');
      }
      const fault = await faultOf(readEverything(await gitRevision(clone(), 'HEAD')));
      expect(fault.message).toContain('the contents of 2 files that are asked for are not in this clone');
      expect(readdirSync(started)).toEqual([]);
    },
  );
});

describe('the environment', () => {
  const before = { ...process.env };
  afterEach(() => {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  });

  test('of a hook, which points git elsewhere, is not passed on', async () => {
    folder.write({ 'other/b.txt': 'other' });
    folder.git('init', '-q', 'other');
    folder.git('-C', 'other', 'add', '-A');
    Object.assign(process.env, {
      GIT_DIR: join(folder.path, 'other/.git'),
      GIT_WORK_TREE: join(folder.path, 'other'),
      GIT_INDEX_FILE: join(folder.path, 'other/.git/index'),
      GIT_TRACE: join(folder.path, 'trace'),
      GIT_EXTERNAL_DIFF: trap,
    });
    expect(await listedPaths(await workingTree(repository))).toEqual(['.gitattributes', 'a.txt']);
    expect(existsSync(join(folder.path, 'trace'))).toBe(false);
  });

  test('keeps what describes the machine and the person', () => {
    const given = {
      PATH: '/bin',
      GIT_CONFIG_GLOBAL: '/g',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'k',
      GIT_SSL_CAINFO: '/c',
      GIT_SSL_NO_VERIFY: '1',
      GIT_DIR: '/x',
      GIT_SSH_COMMAND: 'x',
      git_dir: '/y',
    };
    const passed = gitEnvironment(given);
    expect(passed).toMatchObject({
      PATH: '/bin',
      GIT_CONFIG_GLOBAL: '/g',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'k',
      GIT_SSL_CAINFO: '/c',
      GIT_ALLOW_PROTOCOL: '',
    });
    expect(Object.keys(passed)).not.toEqual(expect.arrayContaining(['GIT_DIR']));
    for (const name of ['GIT_DIR', 'GIT_SSH_COMMAND', 'git_dir', 'GIT_SSL_NO_VERIFY'])
      expect(passed[name]).toBeUndefined();
  });
});

describe('a repository of another user', () => {
  test('is refused by git, and the refusal is explained', async () => {
    // A git that takes every repository for somebody else's: the same path for every user who runs this test.
    const real = spawnSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).stdout.trim();
    folder.write({ 'bin/git': `#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec '${real}' "$@"\n` });
    chmodSync(join(folder.path, 'bin/git'), 0o755);
    const path = process.env.PATH;
    process.env.PATH = join(folder.path, 'bin');
    try {
      for (const open of [() => workingTree(repository), () => gitRevision(repository, 'main')])
        await expect(open()).rejects.toMatchObject({
          name: 'SourceError',
          fault: 'environment',
          message: expect.stringContaining('another user'),
          advice: expect.stringContaining('safe.directory'),
        });
    } finally {
      process.env.PATH = path;
    }
  });
});
