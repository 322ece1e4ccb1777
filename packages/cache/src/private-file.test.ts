import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readOurs, writeOurs } from './private-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipworthy-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const MOST = 100;

describe('reading', () => {
  test('a file of our own', () => {
    writeFileSync(at('a'), 'text', { mode: 0o600 });
    expect(readOurs(at('a'), MOST)?.toString()).toBe('text');
  });
  test('one that is too large', () => {
    writeFileSync(at('a'), 'x'.repeat(MOST + 1), { mode: 0o600 });
    expect(readOurs(at('a'), MOST)).toBeUndefined();
  });
  test('one that others may have written', () => {
    writeFileSync(at('a'), 'text');
    chmodSync(at('a'), 0o666);
    expect(readOurs(at('a'), MOST)).toBeUndefined();
  });
  test('a folder', () => {
    expect(readOurs(folder, MOST)).toBeUndefined();
  });
  test('a link is not followed', () => {
    writeFileSync(at('a'), 'text', { mode: 0o600 });
    symlinkSync(at('a'), at('link'));
    expect(() => readOurs(at('link'), MOST)).toThrow(/ELOOP/);
  });
  test('marks what was not used for a day', () => {
    writeFileSync(at('a'), 'text', { mode: 0o600 });
    utimesSync(at('a'), 1000, 1000);
    readOurs(at('a'), MOST, 2_000_000_000_000);
    expect(statSync(at('a')).mtimeMs).toBe(2_000_000_000_000);
    readOurs(at('a'), MOST, 2_000_000_001_000);
    expect(statSync(at('a')).mtimeMs).toBe(2_000_000_000_000);
  });
});

describe('writing', () => {
  test('makes the folder, and the file is for this account only', () => {
    writeOurs(at('new/place/a'), [Buffer.from('te'), Buffer.from('xt')]);
    expect(readOurs(at('new/place/a'), MOST)?.toString()).toBe('text');
    expect([statSync(at('new/place')).mode & 0o777, statSync(at('new/place/a')).mode & 0o777]).toEqual([0o700, 0o600]);
  });
  test('replaces a link and not what it leads to', () => {
    writeFileSync(at('precious'), 'precious');
    symlinkSync(at('precious'), at('a'));
    writeOurs(at('a'), [Buffer.from('text')]);
    expect(readOurs(at('a'), MOST)?.toString()).toBe('text');
    expect(readOurs(at('precious'), MOST)).toBeDefined();
  });
  test('a disk that is full in the middle leaves the old file and nothing else', () => {
    writeOurs(at('a'), [Buffer.from('old')]);
    function* untilFull(): Generator<Uint8Array> {
      yield Buffer.from('ne');
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    }
    expect(() => writeOurs(at('a'), untilFull())).toThrow('full');
    expect(readdirSync(folder)).toEqual(['a']);
    expect(readOurs(at('a'), MOST)?.toString()).toBe('old');
  });
});
