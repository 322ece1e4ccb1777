import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { EXIT } from '@shipworthy/audit/exit-codes';
import { renderSarif } from '@shipworthy/reporters/sarif';
import type { CheckResult } from '../check-result.ts';
import { publish } from './publish.ts';
import { sarifCategory } from './sarif.ts';
import { annotations, EMPTY_AUDIT, resultWith } from './testing/results.ts';
import { scene, sceneOfTests, TOKENS } from './testing/scene.ts';

const here = sceneOfTests();

const SARIF = renderSarif(EMPTY_AUDIT, { category: sarifCategory('services/billing') });
const ALL = { checkRun: true, comment: true, sarif: SARIF };
const failing = (): CheckResult => resultWith({ annotations: annotations(1), subject: { head: here.disk.head } });
const outcomes = (published: Awaited<ReturnType<typeof publish>>) =>
  published.map(({ what, outcome }) => `${what}: ${outcome}`);

describe('where a result is shown', () => {
  test('everywhere, in this order, and again without a change', async () => {
    expect(outcomes(await publish(failing(), ALL, here.client()))).toEqual([
      'check-run: made',
      'comment: made',
      'sarif: made',
    ]);
    expect(here.asked()).toEqual([
      'checks/list-for-ref',
      'checks/create',
      'issues/list-comments',
      'pulls/get',
      'issues/create-comment',
      'issues/list-comments',
      'code-scanning/upload-sarif',
    ]);
    expect(outcomes(await publish(failing(), ALL, here.client()))).toEqual([
      'check-run: unchanged',
      'comment: unchanged',
      'sarif: made',
    ]);
    expect(here.asked()).toEqual(['checks/list-for-ref', 'issues/list-comments', 'code-scanning/upload-sarif']);
  });

  test('nowhere, nothing is asked', async () => {
    expect(await publish(failing(), { checkRun: false, comment: false }, here.client())).toEqual([]);
    expect(here.asked()).toEqual([]);
  });

  test('code scanning gets the file as it is, with its commit', async () => {
    await publish(failing(), { checkRun: false, comment: false, sarif: SARIF }, here.client());
    expect(here.repository.uploads).toMatchObject([{ commit: here.disk.head, ref: 'refs/pull/7/head', sarif: SARIF }]);
    expect(SARIF).toContain('"id": "shipworthy/services/billing/"');
  });

  const withoutAudit = (): CheckResult => {
    const { audit: _, ...rest } = failing();
    return { ...rest, code: EXIT.notAudited };
  };
  test.each<[string, () => CheckResult, string]>([
    ['what was not audited', withoutAudit, 'could not be audited'],
    [
      'what was audited with a rule that broke',
      () => ({ ...failing(), code: EXIT.notAudited }),
      'could not be audited',
    ],
    [
      'what a merge queue tries',
      () => ({ ...failing(), subject: { ...failing().subject, ref: 'refs/heads/gh-readonly-queue/main/pr-7-0' } }),
      'merge queue',
    ],
  ])('code scanning is not told of %s', async (_name, result, why) => {
    const published = await publish(result(), { checkRun: false, comment: false, sarif: SARIF }, here.client());
    expect(published).toEqual([{ what: 'sarif', outcome: 'not-needed', why: expect.stringContaining(why) }]);
    expect(here.repository.uploads).toEqual([]);
  });
});

describe('what fails', () => {
  test('for a fork is told of each, with what it lacks', async () => {
    const published = await publish(failing(), ALL, here.client('token-of-a-fork'));
    expect(published).toEqual([
      {
        what: 'check-run',
        outcome: 'failed',
        note: expect.stringMatching(/^The check run was not made: .*checks: write.*forks/),
      },
      {
        what: 'comment',
        outcome: 'failed',
        note: expect.stringMatching(/^The comment was not written: .*pull-requests: write/),
      },
      {
        what: 'sarif',
        outcome: 'failed',
        note: expect.stringMatching(/^The findings were not handed to code scanning: .*security-events: write/),
      },
    ]);
  });

  test('stops nothing else', async () => {
    here.server.faults.add({ answer: 'bad-gateway', operation: 'checks/create' });
    here.server.faults.add({ answer: 'html', operation: 'issues/list-comments' });
    expect(outcomes(await publish(failing(), ALL, here.client()))).toEqual([
      'check-run: failed',
      'comment: failed',
      'sarif: made',
    ]);
  });

  test.each(['unauthorized', 'primary-limit'] as const)(
    'for good (%s) is not tried again elsewhere',
    async (answer) => {
      here.server.faults.add({ answer });
      const published = await publish(failing(), ALL, here.client());
      expect(outcomes(published)).toEqual(['check-run: failed', 'comment: failed', 'sarif: failed']);
      expect(here.asked()).toEqual(['checks/list-for-ref']);
    },
  );

  test('when a token ends in mid-run, what was shown stays', async () => {
    here.server.faults.add({ answer: 'unauthorized', after: 2 });
    const published = await publish(failing(), ALL, here.client());
    expect(outcomes(published)).toEqual(['check-run: made', 'comment: failed', 'sarif: failed']);
    expect(published[1]?.note).toContain('in the middle of the run');
  });

  test('is a mistake of our own: it is told as well', async () => {
    const broken = {
      ...failing(),
      comment: () => {
        throw new Error('oops');
      },
    };
    const published = await publish(broken, ALL, here.client());
    expect(outcomes(published)).toEqual(['check-run: made', 'comment: failed', 'sarif: made']);
    expect(published[1]?.note).toBe(
      'The comment was not written: internal error (oops). This is a fault of shipworthy: please report it.',
    );
  });

  test('because a commit is unknown is told', async () => {
    const unknown = resultWith({ annotations: annotations(1), subject: { head: 'f'.repeat(40) } });
    const published = await publish(unknown, { checkRun: true, comment: false }, here.client());
    expect(outcomes(published)).toEqual(['check-run: failed']);
  });

  test('where code scanning is off says what to do', async () => {
    const off = await scene(here.disk, { codeScanning: 'off' });
    const [published] = await publish(failing(), { checkRun: false, comment: false, sarif: SARIF }, off.client());
    expect(published).toMatchObject({
      outcome: 'failed',
      note: expect.stringMatching(/code scanning.*leave the upload off/s),
    });
    await off.server.close();
  });

  test('where code scanning is not known says what may be the matter', async () => {
    here.server.faults.add({ answer: 'not-found', operation: 'code-scanning/upload-sarif' });
    const [published] = await publish(failing(), { checkRun: false, comment: false, sarif: SARIF }, here.client());
    expect(published).toMatchObject({ outcome: 'failed', note: expect.stringContaining('Code scanning may be off') });
  });

  test('because the file is too large is told without sending it', async () => {
    const random = randomBytes(12_000_000).toString('base64');
    const [published] = await publish(failing(), { checkRun: false, comment: false, sarif: random }, here.client());
    expect(published).toMatchObject({
      outcome: 'failed',
      note: expect.stringContaining('larger than code scanning takes'),
    });
    expect(here.asked()).toEqual([]);
  });

  test('never tells a token', async () => {
    for (const answer of ['unauthorized', 'forbidden', 'sso', 'html', 'reset', 'secondary-limit'] as const) {
      here.server.faults.clear();
      here.server.faults.add({ answer, ...(answer === 'secondary-limit' ? { retryAfter: 600 } : {}) });
      const told = JSON.stringify(await publish(failing(), ALL, here.client()));
      expect(told).toContain('failed');
      for (const token of Object.keys(TOKENS)) expect(told).not.toContain(token);
    }
  });
});
