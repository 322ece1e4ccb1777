import { expect, test } from '@jest/globals';
import type { AnyArtifact } from '@shipworthy/model';
import { artifact, contextOf, manifest, page, REPOSITORY } from '../testing/facts.ts';
import { repositoryNames } from './relation.ts';

const readme = (path: string, title: string) => artifact('document', path, { ...page([`# ${title}`]), title });

test.each<[string, AnyArtifact[], string[]]>([
  [
    'the repository before its owner',
    [manifest('package.json', { name: 'web', repository: 'Acme/Shop' })],
    ['shop', 'acme', 'web'],
  ],
  ['a scope', [manifest('package.json', { name: '@acme/shop' })], ['shop', 'acme']],
  ['a module by its path', [manifest('go.mod', { name: 'example.org/acme/shop/v2' })], ['shop', 'acme']],
  ['packages below the root are parts', [manifest('web/package.json', { name: 'web' })], []],
  ['the title of the page that greets', [readme('README.md', 'My Shop')], ['my shop']],
  ['no sentence, and no other page', [readme('README.md', 'A shop for all of you'), readme('a/README.md', 'A')], []],
])('%s', (_, artifacts, names) => {
  expect(repositoryNames.build(contextOf(artifacts, []))(REPOSITORY)).toEqual(names);
});
