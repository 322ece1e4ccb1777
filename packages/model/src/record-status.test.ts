import { expect, test } from '@jest/globals';
import { DEFAULT_VOCABULARY, recordStateOf } from './index.ts';

test.each([
  ['✅ Accepted', 'accepted'],
  ['Accepted (extended by ADR-9)', 'accepted'],
  ['Accepted — supersedes ADR-3', 'accepted'],
  ['Accepted, superseded by ADR-12', 'superseded'],
  ['Implemented ([#8](x)); graduated from RFC 12. Decisions 2 and 3 are superseded', 'accepted'],
  ['Accepted. Section 4 was superseded by ADR-12', 'accepted'],
  ['Accepted; decision superseded by ADR-12', 'superseded'],
  ['Superseded by ADR-12 (was accepted)', 'superseded'],
  ['Not accepted', 'rejected'],
  ['in-progress', 'accepted'],
  ['Decision proposed; accepting feedback', 'proposed'],
  ['Reopened', undefined],
  ['proposed | accepted | rejected', 'unfilled'],
  ['Proposed/Accepted/Deprecated/Superseded', 'unfilled'],
  ['accepted/implemented', 'accepted'],
  ['Akzeptiert', 'accepted'],
  ['採択（Accepted）', 'accepted'],
  ['撤回', 'rejected'],
  ['已接受', 'accepted'],
  ['', undefined],
])('%j', (text, state) => {
  expect(recordStateOf(DEFAULT_VOCABULARY, text)).toBe(state);
});
