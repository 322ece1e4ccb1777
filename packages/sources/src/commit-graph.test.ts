import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isShallow, mergeBaseOf, parentsOf } from './commit-graph.ts';
import { TemporaryFolder } from './testing/temporary-folder.ts';

const origin = new TemporaryFolder();
const shallow = new TemporaryFolder();
afterAll(() => {
  origin.remove();
  shallow.remove();
});
const at = { first: '', topic: '', main: '', merge: '' };

beforeAll(() => {
  const commit = (message: string): string => {
    origin.git('commit', '-q', '--allow-empty', '-m', message);
    return origin.git('rev-parse', 'HEAD');
  };
  origin.git('init', '-q', '-b', 'main');
  at.first = commit('first');
  origin.git('checkout', '-q', '-b', 'topic');
  at.topic = commit(`topic\n\nparent ${'f'.repeat(40)}`);
  origin.git('checkout', '-q', 'main');
  at.main = commit('main');
  origin.git('merge', '-q', '--no-ff', '-m', 'merge', 'topic');
  at.merge = origin.git('rev-parse', 'HEAD');
  shallow.git('clone', '-q', '--depth=1', `file://${origin.path}`, '.');
});

describe('the parents of a commit', () => {
  test('are those that it names, of a merge the branch it went to first', async () => {
    expect(await parentsOf(origin.path, at.merge)).toEqual([at.main, at.topic]);
    expect(await parentsOf(origin.path, at.topic)).toEqual([at.first]);
    expect(await parentsOf(origin.path, at.first)).toEqual([]);
  });

  test('are known where a shallow clone lacks them', async () => {
    expect(await parentsOf(shallow.path, at.merge)).toEqual([at.main, at.topic]);
    expect(await parentsOf(shallow.path, at.main)).toBeUndefined();
  });

  test.each(['main', '--all', ''])('are not told of what is no id: %j', async (name) => {
    expect(await parentsOf(origin.path, name)).toBeUndefined();
  });
});

test('two commits parted where both were last', async () => {
  expect(await mergeBaseOf(origin.path, at.main, at.topic)).toBe(at.first);
  expect(await mergeBaseOf(origin.path, at.topic, at.merge)).toBe(at.topic);
  expect(await mergeBaseOf(origin.path, at.main, 'topic')).toBeUndefined();
  expect(await mergeBaseOf(shallow.path, at.merge, at.first)).toBeUndefined();
});

test('a clone is shallow or not', async () => {
  expect([await isShallow(origin.path), await isShallow(shallow.path)]).toEqual([false, true]);
});
