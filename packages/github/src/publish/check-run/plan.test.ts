import { describe, expect, test } from '@jest/globals';
import { MAX_OUTPUT_BYTES } from '@shipworthy/github-client';
import { annotations, resultWith } from '../testing/results.ts';
import { MAX_ANNOTATIONS, planCheckRun } from './plan.ts';

describe('the check run of a result', () => {
  test('is of the commit that people see, with the verdict of the check', () => {
    expect(planCheckRun(resultWith({ annotations: annotations(1) }))).toMatchObject({
      name: 'shipworthy findings',
      headSha: '0'.repeat(40),
      conclusion: 'failure',
      detailsUrl: 'https://github.com/octo/demo/actions/runs/1/attempts/1',
      title: '1 introduced: this check fails',
    });
  });

  test('has the name of the folder that was audited', () => {
    const { name } = planCheckRun(resultWith({ subject: { path: 'services/billing' } }));
    expect(name).toBe('shipworthy findings (services/billing)');
  });

  test.each([
    ['a few', 3, 3, undefined],
    ['as many as there is room for', MAX_ANNOTATIONS, MAX_ANNOTATIONS, undefined],
    [
      'one too many',
      MAX_ANNOTATIONS + 1,
      MAX_ANNOTATIONS,
      '250 of 251 findings stand beside their lines, the worst first. 1 has no',
    ],
    [
      'far too many',
      3_000,
      MAX_ANNOTATIONS,
      '250 of 3000 findings stand beside their lines, the worst first. 2750 have no',
    ],
  ])('annotates %s', (_name, count, kept, said) => {
    const plan = planCheckRun(resultWith({ annotations: annotations(count) }));
    expect(plan.annotations.map(({ startLine }) => startLine)).toEqual(Array.from({ length: kept }, (_, n) => n + 1));
    expect(Buffer.byteLength(plan.summary)).toBeLessThanOrEqual(MAX_OUTPUT_BYTES);
    if (said === undefined) expect(plan.summary).not.toContain('beside their lines');
    else expect(plan.summary).toContain(said);
  });

  test('says how many findings have no line', () => {
    const nowhere = { level: 'error', title: 'a/b', message: 'Nobody owns it.' } as const;
    const { annotations: kept, summary } = planCheckRun(resultWith({ annotations: [...annotations(1), nowhere] }));
    expect(kept).toHaveLength(1);
    expect(summary).toContain('1 of 2 findings stand beside their lines, the worst first. 1 has no line to stand at');
  });

  test.each<[string, Parameters<typeof resultWith>[0], boolean]>([
    ['another run of the workflow', { subject: { run: 'https://github.com/octo/demo/actions/runs/2' } }, true],
    ['another finding', { annotations: annotations(3) }, false],
    ['another title', { title: 'x' }, false],
    ['another summary', { summary: () => 'x' }, false],
    ['another verdict', { conclusion: 'success' }, false],
  ])('%s: the same content is %s', (_name, change, same) => {
    const id = (of: Parameters<typeof resultWith>[0]) =>
      planCheckRun(resultWith({ annotations: annotations(2), ...of })).externalId;
    expect(id(change) === id({})).toBe(same);
  });
});
