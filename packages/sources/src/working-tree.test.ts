import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MAX_FILE_BYTES } from '@shipworthy/model';
import { faultOf, listedPaths, readAll } from './testing/answers.ts';
import { TemporaryFolder } from './testing/temporary-folder.ts';
import { workingTree } from './working-tree.ts';

let folder: TemporaryFolder;
beforeEach(() => {
  folder = new TemporaryFolder();
});
afterEach(() => folder.remove());

const outcomes = async (paths: readonly string[]): Promise<Record<string, string>> => {
  const contents = await readAll(await workingTree(folder.path), paths);
  return Object.fromEntries(
    Object.entries(contents).map(([path, content]) => [path, typeof content === 'string' ? content : 'read']),
  );
};

describe('what is listed', () => {
  test('an empty folder is an empty listing', async () => {
    const source = await workingTree(folder.path);
    expect([source.kind, await source.list()]).toEqual(['folder', { entries: [], history: 'none' }]);
  });

  test('a repository before its first commit has what is staged', async () => {
    folder.git('init', '-q');
    const before = await workingTree(folder.path);
    expect([before.kind, await before.list()]).toEqual(['working-tree', { entries: [], history: 'none' }]);
    folder.write({ 'a.md': '1', 'b.md': '2' }).git('add', 'a.md');
    expect(await listedPaths(await workingTree(folder.path))).toEqual(['a.md']);
  });

  test('untracked files on request, without the ignored ones, links by their type', async () => {
    folder.write({ '.gitignore': '*.log\n', 'a.md': '1' }).commitAll();
    folder.write({ 'new/b.md': '2', 'c.log': '3' }).link('new/link', '../a.md');
    expect(await listedPaths(await workingTree(folder.path))).toEqual(['.gitignore', 'a.md']);
    const source = await workingTree(folder.path, { untracked: true });
    expect(await listedPaths(source)).toEqual(['.gitignore', 'a.md', 'new/b.md', 'new/link symlink']);
    expect(await readAll(source, ['new/link'])).toEqual({ 'new/link': 'not-a-file' });
  });

  test('repositories inside the repository are never entered', async () => {
    folder.write({ 'a.md': '1' }).commitAll();
    folder.git('init', '-q', 'tracked');
    folder.git('-C', 'tracked', 'commit', '-q', '--allow-empty', '-m', 'x');
    folder.write({ 'tracked/inner.md': 'inner' });
    folder.git('add', 'tracked');
    folder.git('init', '-q', 'loose');
    folder.write({ 'loose/inner.md': 'inner' });
    const source = await workingTree(folder.path, { untracked: true });
    expect(await listedPaths(source)).toEqual(['a.md', 'loose submodule', 'tracked submodule']);
    expect(await readAll(source, ['tracked', 'tracked/inner.md', 'loose'])).toEqual({
      tracked: 'not-a-file',
      'tracked/inner.md': 'absent',
      loose: 'not-a-file',
    });
  });

  test('a conflicted path is listed once, as ours has it', async () => {
    folder.write({ 'a.md': 'base' }).commitAll();
    const blob = folder.gitWithInput('x', 'hash-object', '-w', '--stdin');
    folder.gitWithInput(
      `0 ${'0'.repeat(40)}\ta.md\n120000 ${blob} 1\ta.md\n100644 ${blob} 2\ta.md\n120000 ${blob} 3\ta.md\n`,
      'update-index',
      '--index-info',
    );
    expect(folder.git('ls-files', '-s').split('\n')).toHaveLength(3);
    expect(await listedPaths(await workingTree(folder.path))).toEqual(['a.md']);
  });

  test('the commit and how much history there is', async () => {
    folder.write({ 'a.md': '1' }).commitAll();
    folder.git('commit', '-q', '--allow-empty', '-m', 'two');
    folder.git('clone', '-q', '--depth', '1', `file://${folder.path}`, 'shallow');
    const commit = folder.git('rev-parse', 'HEAD');
    expect(await (await workingTree(folder.path)).list()).toMatchObject({ commit, history: 'full' });
    expect(await (await workingTree(join(folder.path, 'shallow'))).list()).toMatchObject({
      commit,
      history: 'shallow',
    });
  });

  test('a linked work tree is read from its own files', async () => {
    folder.write({ 'main/a.md': '1' });
    const main = join(folder.path, 'main');
    folder.git('init', '-q', main);
    folder.git('-C', main, 'add', '-A');
    folder.git('-C', main, 'commit', '-q', '-m', 'x');
    folder.git('-C', main, 'worktree', 'add', '-q', '../linked');
    folder.write({ 'linked/a.md': 'other' });
    const source = await workingTree(join(folder.path, 'linked'));
    expect(await readAll(source, ['a.md'])).toEqual({ 'a.md': Buffer.from('other') });
  });

  test('names that are not UTF-8 are listed once and cannot be mistaken for missing files', async () => {
    const name = Buffer.concat([Buffer.from(`${folder.path}/caf`), Buffer.from([0xe9])]);
    writeFileSync(name, 'x');
    folder.commitAll();
    expect(await outcomes(await listedPaths(await workingTree(folder.path)))).toEqual({ 'caf\ufffd': 'unreadable' });
  });
});

