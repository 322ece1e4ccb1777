import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { commitOf } from './commit-of.ts';
import { TemporaryFolder } from './testing/temporary-folder.ts';

let folder: TemporaryFolder;
beforeEach(() => {
  folder = new TemporaryFolder();
});
afterEach(() => folder.remove());

test('the commit and its tree, of a work tree and of a bare repository', async () => {
  folder.write({ 'a.md': 'a' }).commitAll();
  const expected = {
    commit: folder.git('rev-parse', 'HEAD'),
    tree: folder.git('rev-parse', 'HEAD^{tree}'),
  };
  expect(await commitOf(folder.path)).toEqual(expected);
  folder.git('clone', '-q', '--bare', '.', 'bare.git');
  expect(await commitOf(join(folder.path, 'bare.git'))).toEqual(expected);
});

test('the same files have the same tree', async () => {
  folder.write({ 'a.md': 'a' }).commitAll();
  const before = await commitOf(folder.path);
  folder.git('commit', '-q', '--allow-empty', '-m', 'nothing');
  const after = await commitOf(folder.path);
  expect(after?.tree).toBe(before?.tree);
  expect(after?.commit).not.toBe(before?.commit);
});

test('before the first commit there is none', async () => {
  folder.git('init', '-q');
  expect(await commitOf(folder.path)).toBeUndefined();
});

test('a folder that is no repository is a mistake of who named it', async () => {
  await expect(commitOf(folder.path)).rejects.toMatchObject({ fault: 'usage' });
});
