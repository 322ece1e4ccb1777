import { describe, expect, test } from '@jest/globals';
import type { CheckRunAnnotation } from '@shipworthy/github-client';
import type { CheckAnnotation } from '../../check-result.ts';
import { runAnnotation } from './annotations.ts';

const SAID = { level: 'error', title: 'a/b', message: 'Gone.' } as const;
const FAILURE = { level: 'failure', title: 'a/b', message: 'Gone.' } as const;

describe('an annotation', () => {
  test.each<[string, Partial<CheckAnnotation>, Partial<CheckRunAnnotation>]>([
    ['of a line', { line: 3 }, { startLine: 3, endLine: 3 }],
    [
      'of a part of a line ends with its last column',
      { line: 3, column: 5, endLine: 3, endColumn: 9 },
      { startLine: 3, endLine: 3, startColumn: 5, endColumn: 8 },
    ],
    [
      'of a place between two letters',
      { line: 3, column: 5, endLine: 3, endColumn: 5 },
      { startLine: 3, endLine: 3, startColumn: 5, endColumn: 5 },
    ],
    ['of a beginning', { line: 3, column: 5 }, { startLine: 3, endLine: 3, startColumn: 5, endColumn: 5 }],
    ['of several lines has no columns', { line: 3, column: 5, endLine: 4, endColumn: 2 }, { startLine: 3, endLine: 4 }],
    ['that would end before it begins', { line: 3, endLine: 2 }, { startLine: 3, endLine: 3 }],
    ['of a file is on its first line', {}, { startLine: 1, endLine: 1 }],
    ['of what is missing is where the result says', { missing: true }, { startLine: 1, endLine: 1 }],
    ['that warns', { level: 'warning', line: 1 }, { level: 'warning', startLine: 1, endLine: 1 }],
    [
      'shows what does not show itself',
      { line: 1, title: 'a\u202eb', message: 'x\ny\u0000\ud800' },
      { startLine: 1, endLine: 1, title: 'a\\u202eb', message: 'x\\ny\\x00\\ud800' },
    ],
  ])('%s', (_name, change, expected) => {
    expect(runAnnotation({ ...SAID, path: 'x.md', ...change })).toEqual({ ...FAILURE, path: 'x.md', ...expected });
  });

  test.each([undefined, '', 'a\nb', 'gnp.\u202eexe', '\ud800'])('at %j there is none', (path) => {
    expect(runAnnotation({ ...SAID, ...(path === undefined ? {} : { path }), line: 1 })).toBeUndefined();
  });
});
