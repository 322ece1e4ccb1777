import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openSource } from './open-source.ts';
import { faultOf, listedPaths, readAll } from './testing/answers.ts';
import { TemporaryFolder } from './testing/temporary-folder.ts';

const FILES = { 'README.md': 'one', 'docs/runbooks/a.md': 'two', 'ops/alerts.yaml': 'three' };
const PATHS = Object.keys(FILES);

let folder: TemporaryFolder;
beforeEach(() => {
  folder = new TemporaryFolder();
  folder.git('init', '-q', '-b', 'main', 'origin');
  new TemporaryFolder(join(folder.path, 'origin')).write(FILES);
  folder.git('-C', 'origin', 'add', '-A');
  folder.git('-C', 'origin', 'commit', '-q', '-m', 'all');
  folder.git('-C', 'origin', 'config', 'uploadpack.allowFilter', 'true');
});
afterEach(() => folder.remove());

/** Clones, with what git calls each of these commands in the clone. */
function clone(options: readonly string[], ...commands: string[][]): string {
  const path = join(folder.path, 'clone');
  folder.git('clone', '-q', ...options, `file://${join(folder.path, 'origin')}`, 'clone');
  for (const command of commands) folder.git('-C', 'clone', '-c', 'protocol.file.allow=always', ...command);
  return path;
}
const emptied = (path: string): string => {
  for (const name of ['README.md', 'docs', 'ops']) rmSync(join(path, name), { recursive: true });
  return path;
};
const textsIn = async (path: string, options = {}) => {
  const contents = await readAll(await openSource(path, options), PATHS);
  return Object.fromEntries(Object.entries(contents).map(([name, content]) => [name, String(content)]));
};

describe('a tree of which nothing is to be seen is no empty one', () => {
  const PARTIAL = ['--no-checkout', '--filter=blob:none'];
  test.each<[string, () => string, string, string]>([
    [
      'cloned without a checkout',
      () => clone(['--no-checkout']),
      'HEAD holds 3 files, and none is checked out',
      '`git checkout HEAD -- .`, or audit what is committed',
    ],
    [
      'so, and without contents',
      () => clone(PARTIAL),
      'HEAD holds 3 files, and none is checked out',
      'which fetches what this partial clone lacks',
    ],
    [
      'so, and without trees',
      () => clone(['--no-checkout', '--filter=tree:0']),
      'HEAD holds files, and none is checked out',
      'which fetches what this partial clone lacks',
    ],
    [
      'an index that was emptied',
      () => clone([], ['rm', '-r', '-q', '--cached', '.']),
      'HEAD holds 3 files, the index none, and 3 files there are not tracked',
      '`git reset` fills the index again',
    ],
    [
      'files that are gone',
      () => emptied(clone([])),
      'git tracks 3 files, and none is on disk',
      '`git checkout HEAD -- .`',
    ],
    [
      'nothing added yet',
      () => {
        folder.git('init', '-q', 'new');
        folder.write({ 'new/README.md': '# New', 'new/.gitignore': 'out\n', 'new/out/log': 'x' });
        return join(folder.path, 'new');
      },
      'git tracks none of the 2 files there, and nothing is committed yet',
      '--untracked',
    ],
  ])('%s', async (_case, path, message, advice) => {
    const fault = await faultOf(openSource(path()));
    expect(fault).toMatchObject({ fault: 'repository' });
    expect(fault.message).toContain(message);
    expect(fault.advice).toContain(advice);
  });

  test('what is staged, when nothing is', async () => {
    const fault = await faultOf(openSource(clone(['--no-checkout']), { staged: true }));
    expect(fault.message).toContain('HEAD holds 3 files, and none is checked out');
  });

  test('with untracked files, those are what there is', async () => {
    const path = clone([], ['rm', '-r', '-q', '--cached', '.']);
    expect(await listedPaths(await openSource(path, { untracked: true }))).toEqual(PATHS);
  });

  test('its commit can be read all the same', async () => {
    expect(await textsIn(clone(['--no-checkout']), { revision: 'HEAD' })).toEqual(FILES);
  });

  test.each([
    ['a new repository', ['init', '-q', 'new']],
    ['a commit without files', ['-C', 'new', 'commit', '-q', '--allow-empty', '-m', 'none']],
  ])('%s is empty', async (_case, command) => {
    folder.git('init', '-q', 'new');
    folder.git(...command);
    expect(await listedPaths(await openSource(join(folder.path, 'new')))).toEqual([]);
  });
});

