import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { DiskReports } from '@shipworthy/cache';
import type { RuledOutcome } from '@shipworthy/model';
import { type AskedOfBase, baseMemory } from './base-memory.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipworthy-base-'));
  mkdirSync(join(folder, 'repository'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const memory = (asked: Partial<AskedOfBase> = {}, build = 'a') =>
  baseMemory(new DiskReports({ folder: join(folder, 'cache'), repository: join(folder, 'repository'), build }), {
    commit: 'c1',
    config: null,
    rules: ['a/b'],
    profile: ['library'],
    today: '2026-01-01',
    ...asked,
  });
const outcome = (result: RuledOutcome['result']): RuledOutcome => ({
  rule: 'a/b',
  subject: { type: 'file', id: 'a', path: 'a' },
  result,
});
const gap = outcome({ outcome: 'gap', gaps: [{ messageId: 'm', message: 'M', at: { path: 'a' }, related: [] }] });
const unknown = outcome({ outcome: 'unknown', why: 'far' });

test('what a comparison looks at is told again, to the same question of the same build', () => {
  expect(memory().recall()).toBeUndefined();
  memory().keep([gap, outcome({ outcome: 'pass', evidence: [] }), unknown]);
  expect(memory().recall()).toEqual([gap, unknown]);
  expect(memory({}, 'b').recall()).toBeUndefined();
});

test.each<Partial<AskedOfBase>>([
  { commit: 'c2' },
  { config: { rules: {} } },
  { rules: ['a/b', 'a/c'] },
  { profile: ['service'] },
  { today: '2026-01-02' },
])('%j is another question', (asked) => {
  memory().keep([gap]);
  expect(memory(asked).recall()).toBeUndefined();
});
