import { describe, expect, test } from '@jest/globals';
import { type PlannedRequest, plan } from './plan.ts';
import { annotations, EMPTY_AUDIT, resultWith } from './testing/results.ts';

const ALL = { checkRun: true, comment: true, sarif: '{}' };
const operations = (requests: readonly PlannedRequest[]): string[] => requests.map(({ operation }) => operation);
const withoutAudit = () => {
  const { audit: _, ...rest } = resultWith({ conclusion: 'failure', code: 2 });
  return rest;
};
const withoutPull = () => {
  const { pullRequest: _, ...subject } = resultWith().subject;
  return { ...resultWith(), subject };
};

describe('what would be sent', () => {
  test.each([
    ['nothing wanted', resultWith(), { checkRun: false, comment: false }, []],
    ['nothing introduced', resultWith(), ALL, ['checks/create', 'issues/update-comment', 'code-scanning/upload-sarif']],
    [
      'findings',
      resultWith({ annotations: annotations(1) }),
      ALL,
      ['checks/create', 'issues/create-comment', 'issues/update-comment', 'code-scanning/upload-sarif'],
    ],
    ['no pull request', withoutPull(), ALL, ['checks/create', 'code-scanning/upload-sarif']],
    ['no audit', withoutAudit(), ALL, ['checks/create', 'issues/create-comment', 'issues/update-comment']],
    [
      'a rule that broke',
      resultWith({ audit: EMPTY_AUDIT, code: 2, conclusion: 'failure' }),
      { checkRun: false, comment: false, sarif: '{}' },
      [],
    ],
  ])('%s', (_name, result, wanted, expected) => {
    expect(operations(plan(result, wanted))).toEqual(expected);
  });

  test.each([
    [50, [50]],
    [51, [50, 1]],
    [120, [50, 50, 20]],
    [3_000, [50, 50, 50, 50, 50]],
  ])('%i annotations fit the requests', (count, sizes) => {
    const requests = plan(resultWith({ annotations: annotations(count) }), { checkRun: true, comment: false });
    expect(requests.map(({ sends: { annotations: sent } }) => (Array.isArray(sent) ? sent.length : -1))).toEqual(sizes);
    expect(requests.map(({ sends }) => 'conclusion' in sends)).toEqual(sizes.map((_, n) => n === 0));
  });
});