describe('what is on disk instead of the file that was listed', () => {
  beforeEach(() => {
    folder.write({ 'a.md': 'a', 'dir/b.md': 'b', 'outside/b.md': 'secret' }).commitAll();
  });

  test('nothing', async () => {
    rmSync(join(folder.path, 'a.md'));
    rmSync(join(folder.path, 'dir'), { recursive: true });
    expect(await outcomes(['a.md', 'dir/b.md', 'outside/b.md'])).toEqual({
      'a.md': 'absent',
      'dir/b.md': 'absent',
      'outside/b.md': 'read',
    });
  });
  test('a link in its place', async () => {
    rmSync(join(folder.path, 'a.md'));
    folder.link('a.md', '/etc/hosts');
    expect(await outcomes(['a.md'])).toEqual({ 'a.md': 'not-a-file' });
  });
  test('a link in the place of its folder', async () => {
    rmSync(join(folder.path, 'dir'), { recursive: true });
    folder.link('dir', join(folder.path, 'outside'));
    expect(await outcomes(['dir/b.md'])).toEqual({ 'dir/b.md': 'not-a-file' });
  });
  test('a file in the place of its folder', async () => {
    rmSync(join(folder.path, 'dir'), { recursive: true });
    folder.write({ dir: 'now a file' });
    expect(await outcomes(['dir/b.md'])).toEqual({ 'dir/b.md': 'absent' });
  });
  test('a folder in its place', async () => {
    rmSync(join(folder.path, 'a.md'));
    mkdirSync(join(folder.path, 'a.md'));
    expect(await outcomes(['a.md'])).toEqual({ 'a.md': 'not-a-file' });
  });
  test('a pipe in its place, which must not be waited for', async () => {
    rmSync(join(folder.path, 'a.md'));
    execFileSync('mkfifo', [join(folder.path, 'a.md')]);
    expect(await outcomes(['a.md'])).toEqual({ 'a.md': 'not-a-file' });
  });
  test('a socket in its place', async () => {
    rmSync(join(folder.path, 'a.md'));
    const server = createServer().listen(join(folder.path, 'a.md'));
    await new Promise((resolve) => server.once('listening', resolve));
    try {
      expect(await outcomes(['a.md'])).toEqual({ 'a.md': 'not-a-file' });
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });
  test('one byte more than is read; the limit itself is read', async () => {
    truncateSync(join(folder.path, 'a.md'), MAX_FILE_BYTES + 1);
    truncateSync(join(folder.path, 'dir/b.md'), MAX_FILE_BYTES);
    expect(await outcomes(['a.md', 'dir/b.md'])).toEqual({ 'a.md': 'too-large', 'dir/b.md': 'read' });
    for await (const { content } of (await workingTree(folder.path)).read(['a.md']))
      expect(content).toMatchObject({ reason: 'too-large', bytes: MAX_FILE_BYTES + 1 });
  });
  test('a file that may not be read', async () => {
    const file = join(folder.path, 'a.md');
    chmodSync(file, 0);
    const closed = isClosed(file);
    // The superuser reads it all the same; then there is nothing to refuse, and that is what is expected.
    expect(await outcomes(['a.md'])).toEqual({ 'a.md': closed ? 'unreadable' : 'read' });
  });
});

function isClosed(file: string): boolean {
  try {
    readFileSync(file);
    return false;
  } catch {
    return true;
  }
}

describe('what cannot be audited is said with advice', () => {
  test.each([
    ['a path that does not exist', 'nowhere', 'usage', /does not exist/],
    ['a path through a file', 'file.md/x', 'usage', /does not exist/],
    ['a file', 'file.md', 'usage', /not a folder/],
    ['an impossible path', 'a\0b', 'usage', /not a usable path/],
    ['a link that leads to itself', 'loop', 'usage', /not a usable path/],
  ])('%s', async (_name, path, fault, message) => {
    folder.write({ 'file.md': 'x' }).link('loop', 'loop');
    const error = await faultOf(workingTree(`${folder.path}/${path}`));
    expect(error.message).toMatch(message);
    expect([error.fault, error.advice]).toEqual([fault, expect.stringMatching(/\w/)]);
  });

  test('a bare repository has no files on disk', async () => {
    folder.git('init', '-q', '--bare', '.');
    const error = await faultOf(workingTree(folder.path));
    expect([error.fault, error.message, error.advice]).toEqual([
      'usage',
      expect.stringContaining('bare repository'),
      expect.stringContaining('revision'),
    ]);
  });
  test('the inside of a .git folder', async () => {
    folder.write({ 'a.md': '1' }).commitAll();
    expect((await faultOf(workingTree(join(folder.path, '.git')))).fault).toBe('usage');
  });
  test('a damaged index', async () => {
    folder.write({ 'a.md': '1' }).commitAll().write({ '.git/index': 'DIRCgarbage that is no index at all' });
    const error = await faultOf(workingTree(folder.path));
    expect([error.fault, error.message]).toEqual(['repository', expect.stringContaining('index')]);
  });
  test('a damaged configuration', async () => {
    folder.write({ 'a.md': '1' }).commitAll().write({ '.git/config': '[core\n' });
    const error = await faultOf(workingTree(folder.path));
    expect([error.fault, error.message]).toEqual(['repository', expect.stringContaining('configuration')]);
  });
  test('a .git file that leads nowhere', async () => {
    folder.write({ '.git': 'gitdir: /nowhere/at/all\n', 'a.md': '1' });
    const error = await faultOf(workingTree(folder.path));
    expect([error.fault, error.message]).toEqual(['repository', expect.stringContaining('not there')]);
  });
  test('a format that this git does not know', async () => {
    folder.write({ 'a.md': '1' }).commitAll();
    folder.git('config', 'core.repositoryFormatVersion', '99');
    expect((await faultOf(workingTree(folder.path))).fault).toBe('environment');
  });
  test('a .git that is only an empty folder is no repository', async () => {
    mkdirSync(join(folder.path, '.git'));
    folder.write({ 'a.md': '1' });
    expect(await listedPaths(await workingTree(folder.path))).toEqual(['a.md']);
  });
  test('files kept elsewhere by core.worktree', async () => {
    folder.write({ 'home/a.md': '1', 'elsewhere/b.md': '2' });
    folder.git('init', '-q', 'home');
    folder.git('-C', 'home', 'config', 'core.worktree', join(folder.path, 'elsewhere'));
    expect((await faultOf(workingTree(join(folder.path, 'home')))).fault).toBe('usage');
  });
  test('faults name no internals', async () => {
    folder.write({ 'a.md': '1' }).commitAll().write({ '.git/index': 'x' });
    const { message, advice } = await faultOf(workingTree(folder.path));
    expect(`${message} ${advice}`).not.toMatch(/\n|\bat .*\.ts|core\.fsmonitor/);
  });
});

describe('without git on the machine', () => {
  const path = process.env.PATH;
  afterEach(() => {
    process.env.PATH = path;
  });
  test('a repository is read as a plain folder', async () => {
    folder.write({ '.gitignore': 'out/\n', 'a.md': '1', 'out/b.md': '2' }).commitAll();
    process.env.PATH = '/nonexistent';
    const source = await workingTree(folder.path);
    expect([source.kind, await listedPaths(source)]).toEqual(['folder', ['.gitignore', 'a.md']]);
  });
  test('a git in a relative entry of PATH is not git', async () => {
    folder.write({ 'a.md': '1', 'bin/git': '#!/bin/sh\ntouch started\n' });
    chmodSync(join(folder.path, 'bin/git'), 0o755);
    process.env.PATH = 'bin:.';
    const before = process.cwd();
    process.chdir(folder.path);
    try {
      expect(await listedPaths(await workingTree('.'))).toEqual(['a.md', 'bin/git']);
    } finally {
      process.chdir(before);
    }
  });
  test('a repository that moved is read where it is now', async () => {
    folder.write({ 'old/a.md': '1' });
    folder.git('init', '-q', 'old');
    folder.git('-C', 'old', 'add', '-A');
    renameSync(join(folder.path, 'old'), join(folder.path, 'new'));
    expect(await listedPaths(await workingTree(join(folder.path, 'new')))).toEqual(['a.md']);
  });
});
