import { describe, expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { changelogKind } from './kind.ts';
import { changelogName } from './names.ts';
import { versionIn } from './version-heading.ts';

async function factsOf(path: string, text: string) {
  const parse = await changelogKind.load();
  return parse(new RepositoryFile(path, 'authored', text)).artifacts[0]?.facts;
}

describe('headings', () => {
  test.each<[string, object]>([
    ['[1.2.0] - 2024-05-01', { version: '1.2.0', date: '2024-05-01', released: true }],
    ['1.2.0 (2024-05-01)', { version: '1.2.0', date: '2024-05-01', released: true }],
    ['v3.0.2', { version: '3.0.2', released: true }],
    ['release-0.18 / 2026-06-03', { version: '0.18', date: '2026-06-03', released: true }],
    ['Version 2.1', { version: '2.1', released: true }],
    ['Changes in Cart 1.2.0-rc.1', { version: '1.2.0-rc.1', released: true }],
    ['@acme/cart@1.2.0', { version: '1.2.0', package: '@acme/cart', released: true }],
    ['**1.2.3**', { version: '1.2.3', released: true }],
    ['v7', { version: '7', released: true }],
    ['2024-05-01', { version: '2024-05-01', date: '2024-05-01', released: true }],
    ['Release 07-13-2026', { version: '07-13-2026', released: true }],
    ['May 20, 2024', { version: 'May 20, 2024', released: true }],
    ['[UNRELEASED]', { version: '', released: false }],
    ['vNEXT', { version: '', released: false }],
    ['main / unreleased', { version: '', released: false }],
    ['1.5.0 (unreleased)', { version: '1.5.0', released: false }],
    ['2.0.0 - YYYY-MM-DD', { version: '2.0.0', released: false }],
  ])('%s', (heading, found) => {
    expect(versionIn(heading)).toMatchObject(found);
  });

  test.each([
    'Features',
    'Migrating from 1.2 to 2.0',
    'Drop support for Node 18.0',
    'Go 1.22',
    'etcdctl v3',
    'Package `raft`',
    'Mainline improvements',
    'Next steps for everybody',
    'Python 3.12 is supported',
  ])('%s announces nothing', (heading) => {
    expect(versionIn(heading)).toBeUndefined();
  });
});

describe('names', () => {
  test.each([
    ['CHANGELOG.md', 'strong'],
    ['CHANGELOG-1.30.md', 'strong'],
    ['_changelog.md', 'strong'],
    ['agent-changelog.rst', 'strong'],
    ['RELEASE_NOTES', 'strong'],
    ['CHANGES.rst', 'weak'],
    ['HISTORY', 'weak'],
    ['news-2024.md', 'weak'],
    ['changelog.go', undefined],
    ['history-service.md', undefined],
    ['changes_test.py', undefined],
    ['changelog_display.html', undefined],
  ])('%s: %s', (name, found) => {
    expect(changelogName(name)).toBe(found);
  });
});

describe('files', () => {
  test.each<[string, string, string, string[] | undefined]>([
    [
      'Markdown',
      'CHANGELOG.md',
      '# Changelog\n\n## [1.1.0](https://a.b) (2024-05-01)\n\n- A.\n\n## 1.0.0\n\n- B.\n',
      ['1.1.0', '1.0.0'],
    ],
    [
      'reStructuredText',
      'CHANGES.rst',
      'Version 1.1\n-----------\n\n- A.\n\nVersion 1.0\n-----------\n\n- B.\n',
      ['1.1', '1.0'],
    ],
    [
      'plain text',
      'HISTORY',
      '1.1.0 / 2014-01-01\n==================\n\n * a\n\n1.0.0\n - b uses 9.9.9\n',
      ['1.1.0', '1.0.0'],
    ],
    ['a version in the name', 'CHANGELOG/CHANGELOG-1.4.0.md', '## Notes\n\nA.\n', ['1.4.0']],
    ['only what is not released', 'CHANGELOG.md', '# Changelog\n\n## Unreleased\n\n- A.\n', []],
    ['changes without versions', 'CHANGELOG.md', `# Changelog\n\n${'- A.\n'.repeat(5)}`, []],
    [
      'an edition beside the first',
      'Pro-Changes.md',
      '# Pro\n\n## 1.1.0\n\n- A.\n\n## 1.0.0\n\n- B.\n',
      ['1.1.0', '1.0.0'],
    ],
    ['a page about the history', 'docs/history.md', '# History\n\nIt began in 2014.\n', undefined],
    ['news without versions', 'news.md', '# 1.0 is out\n\nA.\n', undefined],
    ['a page about changelogs', 'docs/changelog.md', '# Changelog\n\nWrite entries.\n', undefined],
  ])('%s', async (_, path, text, versions) => {
    expect((await factsOf(path, text))?.entries.map(({ version }) => version)).toEqual(versions);
  });

  test('a stub that leads elsewhere', async () => {
    const facts = await factsOf('CHANGELOG.md', 'See https://github.com/acme/cart/releases.\n');
    expect(facts).toMatchObject({ entries: [], pointer: { target: 'https://github.com/acme/cart/releases' } });
  });

  test.each([
    ['CHANGELOG.md', ''],
    ['docs/changelog.md', ''],
    ['web/CHANGELOG.md', 'web'],
    ['web/docs/changelogs/CHANGELOG-1.0.md', 'web'],
    ['docs/source/reference/changelog.md', ''],
  ])('%s speaks for %j', async (path, folder) => {
    expect((await factsOf(path, '# 1.0.0\n\n- A.\n'))?.folder).toBe(folder);
  });

  test('an empty part for what comes is told from a filled one', async () => {
    const log = (entry: string) => `# Changelog\n\n## Unreleased\n\n${entry}\n## 1.0.0\n\n- B.\n`;
    expect((await factsOf('CHANGELOG.md', log('')))?.unreleased?.empty).toBe(true);
    expect((await factsOf('CHANGELOG.md', log('### Fixed\n\n- A.\n')))?.unreleased?.empty).toBe(false);
  });
});
