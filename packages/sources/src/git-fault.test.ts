import { describe, expect, test } from '@jest/globals';
import { complaint, gitFault } from './git-fault.ts';

describe('what git says, in words for people', () => {
  test.each([
    [
      "fatal: detected dubious ownership in repository at '/r'\nTo add an exception",
      'environment',
      /another user/,
      /safe\.directory/,
    ],
    ["fatal: unsafe repository ('/r' is owned by someone else)", 'environment', /another user/, /safe\.directory/],
    ["fatal: cannot use bare repository '/r' (safe.bareRepository is 'explicit')", 'environment', /bare/, /[Cc]lone/],
    ['fatal: not a git repository: /gone/.git/worktrees/x', 'repository', /not there/, /worktree repair/],
    ['error: bad signature 0x00000000\nfatal: index file corrupt', 'repository', /index/, /git reset/],
    ['fatal: unknown repository extensions found:\n\tfuture', 'environment', /format/, /newer git/],
    ['fatal: Expected git repo version <= 1, found 99', 'environment', /format/, /newer git/],
    ['fatal: bad config line 1 in file .git/config', 'repository', /configuration/, /line/],
    ["fatal: cannot open '.git/index': Permission denied", 'environment', /cannot be read/, /permissions/],
    ['fatal: no answer within 120 seconds', 'repository', /given up/, /smaller/],
    ['fatal: something nobody has seen', 'repository', /something nobody has seen/, /fsck/],
    ['', 'repository', /without a word/, /fsck/],
  ])('%j', (stderr, fault, message, advice) => {
    const error = gitFault('/r', stderr);
    expect([error.fault, error.message, error.advice]).toEqual([
      fault,
      expect.stringMatching(message),
      expect.stringMatching(advice),
    ]);
  });
  test('the quote is one short line without control characters', () => {
    expect(complaint(`warning: x\nfatal: \u001b[31mred\u001b[0m ${'y'.repeat(1000)}\nmore`)).toMatch(
      /^ \[31mred \[0m y{250,290}$/,
    );
  });
});
