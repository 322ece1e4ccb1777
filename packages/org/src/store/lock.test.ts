import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { takeLock } from './lock.ts';

const now = new Date('2026-11-22T10:00:00Z');
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipworthy-lock-'));
  file = join(folder, 'deep', 'lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const holder = (over: object) => JSON.stringify({ pid: process.pid, host: hostname(), since: 'long ago', ...over });

test('is taken and released', () => {
  const lock = takeLock(file, now);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid, since: '2026-11-22T10:00:00.000Z' });
  lock.release();
  expect(readdirSync(join(folder, 'deep'))).toEqual([]);
});

test('one of a living process is not taken away, and it is said who holds it', () => {
  takeLock(file, now);
  expect(() => takeLock(file, now)).toThrow(
    `the store is in use: process ${process.pid} on ${hostname()} has held it since 2026-11-22T10:00:00.000Z`,
  );
  expect(existsSync(file)).toBe(true);
});

test('one of a process that was killed is', async () => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20000)'], { stdio: 'ignore' });
  takeLock(file, now).release();
  writeFileSync(file, holder({ pid: child.pid }));
  expect(() => takeLock(file, now)).toThrow(/in use/);
  child.kill('SIGKILL');
  await once(child, 'exit');
  takeLock(file, now);
  expect(JSON.parse(readFileSync(file, 'utf8')).pid).toBe(process.pid);
});

test('one whose number another process has now is', () => {
  takeLock(file, now).release();
  writeFileSync(file, holder({ began: '1' }));
  takeLock(file, now);
  expect(JSON.parse(readFileSync(file, 'utf8')).since).toBe('2026-11-22T10:00:00.000Z');
});

test.each([
  ['of another machine', holder({ host: 'elsewhere' })],
  ['that cannot be read', 'xyz'],
])('one %s is not', (_case, content) => {
  takeLock(file, now).release();
  writeFileSync(file, content);
  expect(() => takeLock(file, now)).toThrow(/in use/);
  expect(readFileSync(file, 'utf8')).toBe(content);
});

test('where nothing can be written, it is said', () => {
  writeFileSync(join(folder, 'plain'), '');
  expect(() => takeLock(join(folder, 'plain', 'lock'), now)).toThrow(/a part of the path is a file/);
});
