import { describe, expect, test } from '@jest/globals';
import type { AnyArtifact, Artifact, ServiceCatalogFacts } from '@shipworthy/model';
import { artifact, contextOf } from '../testing/facts.ts';
import { catalogFiles } from './relation.ts';

const AT = [1, 2] as const;
const entity = (path: string, facts: Partial<ServiceCatalogFacts>): Artifact<'service-catalog'> =>
  artifact('service-catalog', path, {
    entity: 'Component',
    name: 'orders',
    namespace: 'default',
    references: [],
    targets: [],
    links: [],
    templated: [],
    faults: [],
    spans: { '': AT },
    ...facts,
  });

function linksOf(
  subject: Artifact<'service-catalog'>,
  others: readonly AnyArtifact[] = [],
  paths: readonly string[] = [],
) {
  const base = { path: subject.path, pathClass: 'authored', level: 'parsed', subjectId: subject.path } as const;
  const context = contextOf([subject, ...others], paths);
  return catalogFiles.build(context)({
    ...base,
    at: () => ({ path: subject.path }),
    artifact: subject,
    facts: subject.facts,
  });
}

describe('the definition of an API', () => {
  test.each([
    ['./openapi.yaml', 'resolved'],
    ['../other/openapi.yaml', 'dangling'],
    ['/openapi.yaml', 'unknown'],
    ['https://acme.org/openapi.yaml', 'unknown'],
    ['../../out.yaml', 'unknown'],
    ['./{{ values.name }}.yaml', 'unknown'],
  ])('%s is %s', (target, state) => {
    const api = entity('svc/catalog-info.yaml', { entity: 'API', definition: { target, at: AT, inline: false } });
    expect(linksOf(api, [], ['svc/openapi.yaml']).definition?.state).toBe(state);
  });

  test('in the entity itself it leads nowhere', () => {
    const api = entity('catalog-info.yaml', { entity: 'API', definition: { target: '', at: AT, inline: true } });
    expect(linksOf(api).definition).toBeUndefined();
  });
});

describe('the folder of documentation', () => {
  test.each([
    ['.', ['svc/mkdocs.yml'], 'resolved'],
    ['.', ['svc/main.go'], 'unknown'],
    ['./site', ['svc/main.go'], 'dangling'],
    ['..', ['docs/index.md'], 'resolved'],
  ])('dir:%s with %j is %s', (target, paths, state) => {
    const subject = entity('svc/catalog-info.yaml', { techdocs: { target, at: AT } });
    expect(linksOf(subject, [], paths).techdocs?.state).toBe(state);
  });
});

describe('APIs that are provided', () => {
  const api = entity('api.yaml', { entity: 'API', name: 'Orders', namespace: 'shop' });
  test.each([
    ['api:shop/orders', 'resolved'],
    ['shop/orders', 'resolved'],
    ['orders', 'missing'],
    ['component:shop/orders', 'missing'],
  ])('%s is %s', (target, state) => {
    const subject = entity('catalog-info.yaml', { references: [{ field: 'providesApis', target, at: AT }] });
    expect(linksOf(subject, [api]).provided.map(({ link }) => link.state)).toEqual([state]);
  });
});

test('two entities of one kind, namespace and name are twins; other kinds are not', () => {
  const subject = entity('a/catalog-info.yaml', {});
  expect(linksOf(subject, [entity('b/catalog-info.yaml', { name: 'Orders' })]).twin?.path).toBe('b/catalog-info.yaml');
  expect(linksOf(subject, [entity('b/catalog-info.yaml', { entity: 'API' })]).twin).toBeUndefined();
});
