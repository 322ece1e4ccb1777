import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { releaseBefore } from './release-before.ts';
import { GitFolder } from './testing/index.ts';

let git: GitFolder;
beforeEach(() => {
  git = new GitFolder();
});
afterEach(() => git.remove());

const head = (): string => git.git('rev-parse', 'HEAD').trim();

test('the highest version, and not the newest tag', async () => {
  git.commit({ a: '1' });
  for (const tag of ['v1.9.0', 'v1.10.0', 'v1.9.1', 'v2.0.0-rc.1', 'api/v3.0.0', 'nightly', '1.2']) git.git('tag', tag);
  expect(await releaseBefore(git.path, head())).toBe('v1.10.0');
});

test('of a branch that is not merged', async () => {
  git.commit({ a: '1' });
  git.git('checkout', '-q', '-b', 'release');
  git.commit({ a: '2' });
  git.git('tag', '1.1');
  git.git('checkout', '-q', '-');
  expect(await releaseBefore(git.path, head())).toBe('1.1');
});

test('none that was made afterwards', async () => {
  git.commit({ a: '1' });
  git.git('tag', 'v1.0.0');
  const then = head();
  git.write({ tag: `object ${then}\ntype commit\ntag v1.1.0\ntagger Ann <a@b> 2145916800 +0000\n\nlater\n` });
  git.git('update-ref', 'refs/tags/v1.1.0', git.git('hash-object', '-t', 'tag', '-w', 'tag').trim());
  expect(await releaseBefore(git.path, then)).toBe('v1.0.0');
});

test('undefined where no tag is a version', async () => {
  git.commit({ a: '1' });
  expect(await releaseBefore(git.path, head())).toBeUndefined();
});
