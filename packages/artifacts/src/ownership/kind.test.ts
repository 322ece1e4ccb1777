import { describe, expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { ownershipKind } from './kind.ts';

async function read(path: string, text: string) {
  const file = new RepositoryFile(path, 'authored', text);
  if (!ownershipKind.sniff(file)) return undefined;
  const { artifacts, problems } = (await ownershipKind.load())(file);
  const [artifact] = artifacts;
  if (!artifact) return { problems };
  const { flavour, lines } = artifact.facts;
  return {
    flavour,
    level: artifact.level,
    lines: lines.map((line) => [line.folder, line.pattern, ...line.owners.map((owner) => owner.name)]),
    quotes: lines.flatMap((line) => line.owners.map((owner) => text.slice(...owner.at))),
    problems,
  };
}

describe('ownership files', () => {
  test.each<[string, string, string, string[][]]>([
    [
      'OWNERS',
      'approvers:\n- amy\nreviewers:\n- bob\n- amy\nemeritus_approvers: [eve]\n',
      'owners',
      [['', '**', 'amy', 'bob']],
    ],
    ['a/b/OWNERS', 'filters:\n  ".*":\n    approvers: [amy]\n', 'owners', [['a/b', '**', 'amy']]],
    ['OWNERS', 'approvers:\n- @amy\n- bob\n', 'owners', [['', '**', 'amy', 'bob']]],
    ['OWNERS', 'maintainers:\n- amy\n', 'owners', [['', '**', 'amy']]],
    ['a/OWNERS', 'options:\n  no_parent_owners: true\n', 'owners', []],
    ['OWNERS', '# who\namy@example.org\nset noparent\n', 'owners', [['', '**', 'amy@example.org']]],
    ['OWNERS_ALIASES', 'aliases:\n  team:\n  - amy\n', 'owners-aliases', []],
    [
      'catalog-info.yaml',
      'apiVersion: backstage.io/v1alpha1\nkind: System\nspec: {owner: sys}\n---\napiVersion: backstage.io/v1alpha1\nkind: Component\nspec:\n  owner: group:default/team\n',
      'catalog',
      [
        ['', '**', 'group:default/team'],
        ['', '**', 'sys'],
      ],
    ],
    [
      '.github/component_owners.yml',
      'components:\n  src/ad:\n    - amy\n  cmd: bob\n',
      'component-owners',
      [
        ['', '/src/ad', 'amy'],
        ['', '/cmd', 'bob'],
      ],
    ],
  ])('%s: %j', async (path, text, flavour, lines) => {
    const found = await read(path, text);
    expect(found).toMatchObject({ flavour, lines, level: 'parsed', problems: [] });
    expect(found?.quotes).toEqual(lines.flatMap((line) => line.slice(2)));
  });

  test('MAINTAINERS names people up to the part about former ones', async () => {
    const text = 'Amy Ash @amy <amy@example.org>\n[Bob](https://github.com/bob)\n\nemeritus:\n- @eve\n';
    expect(await read('MAINTAINERS', text)).toMatchObject({
      flavour: 'maintainers',
      level: 'scraped',
      lines: [['', '**', '@amy', 'amy@example.org', '@bob']],
    });
  });

  test.each([
    ['owners', 'approvers: [amy]'],
    ['Codeowners', '* @a'],
    ['catalog-info.yaml', 'kind: Component\nspec: {owner: x}'],
    ['CODEOWNERS', '  \n'],
  ])('%s holding %j is left alone', async (path, text) => {
    expect(await read(path, text)).toBeUndefined();
  });

  test.each([
    ['CODEOWNERS', '# nothing yet\n'],
    ['OWNERS', 'people: [amy]\n'],
    ['MAINTAINERS.md', 'See [the list](https://github.com/org/governance/blob/main/MAINTAINERS.md).\n'],
    ['catalog-info.yaml', 'apiVersion: backstage.io/v1alpha1\nkind: Location\nspec: {targets: [a.yaml]}\n'],
  ])('%s holding %j states nothing', async (path, text) => {
    expect(await read(path, text)).toEqual({ problems: [] });
  });

  test('a broken file is said aloud; behind a template it is only unseen', async () => {
    const effects = async (text: string) => (await read('OWNERS', text))?.problems.map((problem) => problem.effect);
    expect(await effects('approvers: [amy\n')).toEqual(['broken']);
    expect(await effects('approvers: [{{ .owner }\n')).toEqual(['unseen']);
  });

  test('an owner that a scaffolder fills in is not known', async () => {
    const text = `apiVersion: backstage.io/v1alpha1\nkind: Component\nspec:\n  owner: $${'{{'} values.owner }}\n`;
    expect(await read('catalog-info.yaml', text)).toMatchObject({ level: 'tolerant', lines: [] });
  });
});
