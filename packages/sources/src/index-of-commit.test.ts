import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { indexOfCommit } from './index-of-commit.ts';
import { TemporaryFolder } from './testing/temporary-folder.ts';

let folder: TemporaryFolder;
beforeEach(() => {
  folder = new TemporaryFolder();
  folder.git('init', '-q', 'one');
  folder.git('init', '-q', 'other');
  folder.write({ 'one/docs/a.md': 'a' });
});
afterEach(() => folder.remove());

test.each<[string, string | undefined, string | undefined]>([
  ['none', undefined, undefined],
  ['an empty name', '', undefined],
  ['that of a commit', 'one/.git/index.lock', 'one/.git/index.lock'],
  ['that of another repository', 'other/.git/index.lock', undefined],
  ['a file elsewhere', 'index', undefined],
  ['a folder that is not there', 'one/.git/nowhere/index', undefined],
])('%s', async (_case, named, expected) => {
  const at = (path: string | undefined) => (path ? join(folder.path, path) : path);
  for (const audited of ['one', 'one/docs'])
    expect(await indexOfCommit(join(folder.path, audited), { GIT_INDEX_FILE: at(named) })).toBe(at(expected));
});

test('a relative name is one below the top of the work tree', async () => {
  const one = join(folder.path, 'one');
  expect(await indexOfCommit(join(one, 'docs'), { GIT_INDEX_FILE: '.git/index' })).toBe(join(one, '.git/index'));
});
