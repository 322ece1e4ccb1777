import { expect, test } from '@jest/globals';
import type { AnyArtifact } from '@shipworthy/model';
import { alert, artifact, contextOf, manifest, page, rules } from '../testing/facts.ts';
import { repositoryIdentity } from './repository-identity.ts';

const linking = (...links: string[]) => artifact('document', 'README.md', page(['# A'], links));
const github = (rest: string) => `https://github.com/${rest}`;

test.each<[string, AnyArtifact[], string | undefined]>([
  ['the root manifest', [manifest('package.json', { repository: 'Acme/Shop' })], 'acme/shop'],
  ['the Go module path', [manifest('go.mod', { ecosystem: 'go', name: 'github.com/acme/shop/v2' })], 'acme/shop'],
  [
    'a nested Go module by its folder',
    [manifest('src/cart/go.mod', { ecosystem: 'go', name: 'github.com/acme/shop/src/cart' })],
    'acme/shop',
  ],
  [
    'a nested Go module of another place',
    [manifest('src/cart/go.mod', { ecosystem: 'go', name: 'github.com/acme/cart' })],
    undefined,
  ],
  [
    'nested packages that all agree',
    ['a', 'b', 'c'].map((folder) => manifest(`${folder}/package.json`, { repository: 'acme/shop' })),
    'acme/shop',
  ],
  [
    'nested packages that differ',
    ['a', 'b', 'c'].map((folder) => manifest(`${folder}/package.json`, { repository: `acme/${folder}` })),
    undefined,
  ],
  ['a nested manifest does not count', [manifest('web/package.json', { repository: 'acme/other' })], undefined],
  [
    'links to files that are here',
    [linking(github('acme/shop/blob/main/docs/a.md'), github('acme/shop/tree/main/src'))],
    'acme/shop',
  ],
  [
    'a badge and a link',
    [linking(github('acme/shop/actions/workflows/ci.yml/badge.svg'), github('acme/shop/tree/main/src'))],
    'acme/shop',
  ],
  ['one link is not enough', [linking(github('acme/shop/blob/main/docs/a.md'))], undefined],
  [
    'files every repository has do not count',
    [linking(github('acme/shop/blob/main/LICENSE'), github('acme/shop/blob/main/README.md'))],
    undefined,
  ],
  [
    'links to files that are not here',
    [linking(github('acme/shop/blob/main/x/a.md'), github('acme/shop/blob/main/x/b.md'))],
    undefined,
  ],
  [
    'two names with like support',
    [
      linking(
        ...['acme/shop', 'old/shop'].flatMap((name) => [
          github(`${name}/blob/main/docs/a.md`),
          github(`${name}/tree/main/src`),
        ]),
      ),
    ],
    undefined,
  ],
  [
    'a manifest that many links contradict',
    [
      manifest('package.json', { repository: 'template/start' }),
      linking(...['docs/a.md', 'docs', 'src'].map((path) => github(`acme/shop/tree/main/${path}`))),
    ],
    undefined,
  ],
  [
    'a manifest with the name before a move, when the links are many',
    [
      manifest('package.json', { repository: 'old/shop' }),
      linking(
        ...['docs/a.md', 'docs', 'src', 'src/x.ts', '.github', '.github/workflows'].map((path) =>
          github(`acme/shop/tree/main/${path}`),
        ),
      ),
    ],
    'acme/shop',
  ],
  [
    'links of alerts count too',
    [
      rules('r.yml', [
        alert('A', {
          annotations: { a: github('acme/shop/blob/main/docs/a.md'), b: github('acme/shop/tree/main/src') },
        }),
      ]),
    ],
    'acme/shop',
  ],
])('%s', (_, artifacts, name) => {
  const context = contextOf(artifacts, ['docs/a.md', 'src/x.ts', 'LICENSE', '.github/workflows/ci.yml']);
  expect(repositoryIdentity(context)).toBe(name);
});
