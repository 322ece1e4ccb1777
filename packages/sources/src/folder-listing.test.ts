import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { folderListing } from './folder-listing.ts';
import { TemporaryFolder } from './testing/temporary-folder.ts';

let folder: TemporaryFolder;
beforeEach(() => {
  folder = new TemporaryFolder();
});
afterEach(() => folder.remove());

const paths = (): string[] => folderListing(folder.path).entries.map(({ path }) => path);

/** What git itself would add, in the order of a listing. */
function asGitSees(): string[] {
  folder.git('init', '-q');
  return folder
    .git('ls-files', '-z', '-o', '--exclude-standard')
    .split('\0')
    .filter((path) => path !== '')
    .sort();
}

describe('ignore rules hold as in git', () => {
  const tree = [
    'a.log',
    'keep.log',
    'Build/x',
    'build/x',
    'build/x.log',
    'build/keep/y',
    'sub/a.log',
    'sub/b.md',
    'sub/build/x',
    'sub/build/x.log',
    'sub/build/deep/z',
    'sub/keep.log',
    'sub/deep/a.md',
    'sub/deep/b.md',
    'sub/[odd]/c.md',
    'sub/[odd]/d.md',
    'sub/*/e.md',
    'sub/!bang.md',
    'sub/#hash.md',
    'sub/ends in blank ',
    'sub/dist',
    'other/dist/x',
    'other/deep/dist/x',
    'other/!neg/x.md',
    'other/tab\tname.md',
    'o',
    'back\\slash.md',
  ];
  test.each<[string, Record<string, string>]>([
    ['none', {}],
    ['names and folders at any depth', { '.gitignore': '*.log\nbuild/\n' }],
    ['a sign against: the last match decides', { '.gitignore': '*.log\n!keep.log\n' }],
    ['no way back into a folder that is left out', { '.gitignore': 'build/\n!build/keep/y\n' }],
    ['a way back into what a folder holds', { '.gitignore': 'build/*\n!build/keep\n' }],
    ['a deeper file overrules, for its own folder only', { '.gitignore': '*.log\n', 'sub/.gitignore': '!a.log\n' }],
    [
      'a folder taken back by a deeper file keeps the other rules',
      { '.gitignore': '*.log\nbuild\n', 'sub/.gitignore': '!build\n' },
    ],
    ['anchored by a slash', { '.gitignore': '/a.log\nsub/deep/*.md\n', 'sub/.gitignore': '/a.log\ndeep/b.md\n' }],
    ['anchored in a deeper file', { 'other/.gitignore': 'deep/dist\n/dist\n' }],
    ['a folder only', { '.gitignore': 'dist/\n' }],
    ['two stars', { '.gitignore': '**/deep/**\n', 'other/.gitignore': '**/dist\n' }],
    ['odd folder names are taken literally', { 'sub/[odd]/.gitignore': 'c.md\n', 'sub/*/.gitignore': '/e.md\n' }],
    ['a folder that starts with a sign', { 'other/!neg/.gitignore': '*.md\n!x.md\n' }],
    ['escapes', { 'sub/.gitignore': '\\!bang.md\n\\#hash.md\nends\\ in\\ blank\\ \n' }],
    ['escapes at the root', { '.gitignore': '\\#hash.md\n\\!bang.md\n' }],
    ['comments, blanks, line ends of another system', { 'sub/.gitignore': '# *.md\r\n\r\n   \r\nb.md\r\n' }],
    ['letter case counts', { '.gitignore': 'BUILD\n' }],
    ['everything but', { '.gitignore': '*\n!*/\n!*.md\n!.gitignore\n' }],
    ['everything but, deeper', { 'sub/.gitignore': '*\n!.gitignore\n!deep/\n!deep/a.md\n' }],
    ['broken patterns', { '.gitignore': '[a-\n\\\n!\n/\n//\n***\n', 'sub/.gitignore': '!\n/\n[\n' }],
    ['no last line end and a byte order mark', { '.gitignore': '\ufeff*.log', 'sub/.gitignore': 'b.md' }],
  ])('%s', (_name, ignores) => {
    folder.write(Object.fromEntries(tree.map((path) => [path, '']))).write(ignores);
    const expected = asGitSees();
    expect(paths()).toEqual(expected);
  });

  test('made-up trees of rules, against git', () => {
    const random = generator(20_240_601);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
    const names = ['a', 'b', 'ab', 'a.b', 'c'];
    const patterns = [
      'a',
      'b',
      'a*',
      '*b',
      '/a',
      '/b/',
      'a/b',
      'a/',
      'b/',
      '*',
      '*/',
      '**/a',
      'a/**',
      'b/*',
      '?',
      '[ab]',
      '.gitignore',
      'a/**/b',
      '*.b',
    ];
    for (let round = 0; round < 40; round++) {
      const one = new TemporaryFolder();
      const keep = folder;
      folder = one;
      try {
        const files: Record<string, string> = {};
        for (let count = 0; count < 25; count++) {
          const depth = 1 + Math.floor(random() * 4);
          files[`${Array.from({ length: depth }, () => pick(names)).join('/')}.f/${pick(names)}`] = '';
          files[`${Array.from({ length: depth }, () => `${pick(names)}/`).join('')}f-${pick(names)}`] = '';
        }
        for (const at of ['', 'a/', 'b/', 'a/b/'])
          if (random() < 0.7)
            files[`${at}.gitignore`] = Array.from(
              { length: 1 + Math.floor(random() * 4) },
              () => (random() < 0.35 ? '!' : '') + pick(patterns),
            ).join('\n');
        one.write(files);
        const expected = asGitSees();
        const rules = Object.entries(files).filter(([path]) => path.endsWith('.gitignore'));
        expect({ round, rules, paths: paths() }).toEqual({ round, rules, paths: expected });
      } finally {
        one.remove();
        folder = keep;
      }
    }
  });
});

