import { describe, expect, test } from '@jest/globals';
import { MAX_COMMENT_CHARACTERS, markerOf } from '@shipworthy/github-client';
import { annotations, resultWith } from '../testing/results.ts';
import { planComment } from './plan.ts';

describe('the comment of a result', () => {
  test('begins with its marker', () => {
    const plan = planComment(resultWith());
    expect(plan?.body).toMatch(/^<!-- shipworthy:summary:v1 key=\. hash=[0-9a-f]{16} -->\n## Nothing introduced\n/);
    expect(markerOf('summary', plan?.body ?? '')?.hash).toBe(plan?.hash);
  });

  test('there is none without a pull request', () => {
    const { pullRequest: _, ...subject } = resultWith().subject;
    expect(planComment({ ...resultWith(), subject })).toBeUndefined();
  });

  test('it stays as long as GitHub takes it, marker and all', () => {
    const long = resultWith({ comment: ({ size, of }) => (of === 'characters' ? 'ü'.repeat(size) : '') });
    expect(planComment(long)?.body).toHaveLength(MAX_COMMENT_CHARACTERS);
  });

  test.each<[string, Parameters<typeof resultWith>[0], boolean]>([
    ['nothing introduced', {}, false],
    ['something introduced', { annotations: annotations(1) }, true],
    [
      'something introduced that only warns',
      { annotations: annotations(1, { level: 'warning' }), conclusion: 'success' },
      true,
    ],
    ['not audited', { conclusion: 'failure' }, true],
  ])('%s: worth a comment is %s', (_name, change, worth) => {
    expect(planComment(resultWith(change))?.worthMaking).toBe(worth);
  });

  const hashWith = (run: string, text: string) =>
    planComment(resultWith({ subject: { run }, comment: () => `${text} [all](${run})` }))?.hash;
  test('another run that says the same is the same', () => {
    expect(hashWith('https://github.com/r/1', 'x')).toBe(hashWith('https://github.com/r/2', 'x'));
    expect(hashWith('https://github.com/r/1', 'x')).not.toBe(hashWith('https://github.com/r/1', 'y'));
  });
});
