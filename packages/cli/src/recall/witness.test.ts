import { describe, expect, test } from '@jest/globals';
import type { Listing, ReadFailure, RepositorySource } from '@shipworthy/model';
import { Witness } from './witness.ts';

type State = Readonly<Record<string, string | ReadFailure>>;

const GONE: ReadFailure = { reason: 'absent', detail: 'listed, but not on disk' };
const FILES: State = { 'a.md': 'a', 'b.md': 'b', 'c.md': GONE };

/** A repository whose files can be changed. */
class Changing implements RepositorySource {
  readonly kind = 'working-tree';
  name = 'there';
  files: State = FILES;
  rest: Omit<Listing, 'entries'> = { history: 'none' };
  config: string | undefined;
  readonly reads: string[] = [];

  async list(): Promise<Listing> {
    return { ...this.rest, entries: Object.keys(this.files).map((path) => ({ path, type: 'file' })) };
  }

  async *read(paths: readonly string[]) {
    for (const path of paths) {
      this.reads.push(path);
      const content = this.files[path] ?? GONE;
      yield { path, content: typeof content === 'string' ? Buffer.from(content) : content };
    }
  }

  readonly ofDisk = async () => (this.config === undefined ? ({ absent: true } as const) : { text: this.config });
}

const over = (source: Changing): Witness => new Witness(source, source.ofDisk);

async function drain(witness: Witness, paths: readonly string[]): Promise<void> {
  for await (const _ of witness.read(paths));
  await witness.ofDisk('.shipworthy.yaml');
}

async function seenOf(source: Changing, paths = Object.keys(FILES)) {
  const witness = over(source);
  await drain(witness, paths);
  return witness.seen();
}

describe('everything is as it was', () => {
  test('while nothing changes', async () => {
    const source = new Changing();
    expect(await over(source).isAsBefore(await seenOf(source))).toBe(true);
  });

  test.each<[string, Partial<Pick<Changing, 'files' | 'rest' | 'name' | 'config'>>]>([
    ['another text', { files: { ...FILES, 'b.md': 'B' } }],
    ['a file more', { files: { ...FILES, 'd.md': 'd' } }],
    ['a file less', { files: { 'a.md': 'a', 'b.md': 'b' } }],
    ['a file that comes', { files: { ...FILES, 'c.md': '' } }],
    ['a file that goes', { files: { ...FILES, 'a.md': GONE } }],
    ['another reason', { files: { ...FILES, 'c.md': { reason: 'unreadable', detail: 'permission denied' } } }],
    ['a commit', { rest: { history: 'full', commit: 'c0ffee' } }],
    ['a folder that cannot be listed', { rest: { history: 'none', unseen: [{ path: 'x', why: 'no' }] } }],
    ['another name', { name: 'elsewhere' }],
    ['a configuration', { config: 'criticality: critical' }],
  ])('not with %s', async (_what, change) => {
    const source = new Changing();
    const before = await seenOf(source);
    Object.assign(source, change);
    expect(await over(source).isAsBefore(before)).toBe(false);
    Object.assign(source, new Changing(), { ofDisk: source.ofDisk });
    source.config = undefined;
    expect(await over(source).isAsBefore(before)).toBe(true);
  });

  test('whatever files change that nobody read', async () => {
    const source = new Changing();
    const before = await seenOf(source, ['a.md']);
    source.files = { ...FILES, 'b.md': 'B' };
    expect(await over(source).isAsBefore(before)).toBe(true);
  });
});

describe('digests', () => {
  test('of what was compared are known to who asks, and count as seen', async () => {
    const source = new Changing();
    const before = await seenOf(source);
    source.files = { ...FILES, 'a.md': 'A' };
    const witness = over(source);
    await witness.isAsBefore(before);
    const [a, b] = [witness.digestOf('a.md'), witness.digestOf('b.md')];
    expect(a).toMatch(/^[\w-]{43}$/);
    expect(b).toBe(new Map(before.files).get('b.md'));
    expect(a).not.toBe(new Map(before.files).get('a.md'));
    expect((await witness.seen()).files).toEqual([
      ['a.md', a],
      ['b.md', b],
    ]);
  });

  test('of what was not read, or could not be, are not known', async () => {
    const source = new Changing();
    const witness = over(source);
    await drain(witness, ['c.md']);
    expect([witness.digestOf('a.md'), witness.digestOf('c.md')]).toEqual([undefined, undefined]);
  });

  test('come with what is read', async () => {
    const witness = over(new Changing());
    for await (const { path, digest } of witness.read(['a.md'])) expect(digest).toBe(witness.digestOf(path));
  });
});

test('what changes while it is read is not steady', async () => {
  const source = new Changing();
  const witness = over(source);
  await drain(witness, ['a.md', 'b.md']);
  await drain(witness, ['a.md']);
  expect(witness.isSteady).toBe(true);
  source.files = { ...FILES, 'a.md': 'A' };
  await drain(witness, ['a.md']);
  expect(witness.isSteady).toBe(false);
});
