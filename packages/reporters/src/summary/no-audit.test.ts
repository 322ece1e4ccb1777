import { expect, test } from '@jest/globals';
import { shownOf } from '../test-data/hostile-markdown.ts';
import { renderNoAudit } from './index.ts';

const said = { why: 'The base `abc` cannot be read.', advice: 'Fetch it: `git fetch origin abc`.', version: '0.1.0' };

test('says why, what helps, and what was tried', () => {
  expect(renderNoAudit({ ...said, notes: ['The clone is shallow.'] })).toBe(`## ⛔ Could not audit: this check fails

The base \`abc\` cannot be read.

Fetch it: \`git fetch origin abc\`.

> ⚠️ The clone is shallow.

---

shipworthy 0.1.0
`);
});

test('a mistake in the set-up is called one', () => {
  expect(renderNoAudit({ ...said, usage: true })).toMatch(/^## ⛔ The check is not set up right: this check fails\n/);
});

test('what is quoted is text', () => {
  const { text, html, types } = shownOf(
    renderNoAudit({ ...said, why: '</details>@everyone [x](javascript:alert(1))' }),
  );
  expect(text).not.toContain('@');
  expect(html).toEqual([]);
  expect(types).not.toContain('link_open');
});
