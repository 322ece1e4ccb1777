import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const entity = (kind: string, name: string, spec: string, metadata = '') =>
  `apiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata:\n  name: ${name}\n${metadata}spec:\n  type: service\n  lifecycle: production\n  owner: team-a\n${spec}`;
const openapi =
  "openapi: 3.0.3\ninfo: { title: Orders, version: '1' }\npaths:\n  /a:\n    get:\n      responses: { '200': { description: d } }\n";
const techdocs = '  annotations:\n    backstage.io/techdocs-ref: dir:';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'APIs that other repositories describe',
      files: { 'catalog-info.yaml': entity('Component', 'a', '  providesApis: [b]\n  consumesApis: [api:other/c]\n') },
    },
    {
      name: 'documentation beside the entity',
      files: { 'catalog-info.yaml': entity('Component', 'a', '', `${techdocs}.\n`), 'mkdocs.yml': 'site_name: a\n' },
    },
    {
      name: 'a definition in the entity itself',
      files: { 'catalog-info.yaml': entity('API', 'a', '  definition: |\n    openapi: 3.0.3\n') },
    },
    {
      name: 'a location with files that are there',
      files: {
        'all.yaml':
          'apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: { name: all }\nspec:\n  targets: [./a.yaml, https://acme.org/b.yaml, ./c/*.yaml]\n',
        'a.yaml': entity('Component', 'a', ''),
      },
    },
  ],
  gap: [
    {
      name: 'one field is missing',
      files: { 'catalog-info.yaml': entity('Component', 'a', '').replace('  lifecycle: production\n', '') },
      findings: [
        'catalog-info.yaml:5:1 warning Component a is not taken in by the catalog: `spec.lifecycle` is missing. Until it is, nobody finds it, or who owns it, by night. Add what is missing.',
      ],
    },
    {
      name: 'a name with a space',
      files: { 'catalog-info.yaml': entity('Component', 'order service', '') },
      findings: [
        "catalog-info.yaml:4:9 error In Component order service 'order service' is no name for an entity (letters and digits, with - _ . between them). The catalog refuses the entity, so nobody finds it, or who owns it, by night.",
      ],
    },
    {
      name: 'documentation in a folder that is not there',
      files: { 'catalog-info.yaml': entity('Component', 'a', '', `${techdocs}./site\n`) },
      findings: [
        "catalog-info.yaml:6:32 error Component a has its documentation in 'dir:./site', a folder that is not there, so its page in the catalog is an error. Correct `backstage.io/techdocs-ref`.",
      ],
    },
    {
      name: 'a location whose file is not there',
      files: {
        'catalog-info.yaml':
          'apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata:\n  name: all\nspec:\n  target: ./gone.yaml\n',
      },
      findings: [
        "catalog-info.yaml:6:11 error Location all takes in './gone.yaml', which is not there, so the catalog misses what it holds. Correct the path.",
      ],
    },
    {
      name: 'an API without entity beside a description',
      files: { 'catalog-info.yaml': entity('Component', 'a', '  providesApis: [orders]\n'), 'openapi.yaml': openapi },
      findings: [
        "catalog-info.yaml:9:18 warning Component a says it provides the API 'orders', and no entity here describes it, although openapi.yaml does. Callers find a name without a contract. Add an API entity whose definition is that file.",
      ],
    },
    {
      name: 'two of one name in one file',
      files: { 'catalog-info.yaml': `${entity('Component', 'a', '')}---\n${entity('Component', 'A', '')}` },
      findings: [
        'catalog-info.yaml:4:9 warning Component a is described in 2 places, catalog-info.yaml among them, and the catalog keeps only one of them. Remove the others, or name them otherwise. ×2',
      ],
    },
    {
      name: 'two of one name, and a link to nowhere',
      files: {
        'a/catalog-info.yaml': entity('Component', 'a', '', '  links:\n    - url: https://example.com/runbook\n'),
        'b/catalog-info.yaml': entity('Component', 'a', ''),
      },
      findings: [
        'a/catalog-info.yaml:4:9 warning Component a is described in 2 places, b/catalog-info.yaml among them, and the catalog keeps only one of them. Remove the others, or name them otherwise. ×2',
        "a/catalog-info.yaml:6:12 info Component a links to 'https://example.com/runbook', which is no address yet. Name the page, or remove the link.",
      ],
    },
  ],
  skip: [
    {
      name: 'an example',
      files: { 'examples/catalog-info.yaml': entity('Component', 'a', '').replace('  owner: team-a\n', '') },
    },
    {
      name: 'a scaffolder fills it in',
      files: { 'catalog-info.yaml': entity('Component', `\${{ values.name }}`, '') },
    },
  ],
  unknown: [
    {
      name: 'documentation that cannot be told',
      files: { 'catalog-info.yaml': entity('Component', 'a', '', `${techdocs}.\n`) },
    },
    {
      name: 'a definition elsewhere',
      files: { 'catalog-info.yaml': entity('API', 'a', '  definition:\n    $text: https://acme.org/api.yaml\n') },
    },
  ],
});
