import { describe, expect, test } from '@jest/globals';
import { UsageError } from '@shipworthy/audit/usage-error';
import { SourceError } from '@shipworthy/model';
import { explainError } from './explain-error.ts';

describe('explainError', () => {
  test.each([
    ['usage', new UsageError('no', 'Do this.'), 3],
    ['a wrong path', new SourceError('no', 'usage', 'Do this.'), 3],
    ['a broken repository', new SourceError('no', 'repository', 'Do this.'), 2],
    ['a machine without git', new SourceError('no', 'environment', 'Do this.'), 2],
  ])('%s', (_, error, code) => {
    expect(explainError(error, {})).toEqual({ code, text: 'shipworthy: no\n  Do this.\n' });
  });

  test.each([new TypeError('x is not a function'), 'thrown text'])(
    'a fault of the tool invites a report: %s',
    (error) => {
      const { code, text } = explainError(error, {});
      expect(code).toBe(2);
      expect(text).toMatch(/^shipworthy: internal error: .*\n {2}This is a fault of shipworthy: please report it/);
      expect(text.split('\n')).toHaveLength(3);
    },
  );

  test('the stack is shown to those who ask', () => {
    const error = new TypeError('x');
    expect(explainError(error, { SHIPWORTHY_DEBUG: '1' }).text).toContain('explain-error.test.ts');
  });

  test('what a repository smuggled into a message is escaped', () => {
    expect(explainError(new UsageError('a\u001b[2J', 'b'), {}).text).toContain('a\\x1b[2J');
  });
});