/** A repeatable sequence of numbers in [0, 1) (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('what is not looked into', () => {
  test('node_modules and .git at any depth; other repositories are listed as such', () => {
    folder.write({
      'a.md': '',
      '.git/config': '',
      'node_modules/x/README.md': '',
      'packages/a/node_modules/x.md': '',
      'packages/a/b.md': '',
      'clone/.git/HEAD': '',
      'clone/c.md': '',
      'linked/.git': 'gitdir: ../elsewhere\n',
      'linked/d.md': '',
    });
    expect(folderListing(folder.path).entries).toEqual([
      { path: 'a.md', type: 'file' },
      { path: 'clone', type: 'submodule' },
      { path: 'linked', type: 'submodule' },
      { path: 'packages/a/b.md', type: 'file' },
    ]);
  });
  test('links, also in a circle or out of the folder, and a .gitignore that is one', () => {
    folder.write({ 'a/b.md': '' }).link('a/circle', '..').link('out', '/etc').link('.gitignore', '/etc/hosts');
    expect(folderListing(folder.path).entries).toEqual([
      { path: '.gitignore', type: 'symlink' },
      { path: 'a/b.md', type: 'file' },
      { path: 'a/circle', type: 'symlink' },
      { path: 'out', type: 'symlink' },
    ]);
  });
  test('pipes', () => {
    folder.write({ 'a.md': '' });
    execFileSync('mkfifo', [join(folder.path, 'pipe')]);
    expect(paths()).toEqual(['a.md']);
  });
  test('folders whose name has a line break are said to be unseen', () => {
    folder.write({ 'a\nb/c.md': '', 'a\nb.md': '' });
    expect(folderListing(folder.path)).toEqual({
      entries: [{ path: 'a\nb.md', type: 'file' }],
      history: 'none',
      unseen: [{ path: 'a\nb', why: 'its name has a line break' }],
    });
  });
  test('a folder that may not be opened is said to be unseen', () => {
    const closed = join(folder.path, 'closed');
    mkdirSync(closed);
    folder.write({ 'closed/a.md': '', 'b.md': '' });
    chmodSync(closed, 0);
    let readable = true;
    try {
      readdirSync(closed);
    } catch {
      readable = false;
    }
    const { entries, unseen } = folderListing(folder.path);
    chmodSync(closed, 0o755);
    // The superuser opens it all the same.
    expect([entries.map(({ path }) => path), unseen]).toEqual(
      readable ? [['b.md', 'closed/a.md'], undefined] : [['b.md'], [{ path: 'closed', why: 'permission denied' }]],
    );
  });
  test('a pattern that would be too slow to match is set aside', () => {
    const name = 'a'.repeat(200);
    folder.write({ [name]: '', '.gitignore': `${'*a'.repeat(30)}b\n` });
    expect(paths()).toEqual(['.gitignore', name]);
  });
});
