import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fetchCommit, hasCommit } from './fetch-commit.ts';
import { gitRevision } from './git-revision.ts';
import { readAll } from './testing/answers.ts';
import { TemporaryFolder } from './testing/temporary-folder.ts';

let folder: TemporaryFolder;
let base: string;
let head: string;

beforeEach(() => {
  folder = new TemporaryFolder().write({ 'server/a.md': 'one', 'server/same.md': 'same' });
  folder.git('init', '-q', '-b', 'main', 'server');
  server('config', 'uploadpack.allowFilter', 'true');
  server('config', 'uploadpack.allowAnySHA1InWant', 'true');
  server('add', '-A');
  server('commit', '-q', '-m', 'first');
  folder.write({ 'server/a.md': 'base' });
  server('commit', '-q', '-a', '-m', 'base');
  base = server('rev-parse', 'HEAD');
  folder.write({ 'server/a.md': 'head' });
  server('commit', '-q', '-a', '-m', 'head');
  head = server('rev-parse', 'HEAD');
});
afterEach(() => folder.remove());

const server = (...args: string[]): string => folder.git('-C', 'server', ...args);
const local = (...args: string[]): string => folder.git('-C', 'local', ...args);
const path = (): string => join(folder.path, 'local');
const request = (commit = base) => ({ url: `file://${folder.path}/server`, commit });
const clone = (...options: string[]): string =>
  folder.git('clone', '-q', ...options, `file://${folder.path}/server`, 'local');

/** Everything in the repository but its objects. */
function standing(): Record<string, string> {
  const top = join(path(), '.git');
  const files = readdirSync(top, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.parentPath.startsWith(join(top, 'objects')),
  );
  return Object.fromEntries(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [file.slice(top.length + 1), readFileSync(file, 'latin1')];
    }),
  );
}

describe('a commit that a clone lacks', () => {
  test('is fetched into a shallow one, which stays shallow and says where it ends', async () => {
    clone('--depth=1');
    expect(await hasCommit(path(), base)).toBe(false);
    const { shallow: _before, ...before } = standing();
    expect(await fetchCommit(path(), request())).toEqual({ ok: true });
    const { shallow, ...after } = standing();
    expect(after).toEqual(before);
    expect(shallow?.split('\n').filter(Boolean).sort()).toEqual([base, head].sort());
    expect(await hasCommit(path(), base)).toBe(true);
    expect(await readAll(await gitRevision(path(), base), ['a.md', 'same.md'])).toEqual({
      'a.md': Buffer.from('base'),
      'same.md': Buffer.from('same'),
    });
    expect(local('log', '--format=%s', base)).toBe('base');
    local('fsck', '--no-dangling');
  });

  test('is fetched with its history into a whole one, which stays whole', async () => {
    clone();
    folder.write({ 'server/a.md': 'newer' });
    server('commit', '-q', '-a', '-m', 'newer');
    server('commit', '-q', '--allow-empty', '-m', 'newest');
    const newest = server('rev-parse', 'HEAD');
    const before = standing();
    expect(await fetchCommit(path(), request(newest))).toEqual({ ok: true });
    expect(standing()).toEqual(before);
    expect(local('rev-parse', '--is-shallow-repository')).toBe('false');
    expect(local('log', '--format=%s', newest).split('\n')).toEqual(['newest', 'newer', 'head', 'base', 'first']);
  });

  test('is fetched whole into one without contents', async () => {
    clone('--no-checkout', '--filter=blob:none', '--depth=1');
    expect(await fetchCommit(path(), request())).toEqual({ ok: true });
    expect(await readAll(await gitRevision(path(), base), ['a.md', 'same.md'])).toEqual({
      'a.md': Buffer.from('base'),
      'same.md': Buffer.from('same'),
    });
  });

  test('is fetched into a linked work tree', async () => {
    clone('--depth=1');
    local('worktree', 'add', '-q', '../linked', 'HEAD');
    const linked = join(folder.path, 'linked');
    expect(await fetchCommit(linked, request())).toEqual({ ok: true });
    expect([await hasCommit(linked, base), await hasCommit(path(), base)]).toEqual([true, true]);
  });

  test('is not asked for when it is there', async () => {
    clone();
    expect(await fetchCommit(path(), { url: 'https://127.0.0.1:9/none', commit: base })).toEqual({ ok: true });
  });

  test.each<[string, () => { url: string; commit: string }, RegExp]>([
    ['which the server lacks too', () => request('0'.repeat(40)), /does not have this commit/],
    ['of no server', () => ({ ...request(), url: `file://${folder.path}/none` }), /no git repository/],
    ['that is no id', () => request('main'), /no full commit id/],
  ])('%s, is told why not', async (_name, wanted, why) => {
    clone('--depth=1');
    const before = standing();
    expect(await fetchCommit(path(), wanted())).toMatchObject({ ok: false, why: expect.stringMatching(why) });
    expect(standing()).toEqual(before);
  });

  test('waits for nobody who changes the clone at the same time', async () => {
    clone('--depth=1');
    writeFileSync(join(path(), '.git/shallow.lock'), '');
    expect(await fetchCommit(path(), request())).toMatchObject({ ok: false, why: expect.stringContaining('lock') });
  });

  test('has no place outside of a repository', async () => {
    mkdirSync(join(folder.path, 'plain'));
    expect(await fetchCommit(join(folder.path, 'plain'), request())).toMatchObject({ ok: false });
  });
});

describe('a hostile clone', () => {
  const started = (): string[] => readdirSync(join(folder.path, 'started'));
  let trap: string;
  beforeEach(() => {
    mkdirSync(join(folder.path, 'started'));
    trap = join(folder.path, 'trap');
    folder.write({ trap: `#!/bin/sh\ntouch "${folder.path}/started/$$"\n` });
    chmodSync(trap, 0o755);
    clone('--depth=1');
    const address = `file://${folder.path}/server`;
    const settings: Record<string, string> = {
      [`url.ext::${trap}.insteadOf`]: address,
      [`url.ext::${trap} .insteadOf`]: 'file:',
      'remote.shipworthy.url': `ext::${trap}`,
      'remote.shipworthy.uploadpack': trap,
      'remote.shipworthy.vcs': 'ext',
      'remote.origin.uploadpack': trap,
      'protocol.ext.allow': 'always',
      'protocol.allow': 'always',
      'core.sshCommand': trap,
      'core.gitProxy': trap,
      'core.askPass': trap,
      'core.hooksPath': join(folder.path, 'hooks'),
      'core.fsmonitor': trap,
      'credential.helper': `!${trap}`,
      'fetch.recurseSubmodules': 'true',
      'uploadpack.packObjectsHook': trap,
      'gc.auto': '1',
      'http.proxy': 'http://127.0.0.1:9',
    };
    for (const [name, value] of Object.entries(settings)) local('config', name, value);
    for (const hook of ['reference-transaction', 'post-checkout', 'pre-auto-gc', 'post-rewrite']) {
      folder.link(`hooks/${hook}`, trap);
      folder.link(`local/.git/hooks/${hook}.own`, trap);
    }
  });

  test('the trap is real: plain git starts it', () => {
    expect(() => local('fetch', '-q', '--depth=1', `file://${folder.path}/server`, base)).toThrow();
    expect(started()).not.toEqual([]);
  });

  test('leads nowhere: the commit comes from where it was asked of, and nothing is started', async () => {
    expect(await fetchCommit(path(), request())).toEqual({ ok: true });
    expect(await readAll(await gitRevision(path(), base), ['a.md'])).toEqual({ 'a.md': Buffer.from('base') });
    expect(started()).toEqual([]);
  });
});
