import { expect, test } from '@jest/globals';
import { documentKind } from '../document/kind.ts';
import { RepositoryFile } from '../repository-file.ts';
import { isReadmePath, readmeKind } from './kind.ts';

test.each([
  ['README.md', true],
  ['readme', true],
  ['a/b/Readme.MD', true],
  ['README.rst', true],
  ['README.workflows.adoc', true],
  ['README-dev.md', true],
  ['README.txt', true],
  ['README.org', true],
  ['README.sh', false],
  ['readme.go', false],
  ['readme.json', false],
  ['README.md.tmpl', false],
  ['README.md.gotmpl', false],
  ['README.windows', true],
  ['my-readme.md', false],
  ['README/notes.md', false],
  [`readme${'-a'.repeat(100)}!`, false],
])('%s is a README: %s', (path, readme) => {
  expect(isReadmePath(path)).toBe(readme);
});

test('a README speaks for its folder', async () => {
  const parse = await readmeKind.load();
  const facts = (path: string, text: string) => parse(new RepositoryFile(path, 'authored', text)).artifacts[0]?.facts;
  expect(facts('README.md', '# A')).toEqual({ folder: '', manualPage: false });
  expect(facts('packages/b/README', 'B(1)   B Manual   B(1)\n\nNAME\n b\n')).toEqual({
    folder: 'packages/b',
    manualPage: true,
  });
});

test.each([
  ['a.md', true],
  ['a.MD', true],
  ['b.html.md.erb', true],
  ['README', true],
  ['ops/RUNBOOK.txt', true],
  ['c.erb', false],
  ['notes.txt', false],
  ['d.html', false],
])('%s is a page: %s', (path, page) => {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const { extensions, test: other } = documentKind.paths;
  expect((extensions?.includes(extension) || other?.(path)) ?? false).toBe(page);
});

test('a page without any text is a page', async () => {
  const parse = await documentKind.load();
  const document = parse(new RepositoryFile('empty.md', 'authored', '')).artifacts[0];
  expect(document?.facts).toMatchObject({ format: 'markdown', links: [], sections: [{ level: 0, words: 0 }] });
});
