import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { writeReportFiles } from './report-folder.ts';

let place: string;
let folder: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'shipworthy-pages-'));
  folder = join(place, 'report');
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

test('pages that are written no more go, and nothing else', () => {
  writeReportFiles(folder, [
    ['index.html', 'one'],
    ['teams/a~1.html', 'a'],
    ['teams/b~2.html', 'b'],
  ]);
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  writeReportFiles(folder, [
    ['index.html', 'two'],
    ['teams/b~2.html', 'b'],
  ]);
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('two');
  expect(existsSync(join(folder, 'teams/a~1.html'))).toBe(false);
  expect(existsSync(join(folder, 'teams/b~2.html'))).toBe(true);
  expect(existsSync(join(folder, 'notes.txt'))).toBe(true);
});

test('a list that leads out of the folder takes nothing away there', () => {
  writeReportFiles(folder, [['index.html', 'one']]);
  writeFileSync(join(place, 'kept.txt'), 'kept');
  writeFileSync(join(folder, '.shipworthy-pages'), '../kept.txt\n..\n/etc/hostname\n');
  writeReportFiles(folder, [['index.html', 'two']]);
  expect(existsSync(join(place, 'kept.txt'))).toBe(true);
});

test('a folder that is a file is said', () => {
  writeFileSync(folder, '');
  expect(() => writeReportFiles(folder, [['index.html', 'one']])).toThrow(
    /cannot write .*index\.html \((?:EEXIST|ENOTDIR)\)/,
  );
});
