import { describe, expect, test } from '@jest/globals';
import { finding, ownersRule } from '../test-data/sample-audit.ts';
import { nextStep } from './next-step.ts';

const at = (path: string, line?: number) => ({ location: { path, ...(line && { line }) }, fingerprint: path });
const missing = (path: string, fingerprint: string) => ({ location: { path, absent: true as const }, fingerprint });

describe('nextStep', () => {
  test('nothing to do, nothing to say', () => {
    expect(nextStep([])).toBeUndefined();
  });

  test.each([
    [
      'the highest severity, however many gaps a lower one would clear',
      [finding({ ...at('many', 1), severity: 'warning', count: 90 }), finding(at('grave', 1))],
      'edit grave:1.',
    ],
    [
      'the edit that clears the most gaps',
      [finding(at('one', 1)), finding({ ...at('many', 1), count: 48 })],
      'edit many:1 (clears 48 gaps).',
    ],
    [
      'a missing file that several gaps wait for',
      [finding(at('one', 1)), finding(missing('new.md', 'a')), finding(missing('new.md', 'b'))],
      'add new.md (clears 2 gaps).',
    ],
    [
      'the cheapest of equals',
      [finding(missing('new.md', 'a')), finding(at('whole')), finding(at('line', 3))],
      'edit line:3.',
    ],
    ['a path is escaped', [finding(at('a\u001b', 1))], 'edit a\\x1b:1.'],
  ])('%s', (_, findings, start) => {
    expect(nextStep(findings)?.todo.startsWith(`${start} Alert QueueStuck sends `)).toBe(true);
  });

  test('says what to do and where to read on', () => {
    expect(nextStep([finding({ rule: ownersRule, message: 'Nobody owns it. Add a line.' })])).toEqual({
      todo: 'edit deploy/alerts.yaml:12. Add a line.',
      rule: 'ownership/covers',
    });
  });

  test.each([
    ['README.md names v1.2. At 2 a.m. it misleads. Name the version, e.g. v1.3.', 'Name the version, e.g. v1.3.'],
    ['Is it proposed, dropped? Add the status.', 'Add the status.'],
    ['It says nothing', 'It says nothing'],
    ['', ''],
  ])('of %j: %j', (message, deed) => {
    expect(nextStep([finding({ message })])?.todo).toBe(`edit deploy/alerts.yaml:12. ${deed}`);
  });
});
