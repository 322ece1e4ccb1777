import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { evict, MAX_AGE, MAX_UNFINISHED_AGE } from './evict.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipworthy-evict-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NOW = 2_000_000_000_000;
const LARGE = 1_000_000;

/** @param age milliseconds since it was used */
function put(name: string, age: number, bytes = 10): void {
  writeFileSync(join(folder, name), 'x'.repeat(bytes), { mode: 0o600 });
  const seconds = (NOW - age) / 1000;
  utimesSync(join(folder, name), seconds, seconds);
}

const left = (limit = LARGE): string[] => {
  evict(join(folder, 'current.facts'), NOW, limit);
  return readdirSync(folder).sort();
};

test('what was not used for long goes', () => {
  put('current.facts', MAX_AGE + 1000);
  put('old.facts', MAX_AGE + 1000);
  put('young.facts', MAX_AGE - 1000);
  expect(left()).toEqual(['current.facts', 'young.facts']);
});

test('what somebody is writing stays, what was never finished goes', () => {
  put('current.facts', 0);
  put('a.facts.12.ab.tmp', MAX_UNFINISHED_AGE - 1000);
  put('b.facts.12.ab.tmp', MAX_UNFINISHED_AGE + 1000);
  expect(left()).toEqual(['a.facts.12.ab.tmp', 'current.facts']);
});

test('beyond the limit the least lately used goes first, never the current one', () => {
  put('current.facts', 9000, 40);
  put('a.facts', 3000, 40);
  put('b.facts', 2000, 40);
  put('c.facts', 1000, 40);
  expect(left(120)).toEqual(['b.facts', 'c.facts', 'current.facts']);
  expect(left(10)).toEqual(['current.facts']);
});

test('what is not ours to remove stays', () => {
  put('current.facts', 0);
  put('notes.txt', MAX_AGE * 2);
  put('other.tmp', MAX_AGE * 2);
  mkdirSync(join(folder, 'folder.facts'));
  symlinkSync('notes.txt', join(folder, 'link.facts'));
  expect(left(0)).toEqual(['current.facts', 'folder.facts', 'link.facts', 'notes.txt', 'other.tmp']);
});
