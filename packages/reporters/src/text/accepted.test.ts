import { expect, test } from '@jest/globals';
import type { AuditedOutcome } from '@shipworthy/model';
import { acceptedLines } from './accepted.ts';
import { styleFor } from './style.ts';

const style = styleFor({ color: 0, width: 80, hyperlinks: false });
const of = (result: AuditedOutcome['result'], path = 'a.yaml'): AuditedOutcome => ({
  rule: 'alert/has-owner',
  subject: 'alert:x',
  result,
  evidence: [{ path, line: 3 }],
});

test('who accepted what, and until when', () => {
  const gaps = [{ message: 'A names no team.', at: { path: 'a.yaml' } }];
  expect(
    acceptedLines(
      [
        of({ outcome: 'exempt', by: 'exemption', why: 'retired', owner: 'team-a', expires: '2026-12-31', gaps }),
        of({ outcome: 'exempt', by: 'suppression', why: 'shared\u001b[31m', gaps }),
        of({ outcome: 'declared', why: 'kept at https://wiki' }),
        of({ outcome: 'unknown', why: 'a wiki' }),
      ],
      style,
    ),
  ).toEqual([
    'Exempt or declared',
    '  alert/has-owner',
    '    a.yaml:3: A names no team.',
    '    exempt: retired (team-a, until 2026-12-31)',
    '  alert/has-owner',
    '    a.yaml:3: A names no team.',
    '    suppressed: shared\\x1b[31m',
    '  alert/has-owner (declared elsewhere)',
    '    kept at https://wiki',
    '',
  ]);
});

test('nothing accepted, nothing said', () => {
  expect(acceptedLines([of({ outcome: 'pass', evidence: [] })], style)).toEqual([]);
});
