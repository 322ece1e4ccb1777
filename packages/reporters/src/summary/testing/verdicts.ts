import type { SummaryOptions } from '../index.ts';

/** The page of any rule. */
const page = () =>
  '# a/b\n\nTitle.\n\n## Why\n\nAt night **nobody** knows.\n\n## What counts\n\nx\n\n## How to fix\n\nWrite it.\n';
/** Of a check that fails. */
export const FAILS: SummaryOptions = {
  verdict: { code: 1, failOn: 'error' },
  page,
  repository: 'https://github.com/acme/shop',
};
/** Of one that passes. */
export const PASSES: SummaryOptions = { ...FAILS, verdict: { code: 0, failOn: 'error' } };
