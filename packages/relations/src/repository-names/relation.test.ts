import { expect, test } from '@jest/globals';
import type { AnyArtifact } from '@shipworthy/model';
import { artifact, contextOf, page } from '../testing/facts.ts';
import { repositoryNames } from './relation.ts';

const SUBJECT = {
  path: '.',
  pathClass: 'authored',
  level: 'parsed',
  subjectId: '.',
  files: 0,
  at: () => ({ path: '.' }),
} as const;
const manifest = (path: string, name: string, repository?: string) =>
  artifact('dependency-manifest', path, {
    ecosystem: 'npm',
    private: false,
    library: false,
    command: false,
    dependencies: [],
    people: [],
    name,
    ...(repository === undefined ? {} : { repository }),
  });
const readme = (path: string, title: string) => artifact('document', path, { ...page([`# ${title}`]), title });

test.each<[string, AnyArtifact[], string[]]>([
  ['the repository before its owner', [manifest('package.json', 'web', 'Acme/Shop')], ['shop', 'acme', 'web']],
  ['a scope', [manifest('package.json', '@acme/shop')], ['shop', 'acme']],
  ['a module by its path', [manifest('go.mod', 'example.org/acme/shop/v2')], ['shop', 'acme']],
  ['packages below the root are parts', [manifest('web/package.json', 'web')], []],
  ['the title of the page that greets', [readme('README.md', 'My Shop')], ['my shop']],
  ['no sentence, and no other page', [readme('README.md', 'A shop for all of you'), readme('a/README.md', 'A')], []],
])('%s', (_, artifacts, names) => {
  expect(repositoryNames.build(contextOf(artifacts, []))(SUBJECT)).toEqual(names);
});
