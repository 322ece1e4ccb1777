import { expect, test } from '@jest/globals';
import { parseFile } from '../contracts/testing/parse-file.ts';
import { serviceCatalogKind } from './kind.ts';

const head = (kind: string, name = 'orders') =>
  `apiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata:\n  name: ${name}\n`;
const owned = 'spec:\n  type: service\n  lifecycle: production\n  owner: group:default/a\n';

test('each entity of a file is one', async () => {
  const text = `${head('Component')}  namespace: shop\n  annotations:\n    backstage.io/techdocs-ref: dir:./docs\n  links:\n    - url: https://acme.org\n${owned}  system: shop\n  providesApis: [orders, api:default/billing]\n---\n${head('API')}${owned}  definition:\n    $text: ./openapi.yaml\n`;
  const { artifacts } = await parseFile(serviceCatalogKind, 'catalog-info.yaml', text);
  expect(artifacts.map(({ id }) => id)).toEqual(['component:shop/orders', 'api:default/orders']);
  expect(artifacts[0]?.facts).toMatchObject({
    entity: 'Component',
    name: 'orders',
    namespace: 'shop',
    owner: 'group:default/a',
    lifecycle: 'production',
    techdocs: { target: './docs' },
    links: [{ url: 'https://acme.org' }],
    references: [
      { field: 'providesApis', target: 'orders' },
      { field: 'providesApis', target: 'api:default/billing' },
      { field: 'system', target: 'shop' },
    ],
    faults: [],
  });
  expect(artifacts[1]?.facts.definition).toMatchObject({ target: './openapi.yaml', inline: false });
  expect(artifacts.flatMap((artifact) => serviceCatalogKind.elements?.(artifact).map(({ name }) => name))).toEqual([
    'Component orders',
    'API orders',
  ]);
});

test.each([
  [
    'a template of the scaffolder',
    `${head('Template').replace('backstage.io/v1alpha1', 'backstage.io/v1beta3')}spec: {}\n`,
  ],
  ['another object', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: backstage.io/v1alpha1\n'],
  ['settings that name the format', 'catalog:\n  # apiVersion: backstage.io/v1alpha1\n  rules: []\n'],
])('not %s', async (_name, text) => {
  expect(await parseFile(serviceCatalogKind, 'a.yaml', text)).toEqual({ artifacts: [], problems: [] });
});

test('values that a scaffolder fills in are not known', async () => {
  const text = `${head('Component', `\${{ values.name }}`)}${owned}`;
  const { artifacts } = await parseFile(serviceCatalogKind, 'catalog-info.yaml', text);
  expect(artifacts[0]).toMatchObject({ level: 'tolerant', facts: { templated: ['metadata.name'], faults: [] } });
});
