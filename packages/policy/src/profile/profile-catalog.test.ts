import { expect, test } from '@jest/globals';
import type { FileFacts, ServiceCatalogFacts } from '@shipworthy/model';
import { judge } from './testing/trees.ts';

function entry(path: string, facts: Partial<ServiceCatalogFacts>, pathClass: FileFacts['pathClass'] = 'authored') {
  const artifact: FileFacts['artifacts'][number] = {
    kind: 'service-catalog',
    path,
    pathClass,
    level: 'parsed',
    confidence: 1,
    why: [],
    id: path,
    facts: {
      entity: 'Component',
      namespace: 'default',
      references: [],
      targets: [],
      links: [],
      templated: [],
      faults: [],
      spans: {},
      ...facts,
    },
  };
  return { path, pathClass, artifacts: [artifact], problems: [] };
}
const RUN = { specType: 'service', lifecycle: 'production' };

test('owners who list it as a service in production say what it is', () => {
  expect(judge([], [entry('catalog-info.yaml', RUN)]).stated).toEqual({
    because: 'catalog-info.yaml says that it is a service in production',
    at: { path: 'catalog-info.yaml' },
  });
});

test.each<[string, FileFacts]>([
  ['a library', entry('catalog-info.yaml', { ...RUN, specType: 'library' })],
  ['an experiment', entry('catalog-info.yaml', { ...RUN, lifecycle: 'experimental' })],
  ['an interface', entry('catalog-info.yaml', { ...RUN, entity: 'API' })],
  ['a blank that a scaffolder fills in', entry('catalog-info.yaml', { ...RUN, lifecycle: '{{ lifecycle }}' })],
  ['a part', entry('web/catalog-info.yaml', RUN)],
  ['an example', entry('catalog-info.yaml', RUN, 'example')],
])('%s does not', (_, file) => {
  expect(judge([], [file]).stated).toBeUndefined();
});
