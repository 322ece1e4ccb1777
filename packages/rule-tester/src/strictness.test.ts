import { describe, expect, test } from '@jest/globals';
import { defineRule } from '@shipworthy/rule-kit';
import { answer, dedent } from './audit-files.ts';
import { answersWith, duplicateOf, inexact, messagesUsed } from './strictness.ts';

const meta = {
  id: 'demo/holds',
  title: 'Something holds',
  stages: ['build'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'high',
  preset: 'strict',
} as const;

const rule = defineRule({
  ...meta,
  subject: 'document',
  messages: { short: '{path} is short', many: '{count} pages are short', never: 'nobody says this' },
  check({ page, path, at }, { fault, gaps, skip }) {
    const first = page.sections[0];
    if (first === undefined) return skip('empty');
    return gaps([fault('short', { path, span: first.at }, { path }, { cause: 'short', joined: 'many' })], at());
  },
});

describe('what the tester demands', () => {
  test('a repeated repository is named after the first that had it', () => {
    const seen = new Map<string, string>();
    expect(duplicateOf({ files: { a: '1', b: '2' } }, seen, 'first')).toBeUndefined();
    expect(duplicateOf({ files: { b: '2', a: '1' } }, seen, 'second')).toBe('first');
  });
  test('messages of joined findings count as used, others do not', async () => {
    const answered = await answer(rule, { files: { 'a.md': '# A\n', 'b.md': '# B\n' } });
    expect(messagesUsed(rule, answered).sort()).toEqual(['many', 'short']);
    expect(answered.findings).toEqual(['a.md:1:1 warning 2 pages are short ×2']);
  });
  test('a gap without a line is inexact', async () => {
    const vague = defineRule({
      ...meta,
      subject: 'document',
      messages: { vague: 'somewhere' },
      check: (page, { gap }) => gap('vague', { path: page.path }),
    });
    expect(inexact(await answer(vague, { files: { 'a.md': '# A\n' } }))).toEqual(['a.md: somewhere']);
    expect(inexact(await answer(rule, { files: { 'a.md': '# A\n' } }))).toEqual([]);
  });
  test('answers are read from the code of the rule', () => {
    expect(answersWith(rule, 'skip')).toBe(true);
    expect(answersWith(rule, 'unknown')).toBe(false);
  });
});

describe('dedent', () => {
  test.each([
    [
      'text that begins with a line break loses it and the shared indentation',
      '\n    a:\n      b: 1\n    ',
      'a:\n  b: 1\n',
    ],
    ['other text is left alone', '  a: 1\n', '  a: 1\n'],
    ['blank lines do not count', '\n  a\n\n  b\n', 'a\n\nb\n'],
  ])('%s', (_name, text, expected) => {
    expect(dedent(text)).toBe(expected);
  });
});
