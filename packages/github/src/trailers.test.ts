import { expect, test } from '@jest/globals';
import { trailersOf } from './trailers.ts';

test.each([
  ['Rollback: a subject is none', []],
  ['Subject\n\nText with a colon: here.\nAnd more\nand more\nand more\nand more', []],
  ['Subject\n\nRollback: revert\r\n\r\n', [['rollback', 'revert']]],
  [
    'Subject\n\nBody: of text\n\nSigned-off-by: Ann <a@example.com>\nDecision :ADR-12',
    [
      ['signed-off-by', 'Ann <a@example.com>'],
      ['decision', 'ADR-12'],
    ],
  ],
  [
    'Subject\n\nRollback: revert,\n  then deploy\nFlag: none',
    [
      ['rollback', 'revert, then deploy'],
      ['flag', 'none'],
    ],
  ],
  ['Subject\n\nEmpty:\nSecond: 2', [['second', '2']]],
])('%j', (message, found) => {
  expect(trailersOf(message)).toEqual(found.map(([key, value]) => ({ key, value })));
});
