import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isInside, physicalPath, repositoryAround } from './inside.ts';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'shipworthy-inside-')));
  mkdirSync(join(folder, 'repository/.git'), { recursive: true });
  mkdirSync(join(folder, 'repository/sub'));
  symlinkSync('repository', join(folder, 'link'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['repository', 'repository'],
  ['link/sub', 'repository/sub'],
  ['link/not/there', 'repository/not/there'],
  ['not/there', 'not/there'],
])('the physical path of %s', (path, expected) => {
  expect(physicalPath(join(folder, path))).toBe(join(folder, expected));
});

test('the repository around a folder', () => {
  expect(repositoryAround(join(folder, 'repository/sub'))).toBe(join(folder, 'repository'));
  expect(repositoryAround(join(folder, 'repository'))).toBe(join(folder, 'repository'));
});

test.each([
  ['/a', '/a', true],
  ['/a/b', '/a', true],
  ['/a/..b', '/a', true],
  ['/ab', '/a', false],
  ['/', '/a', false],
  ['/b/a', '/a', false],
])('%s in %s: %s', (path, outer, expected) => {
  expect(isInside(path, outer)).toBe(expected);
});
