import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { cacheFolder } from './cache-folder.ts';

const HOME = '/home/mira';

test.each<[string, NodeJS.Platform, Record<string, string>, string, string | undefined]>([
  ['the home of the account', 'linux', {}, HOME, '/home/mira/.cache/shipworthy'],
  ['the place of the desktop', 'linux', { XDG_CACHE_HOME: '/var/caches' }, HOME, '/var/caches/shipworthy'],
  ['a relative place does not count', 'linux', { XDG_CACHE_HOME: 'caches' }, HOME, '/home/mira/.cache/shipworthy'],
  ['an empty place does not count', 'linux', { XDG_CACHE_HOME: '' }, HOME, '/home/mira/.cache/shipworthy'],
  ['macOS', 'darwin', {}, '/Users/mira', '/Users/mira/Library/Caches/shipworthy'],
  ['what is asked for', 'linux', { SHIPWORTHY_CACHE_DIR: '/tmp/x', XDG_CACHE_HOME: '/y' }, HOME, '/tmp/x'],
  ['asked for from here', 'linux', { SHIPWORTHY_CACHE_DIR: 'x' }, HOME, resolve('x')],
  ['an empty wish is none', 'linux', { SHIPWORTHY_CACHE_DIR: '' }, HOME, '/home/mira/.cache/shipworthy'],
  ['an account without a home', 'linux', {}, '', undefined],
  ['Windows', 'win32', { LOCALAPPDATA: '/local' }, HOME, join('/local', 'shipworthy')],
  ['Windows without its place', 'win32', { XDG_CACHE_HOME: '/y' }, HOME, undefined],
])('%s', (_name, platform, env, home, expected) => {
  expect(cacheFolder({ env, platform, home })).toBe(expected);
});
