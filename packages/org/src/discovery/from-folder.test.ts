import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DiscoveredRepository } from './discovered.ts';
import { fromFolder } from './from-folder.ts';

let root: string;
let found: ReadonlyMap<string, DiscoveredRepository>;

function git(...args: string[]): void {
  const { status, stderr } = spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

function clone(name: string): string {
  const path = join(root, name);
  mkdirSync(path, { recursive: true });
  git('init', '-q', path);
  writeFileSync(join(path, 'README.md'), `# ${name}\n`);
  git('-C', path, 'add', '-A');
  git('-C', path, 'commit', '-q', '-m', 'all');
  return path;
}

async function readme(repository: DiscoveredRepository | undefined): Promise<string | undefined> {
  const opened = await repository?.open();
  for await (const { content } of opened?.source.read(['README.md']) ?? [])
    if (content instanceof Uint8Array) return Buffer.from(content).toString();
  return undefined;
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'shipworthy-clones-'));
  const plain = clone('plain');
  clone('owner/nested');
  clone('owner/group/too-deep');
  git('clone', '-q', '--bare', plain, join(root, 'bare'));
  git('init', '-q', join(root, 'empty'));
  mkdirSync(join(root, 'broken/.git'), { recursive: true });
  mkdirSync(join(root, 'no-clone'));
  symlinkSync(plain, join(root, 'link'));
  found = new Map((await fromFolder(root)).repositories.map((each) => [each.name, each]));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a folder of clones', () => {
  test('is searched two folders deep, by name, and without following links', () => {
    expect([...found.keys()]).toEqual(['bare', 'broken', 'empty', 'owner/nested', 'plain']);
  });

  test.each(['plain', 'bare', 'owner/nested'])('%s has a commit, a tree and files', async (name) => {
    const repository = found.get(name);
    expect(repository).toMatchObject({ id: name, commit: expect.any(String), tree: expect.any(String) });
    expect(repository).not.toHaveProperty('excluded');
    const opened = await repository?.open();
    expect((await opened?.source.list())?.entries.map(({ path }) => path)).toEqual(['README.md']);
    opened?.close();
  });

  test('how far it is, is told before the first and after each', async () => {
    const told: number[] = [];
    await fromFolder(root, ({ done, total }) => told.push(done, total));
    expect(told).toEqual([0, 5, 1, 5, 2, 5, 3, 5, 4, 5, 5, 5]);
  });

  test('one cloned without a checkout has files, one without contents is refused when they are read', async () => {
    const parts = mkdtempSync(join(tmpdir(), 'shipworthy-parts-'));
    try {
      git('-C', join(root, 'plain'), 'config', 'uploadpack.allowFilter', 'true');
      for (const [name, ...options] of [['partial', '--filter=blob:none'], ['unchecked']] as const)
        git('clone', '-q', '--no-checkout', ...options, `file://${join(root, 'plain')}`, join(parts, name));
      const [partial, unchecked] = (await fromFolder(parts)).repositories;
      expect(await readme(unchecked)).toBe('# plain\n');
      await expect(readme(partial)).rejects.toThrow('the contents of 1 file that is asked for are not in this clone');
    } finally {
      rmSync(parts, { recursive: true, force: true });
    }
  });

  test('one without a commit is left out as empty', () => {
    expect(found.get('empty')).toMatchObject({ excluded: 'empty' });
  });

  test('one that git cannot read is failed, and stops nothing', () => {
    expect(found.get('broken')).toMatchObject({ failed: expect.any(String) });
  });

  test.each([
    ['is not there', () => join(root, 'nowhere'), 'cannot list'],
    ['holds no clones', () => join(root, 'no-clone'), 'holds no clones'],
  ])('one that %s is refused', async (_case, folder, words) => {
    await expect(fromFolder(folder())).rejects.toThrow(words);
  });
});
