import { describe, expect, test } from '@jest/globals';
import { annotations, resultWith } from '../testing/results.ts';
import { sceneOfTests } from '../testing/scene.ts';
import { publishCheckRun } from './publish.ts';

const here = sceneOfTests();

const withFindings = (count: number, head = here.disk.head) =>
  resultWith({ annotations: annotations(count), subject: { head } });
const lines = (run: { readonly annotations: readonly unknown[] } | undefined) =>
  run?.annotations.map((each) => (typeof each === 'object' && each && 'start_line' in each ? each.start_line : each));
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
const LOOK = 'checks/list-for-ref';

describe('a check run', () => {
  test.each([
    [0, 0, []],
    [50, 50, []],
    [51, 51, ['checks/update']],
    [120, 120, ['checks/update', 'checks/update']],
    [3_000, 250, ['checks/update', 'checks/update', 'checks/update', 'checks/update']],
  ])('of %i findings has %i annotations in their order', async (count, kept, more) => {
    const published = await publishCheckRun(withFindings(count), here.client());
    expect(published).toEqual({ what: 'check-run', outcome: 'made', url: expect.stringContaining('http') });
    expect(here.asked()).toEqual([LOOK, 'checks/create', ...more]);
    expect(here.repository.checkRuns).toMatchObject([
      {
        name: 'shipworthy findings',
        headSha: here.disk.head,
        status: 'completed',
        conclusion: count === 0 ? 'success' : 'failure',
      },
    ]);
    expect(lines(here.repository.checkRuns[0])).toEqual(upTo(kept));
  });

  test('that is there already is left alone', async () => {
    await publishCheckRun(withFindings(120), here.client());
    here.asked();
    const again = await publishCheckRun(withFindings(120), here.client());
    expect(again).toMatchObject({ outcome: 'unchanged', url: expect.stringContaining('http') });
    expect(here.asked()).toEqual([LOOK]);
    expect(here.repository.checkRuns).toHaveLength(1);
  });

  test('is made anew when it says something else, also what it said once before', async () => {
    for (const count of [1, 2, 1]) {
      const published = await publishCheckRun(withFindings(count), here.client());
      expect(published.outcome).toBe('made');
    }
    expect(here.repository.checkRuns.map((run) => run.annotations.length)).toEqual([1, 2, 1]);
  });

  test('that was broken off has its verdict, says so, and is brought to its end by the next run', async () => {
    here.server.faults.add({ answer: 'unauthorized', operation: 'checks/update', after: 1 });
    const broken = await publishCheckRun(withFindings(170), here.client());
    expect(broken).toMatchObject({
      outcome: 'failed',
      url: expect.stringContaining('http'),
      note: expect.stringMatching(/^The check run has 100 of 170 annotations, the worst ones: .*token.*\. /),
    });
    expect(here.repository.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
    here.server.faults.clear();
    const mended = await publishCheckRun(withFindings(170), here.client());
    expect(mended.outcome).toBe('edited');
    expect(here.repository.checkRuns).toHaveLength(1);
    expect(lines(here.repository.checkRuns[0])).toEqual(upTo(170));
  });

  test('waits where GitHub asks for it', async () => {
    here.server.faults.add({ answer: 'secondary-limit', operation: 'checks/create', times: 1 });
    const published = await publishCheckRun(withFindings(1), here.client());
    expect(published.outcome).toBe('made');
    expect(here.repository.checkRuns).toHaveLength(1);
  });

  test.each([
    ['the token of a fork', 'token-of-a-fork', /checks: write/, /forks and of Dependabot never get it/],
    ['the token of a person', 'token-of-a-person', /GitHub App/, /Only apps make check runs/],
  ] as const)('is refused to %s, with words', async (_name, token, words, advice) => {
    await expect(publishCheckRun(withFindings(1), here.client(token))).rejects.toMatchObject({
      reason: 'forbidden',
      message: expect.stringMatching(words),
      advice: expect.stringMatching(advice),
    });
    expect(here.repository.checkRuns).toEqual([]);
  });
});
