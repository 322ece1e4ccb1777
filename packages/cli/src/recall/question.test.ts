import { describe, expect, test } from '@jest/globals';
import { questionOf } from './question.ts';

const ASKED = {
  path: '.',
  format: 'json',
  failOn: 'error',
  rule: [] as readonly string[],
  preset: undefined as string | undefined,
  config: undefined as string | false | undefined,
  untracked: false,
  revision: undefined as string | undefined,
  color: undefined as boolean | undefined,
  output: undefined as string | undefined,
  verbose: false,
  showExempt: false,
  cache: true,
  timing: false,
};
const ENV: NodeJS.ProcessEnv = { SHIPWORTHY_TODAY: '2026-04-01', LANG: 'C' };
const usual = questionOf(ASKED, ENV);

describe('another question', () => {
  test.each([
    { path: './other' },
    { format: 'sarif' },
    { failOn: 'warning' },
    { rule: ['alert/*'] },
    { preset: 'strict' },
    { config: false as const },
    { untracked: true },
    { revision: 'HEAD' },
    { color: true },
    { verbose: true },
    { showExempt: true },
  ])('by arguments: %j', (other) => {
    expect(questionOf({ ...ASKED, ...other }, ENV)).not.toBe(usual);
  });

  test.each<NodeJS.ProcessEnv>([
    { SHIPWORTHY_TODAY: '2026-04-02' },
    { LANG: 'de_DE.UTF-8' },
    { FORCE_COLOR: '3' },
    { FORCE_HYPERLINK: '1' },
    { GITHUB_SHA: 'a' },
    { GITHUB_REPOSITORY: 'a/b' },
    { GITHUB_SERVER_URL: 'https://git.example' },
  ])('by the environment: %j', (other) => {
    expect(questionOf(ASKED, { ...ENV, ...other })).not.toBe(usual);
  });
});

test.each([{ timing: true }, { cache: false }])('the same question: %j', (other) => {
  expect(questionOf({ ...ASKED, ...other }, ENV)).toBe(usual);
});

test('a file instead of standard output is the same question where nothing is laid out for a terminal', () => {
  expect(questionOf({ ...ASKED, output: 'report.json' }, ENV)).toBe(usual);
});

test('what the environment says besides does not matter', () => {
  expect(questionOf(ASKED, { ...ENV, EDITOR: 'ed' })).toBe(usual);
});
