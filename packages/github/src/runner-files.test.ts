import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addSummary, setOutputs, writeReports } from './runner-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'shipworthy-runner-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'file');
beforeEach(() => writeFileSync(file, ''));

describe('the summary', () => {
  test.each([
    ['all of it', 0, 1_000_000],
    ['what is left', 400_000, 600_000],
  ])('is offered %s', (_, before, room) => {
    writeFileSync(file, 'b'.repeat(before));
    const added = addSummary(file, (bytes) => {
      expect(bytes).toBeLessThanOrEqual(room);
      expect(bytes).toBeGreaterThan(room - 10);
      return 'ä'.repeat(Math.floor(bytes / 2));
    });
    expect(added).toBe(true);
    expect(readFileSync(file).length).toBeLessThanOrEqual(1_000_000);
  });

  test.each([
    ['no room is left', 997_000, 'text'],
    ['it is longer than asked', 0, 'x'.repeat(1_000_001)],
  ])('is left as it is where %s', (_, before, text) => {
    writeFileSync(file, 'b'.repeat(before));
    expect(addSummary(file, () => text)).toBe(false);
    expect(readFileSync(file).length).toBe(before);
  });

  test('of a runner without one is nothing', () => {
    expect(addSummary(undefined, () => 'x')).toBe(false);
  });
});

test('no value of an output ends itself', () => {
  setOutputs(file, { one: 'a\nend\nresult<<end\nx', two: '' });
  const text = readFileSync(file, 'utf8');
  const [, end = ''] = /^one<<(\S+)$/m.exec(text) ?? [];
  expect(end).toMatch(/^end_[0-9a-f-]{36}$/);
  expect(text).toBe(`one<<${end}\na\nend\nresult<<end\nx\n${end}\ntwo<<${end}\n\n${end}\n`);
});

test('reports of several steps lie apart', () => {
  const [one, other] = [writeReports(folder, { 'a.json': '1' }), writeReports(folder, { 'a.json': '2' })];
  expect(readFileSync(one.get('a.json') ?? '', 'utf8') + readFileSync(other.get('a.json') ?? '', 'utf8')).toBe('12');
});