describe('a sparse checkout', () => {
  test.each<[string, string[]]>([
    ['by folders', ['set', '--cone', 'ops']],
    ['by folders, with an index of folders', ['set', '--cone', '--sparse-index', 'ops']],
    ['of the root alone', ['set', '--cone']],
    ['by patterns', ['set', '--no-cone', '/*', '!/docs/']],
    ['of nothing', ['set', '--no-cone', '/nowhere/']],
  ])('%s is read as git has it', async (_case, command) => {
    const path = clone([], ['sparse-checkout', ...command]);
    expect(await textsIn(path)).toEqual(FILES);
    expect(await textsIn(path, { blobs: true })).toEqual(FILES);
  });

  test('what lies on disk all the same counts as it lies there, and what was deleted is gone', async () => {
    const path = clone([], ['sparse-checkout', 'set', '--cone', 'ops']);
    new TemporaryFolder(path).write({ 'docs/runbooks/a.md': 'written', 'ops/alerts.yaml': null });
    expect(await textsIn(path)).toEqual({ ...FILES, 'docs/runbooks/a.md': 'written', 'ops/alerts.yaml': 'absent' });
  });

  test('of a partial clone: what is on the server is said not to be here, the rest is read', async () => {
    const path = clone(['--filter=blob:none', '--sparse']);
    const source = await openSource(path);
    const details: Record<string, string> = {};
    for await (const { path: name, content } of source.read(PATHS.toReversed()))
      details[name] = content instanceof Uint8Array ? Buffer.from(content).toString() : content.detail;
    expect(details).toEqual({
      'README.md': 'one',
      'docs/runbooks/a.md': expect.stringContaining('not in this partial clone'),
      'ops/alerts.yaml': expect.stringContaining('not in this partial clone'),
    });
    // What the message advises is what helps.
    folder.git('-C', 'clone', '-c', 'maintenance.auto=false', 'fetch', '-q', '--refetch', '--no-filter');
    expect(await textsIn(path)).toEqual(FILES);
  });
});

describe('a revision of a partial clone', () => {
  test('is refused where contents are left out', async () => {
    const source = await openSource(clone(['--filter=blob:none', '--sparse']), { revision: 'HEAD' });
    const fault = await faultOf(readAll(source, PATHS));
    expect(fault).toMatchObject({ fault: 'repository' });
    expect(fault.message).toContain(
      'the contents of 2 files that are asked for are not in this clone, a partial one (blob:none)',
    );
    expect(fault.advice).toContain('git fetch --refetch --no-filter');
  });

  test('is read where what is asked for is there', async () => {
    const path = clone(['--filter=blob:none', '--sparse']);
    const source = await openSource(path, { revision: 'HEAD' });
    expect(String((await readAll(source, ['README.md']))['README.md'])).toBe('one');
  });

  test('is read but for the large files, where those alone are left out', async () => {
    new TemporaryFolder(join(folder.path, 'origin')).write({ 'docs/runbooks/a.md': 'x'.repeat(5000) });
    folder.git('-C', 'origin', 'commit', '-q', '-a', '-m', 'large');
    const path = clone(['--filter=blob:limit=1k', '--no-checkout']);
    expect(await textsIn(path, { revision: 'HEAD' })).toEqual({ ...FILES, 'docs/runbooks/a.md': 'unreadable' });
  });
});

describe('a pointer of Git LFS', () => {
  const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12345\n`;
  test.each([
    ['on disk', {}],
    ['committed', { revision: 'HEAD' }],
    ['staged', { staged: true }],
  ])('%s is not the file', async (_case, options) => {
    const origin = new TemporaryFolder(join(folder.path, 'origin'));
    origin.write({ 'docs/runbooks/a.md': POINTER, 'README.md': `A page on it:\n${POINTER}` });
    origin.git('commit', '-q', '-a', '-m', 'pointer');
    expect(await textsIn(origin.path, options)).toEqual({
      ...FILES,
      'README.md': `A page on it:\n${POINTER}`,
      'docs/runbooks/a.md': 'unreadable',
    });
  });
});
