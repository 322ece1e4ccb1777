import { expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { contributingKind } from './kind.ts';

const parse = await contributingKind.load();
function read(path: string, text: string) {
  const file = new RepositoryFile(path, 'authored', text);
  return contributingKind.sniff(file) ? parse(file).artifacts[0]?.facts : undefined;
}

test.each([
  ['CONTRIBUTING.md', true],
  ['.github/contributing.md', true],
  ['docs/contributing/testing.md', true],
  ['docs/contribute.rst', true],
  ['HACKING.adoc', true],
  ['docs/testing.md', false],
  ['blog/contributing.md', false],
  ['docs/contributing-factors.md', false],
])('%s is for contributors: %s', (path, guide) => {
  expect(read(path, '# A\n\nText.\n') !== undefined).toBe(guide);
});

test.each([
  ['## Code style\n\nTabs.', ['style']],
  ['Run `npm run lint` first.', ['style']],
  ['Add tests for what you change.', ['tests']],
  ['Must pass the jobs that test your changes.', ['tests']],
  ['## Releasing\n\nTag it.', ['releases']],
  ['Breaking changes need a proposal.', ['interfaces']],
  [
    '## Kodestil\n\nx\n\n## Tester\n\nx\n\n## Grensesnitt\n\nx\n\n## Utrulling\n\nx',
    ['interfaces', 'style', 'tests', 'releases'],
  ],
  ['Be kind.', []],
])('%j speaks of %j', (text, agreements) => {
  expect(Object.keys(read('CONTRIBUTING.md', `# Contributing\n\n${text}\n`)?.agreements ?? {})).toEqual(agreements);
});

test('a page that only leads elsewhere, and one that takes nothing', () => {
  expect(read('CONTRIBUTING.md', 'See [the guide](docs/dev.md).\n')).toMatchObject({ pointer: true, closed: false });
  expect(read('CONTRIBUTING.md', 'We do not accept any external contributions.\n')).toMatchObject({
    pointer: false,
    closed: true,
  });
});

test.each([
  ['See https://acme.org/contributing/.', true],
  ['.. _contrib: https://acme.org/community/guide', true],
  ['Sign https://acme.org/cla, be kind (https://www.contributor-covenant.org).', false],
  ['Open an issue: https://github.com/acme/contribute/issues', false],
])('%s leads to a guide: %s', (text, leads) => {
  expect(read('CONTRIBUTING.md', text)?.elsewhere !== undefined).toBe(leads);
});

test.each([
  ['I’m open to suggestions and happy to review code.', true],
  ['I do not accept patches by mail.', true],
  ['We are open to suggestions.', false],
  ['- [ ] I have read this page, and I will add tests.', false],
])('%s: one person decides: %s', (text, one) => {
  expect(read('CONTRIBUTING.md', `# Contributing\n\n${text}\n`)?.onePerson === true).toBe(one);
});
