import { describe, expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { releaseChecklistKind } from './kind.ts';

async function found(path: string, text: string) {
  const file = new RepositoryFile(path, 'authored', text);
  if (!releaseChecklistKind.sniff(file)) return undefined;
  return (await releaseChecklistKind.load())(file).artifacts[0];
}
const STEPS = '1. Bump the version.\n2. Tag the commit.\n3. Publish the package.\n';

describe('found', () => {
  test.each<[string, string, string]>([
    ['by its name', 'RELEASING.md', `# Releasing\n\n${STEPS}`],
    ['in a folder of documentation', 'docs/releasing/README.md', `# Releases\n\n${STEPS}`],
    ['a procedure', 'contribute/release_procedure.md', `# Procedure\n\n${STEPS}`],
    [
      'a checklist for going live',
      'docs/go-live-checklist.md',
      '# Go live\n\n- [ ] version\n- [ ] deploy to staging\n- [ ] approve\n',
    ],
    [
      'a form',
      '.github/ISSUE_TEMPLATE/release.md',
      '---\nname: Release\n---\n\n- [ ] tag\n- [ ] publish\n- [ ] announce\n',
    ],
    [
      'a form in YAML',
      '.github/ISSUE_TEMPLATE/release.yml',
      'body:\n  - label: tag\n  - label: publish\n  - label: announce\n',
    ],
    [
      'steps that are headings',
      'RELEASE.md',
      '# Release\n\n## 1. Cut the branch\n\nFrom main.\n\n## 2. Bump the version\n\nIn the chart.\n\n## 3. Tag it\n\nAnd push.\n',
    ],
    ['by its title alone', 'docs/maintainers.md', `# How to release\n\n${STEPS}`],
  ])('%s', async (_, path, text) => {
    expect(await found(path, text)).toBeDefined();
  });
});

describe('not taken for one', () => {
  test.each<[string, string, string]>([
    ['release notes', 'docs/release-notes.md', `# Notes\n\n${STEPS}`],
    [
      'a page of versions',
      'RELEASES.md',
      '# Releases\n\n## 1.2.0\n\n- tag\n\n## 1.1.0\n\n- version\n\n## 1.0.0\n\n- publish\n',
    ],
    [
      'headings with numbers that are no steps',
      'RELEASE.md',
      '# Release\n\n## 1.2 tag\n\nA branch.\n\n## 2024 version\n\nText.\n\n## 3\n\nText.\n',
    ],
    [
      'a page on what users may expect',
      'RELEASES.md',
      `# Releases\n\n## Release cycle\n\n${STEPS}\n\n## Stable release policy\n\nx\n\n## Version matrix\n\nx\n`,
    ],
    ['a page that an application shows', 'lib/shop_web/templates/docs/publish.html.md', `# Publishing\n\n${STEPS}`],
    ['a schedule', 'docs/release-cycle.md', `# Cycle\n\n${STEPS}`],
    ['a stub', 'RELEASE.md', 'See the wiki for version and tag.\n'],
    ['a proposal', 'docs/proposals/release-process.md', `# Releasing\n\n${STEPS}`],
    ['how vulnerabilities are handled', 'security/security-release-process.md', `# Security\n\n${STEPS}`],
    ['a page beside them on patches', 'docs/release/patch-vulnerabilities.md', `# Patch vulnerabilities\n\n${STEPS}`],
    ['a tool', 'hack/tools/release/README.md', `# Release tool\n\n${STEPS}`],
    [
      'a form about something else',
      '.github/ISSUE_TEMPLATE/release-notes.md',
      '- [ ] tag\n- [ ] publish\n- [ ] version\n',
    ],
  ])('%s', async (_, path, text) => {
    expect(await found(path, text)).toBeUndefined();
  });
});

test('items, boxes and named risks', async () => {
  const text =
    '# Releasing\n\n- [x] Tag the version\n- publish, then watch the dashboard\n\n```sh\n- no item\n```\n\n1. Broken? Roll back.\n2. Bump\n3. Announce\n';
  const facts = (await found('RELEASING.md', text))?.facts;
  expect(facts?.items.map((item) => [item.text, item.box])).toEqual([
    ['Tag the version', true],
    ['publish, then watch the dashboard', false],
    ['Broken? Roll back.', false],
    ['Bump', false],
    ['Announce', false],
  ]);
  expect(facts?.names.map(({ topic, at }) => [topic, text.slice(...at)])).toEqual([
    ['wayBack', 'Roll back'],
    ['watching', 'watch'],
  ]);
});
