import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { fullAudit } from '../test-data/sample-audit.ts';
import { ANSWERED, CHECKLIST, failingChange, mendingChange } from '../test-data/sample-change.ts';
import { renderComment, renderSummary } from './index.ts';
import { FAILS, PASSES } from './testing/verdicts.ts';

/** `UPDATE_EXPECTED=1` writes what is rendered now; read the difference before you commit it. */
const UPDATE = process.env.UPDATE_EXPECTED === '1' && process.env.CI === undefined;

describe('what is rendered', () => {
  test.each<[string, () => string]>([
    [
      'summary-of-change',
      () =>
        renderSummary(failingChange(), {
          ...FAILS,
          checklist: CHECKLIST,
          notes: [
            'The base was fetched over the API: what commits say is not known.',
            'The comment was refused (403).',
          ],
        }),
    ],
    ['summary-of-mending', () => renderSummary(mendingChange(), { ...PASSES, checklist: ANSWERED })],
    ['summary-of-whole', () => renderSummary(fullAudit(), FAILS)],
    [
      'comment',
      () =>
        renderComment(failingChange(), {
          ...FAILS,
          checklist: CHECKLIST,
          run: 'https://github.com/acme/shop/actions/runs/7',
        }),
    ],
  ])('%s', (name, rendered) => {
    const file = new URL(`../markdown/golden/${name}.md`, import.meta.url);
    const text = rendered();
    if (UPDATE) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});
