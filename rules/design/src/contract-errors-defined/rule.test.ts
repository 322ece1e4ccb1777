import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const head = 'openapi: 3.0.3\ninfo: { title: Orders, version: 1.4.0 }\npaths:\n';
const operation = (path: string, ...codes: string[]) =>
  `  ${path}:\n    get:\n      responses:\n${codes.map((code) => `        '${code}': { description: d }\n`).join('')}`;

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'ranges and the rest count',
      files: {
        'api.yaml': `${head}${operation('/a', '200', '4XX')}${operation('/b', '200', 'default')}${operation('/c', '200', '503')}${operation('/d', '307')}`,
      },
    },
    {
      name: 'failures in the files of a split description',
      files: {
        'openapi.yaml': `${head}  /a:\n    $ref: paths/a.yaml\n  /b:\n    $ref: 'paths/more.yaml#/~1b'\n  /c:\n    get:\n      $ref: paths/c.yaml\n`,
        'paths/a.yaml': `get:\n  responses:\n    '200': { description: d }\n    '404': { description: d }\n`,
        'paths/c.yaml': `responses:\n  '500': { description: d }\n`,
        'paths/more.yaml': `/b:\n  get:\n    responses:\n      '200': { description: d }\n      default: { description: d }\n`,
      },
    },
  ],
  gap: [
    {
      name: 'half of them',
      files: { 'api.yaml': `${head}${operation('/a', '200')}${operation('/b', '200', '404')}` },
      findings: [
        'api.yaml:5:5 info 1 of 2 operations in api.yaml describe only success (GET /a), so callers learn in production what failure looks like there. Refer to the error response that the others have.',
      ],
    },
    {
      name: 'the status of the business, and what is asked of one thing, are requests like others',
      files: { 'api.yaml': `${head}${operation('/v1/status', '200')}${operation('/orders/{id}/info', '200')}` },
      findings: [
        'api.yaml:5:5 info 2 of 2 operations in api.yaml describe only success, so callers learn the failure format in production. Add an error response that they share (RFC 9457, problem+json) and refer to it.',
      ],
    },
    {
      name: 'the interface of the product, consumed by its own parts or by others',
      files: {
        'README.md': '# Shop\n',
        'api.yaml': `${head.replace('Orders', 'Shop API, description: Consumed by Shop for phones.')}${operation('/a', '200')}`,
        'b.yaml': `${head.replace('Orders', 'Stock, description: Consumed by partners.')}${operation('/a', '200')}`,
      },
      findings: [
        'api.yaml:5:5 info 1 of 1 operations in api.yaml describe only success, so callers learn the failure format in production. Add an error response that they share (RFC 9457, problem+json) and refer to it.',
        'b.yaml:5:5 info 1 of 1 operations in b.yaml describe only success, so callers learn the failure format in production. Add an error response that they share (RFC 9457, problem+json) and refer to it.',
      ],
    },
    {
      name: 'one description in two formats, and its versions, of which the newest is asked',
      files: {
        'json/api.json':
          '{"openapi":"3.0.3","info":{"title":"Orders","version":"1.4.0"},"paths":{"/a":{"get":{"responses":{"200":{"description":"d"}}}}}}',
        'yaml/api.yaml': `${head}${operation('/a', '200')}`,
        'v2/api.yaml': `${head}${operation('/a', '200')}${operation('/b', '200', '404')}`,
        'v10/api.json':
          '{"openapi":"3.0.3","info":{"title":"Orders","version":"1.4.0"},"paths":{"/a":{"get":{"responses":{"200":{}}}},\n"/b":{"get":{"responses":{"200":{},"404":{}}}}}}',
        'v10/api.yaml': `${head}${operation('/a', '200')}${operation('/b', '200', '404')}`,
      },
      findings: [
        'json/api.json:1:79 info 2 descriptions of one interface, json/api.json among them, hold operations that describe only success (1 of 1 in that one), so callers learn the failure format in production. Add an error response that they share (RFC 9457, problem+json) and refer to it. ×2',
        'v10/api.json:1:79 info 2 descriptions of one interface, v10/api.json among them, hold operations that describe only success (GET /a), so callers learn in production what failure looks like there. Refer to the error response that the others have. ×2',
      ],
    },
    {
      name: 'a file that parts were merged into, beside the parts',
      files: {
        'out/merged.yaml': `${head}${['/a', '/b', '/c', '/d'].map((path) => operation(path, '200')).join('')}`,
        'src/part.yaml': `${head.replace('Orders', 'Part')}${['/a', '/b', '/c'].map((path) => operation(path, '200')).join('')}`,
      },
      findings: [
        'out/merged.yaml:5:5 info 2 descriptions of one interface, out/merged.yaml among them, hold operations that describe only success (4 of 4 in that one), so callers learn the failure format in production. Add an error response that they share (RFC 9457, problem+json) and refer to it. ×2',
      ],
    },
    {
      name: 'a page for readers that knows of no errors, and one that knows of some',
      files: {
        'api-docs/a.yaml': `${head}${operation('/a', '200')}`,
        'docs/b.yaml': `${head.replace('Orders', 'Stock')}${operation('/a', '200')}${operation('/b', '200', '404')}`,
      },
      findings: [
        'api-docs/a.yaml:5:5 info 1 of 1 operations in api-docs/a.yaml describe only success, so callers learn the failure format in production. Add an error response that they share (RFC 9457, problem+json) and refer to it.',
        'docs/b.yaml:5:5 info 1 of 2 operations in docs/b.yaml describe only success (GET /a), so callers learn in production what failure looks like there. Refer to the error response that the others have.',
      ],
    },
    {
      name: 'a demo by its title, and a page in Swagger 2.0',
      files: {
        'api.yaml': `${head.replace('Orders', 'The sample service')}${operation('/a', '200')}`,
        'docs/api.yaml': `${head.replace('openapi: 3.0.3', "swagger: '2.0'")}${operation('/a', '200')}${operation('/b', '200', '404')}`,
      },
      findings: [
        'api.yaml:5:5 info 1 of 1 operations in api.yaml describe only success, so callers learn the failure format in production. Add an error response that they share (RFC 9457, problem+json) and refer to it.',
        'docs/api.yaml:5:5 info 1 of 2 operations in docs/api.yaml describe only success (GET /a), so callers learn in production what failure looks like there. Refer to the error response that the others have.',
      ],
    },
    {
      name: 'a draft, by its version and by its folder',
      files: {
        'a.yaml': `${head.replace('1.4.0', '2.0.0-draft')}${operation('/a', '200')}`,
        'drafts/b.yaml': `${head.replace('Orders', 'Stock')}${operation('/a', '200')}${operation('/b', '200', '404')}`,
      },
      findings: [
        'a.yaml:5:5 info 1 of 1 operations in a.yaml describe only success, so callers learn the failure format in production. Add an error response that they share (RFC 9457, problem+json) and refer to it.',
        'drafts/b.yaml:5:5 info 1 of 2 operations in drafts/b.yaml describe only success (GET /a), so callers learn in production what failure looks like there. Refer to the error response that the others have.',
      ],
    },
    {
      name: 'tests of the business, which are no routes to try the service out',
      files: { 'api.yaml': `${head}${operation('/tests', '200')}${operation('/test/{id}', '200')}` },
      findings: [
        'api.yaml:5:5 info 2 of 2 operations in api.yaml describe only success, so callers learn the failure format in production. Add an error response that they share (RFC 9457, problem+json) and refer to it.',
      ],
    },
    {
      name: 'an oversight',
      files: {
        'api.yaml': `${head}${operation('/a', '200')}${[1, 2, 3, 4, 5].map((n) => operation(`/b${n}`, '200', '404')).join('')}`,
      },
      findings: [
        'api.yaml:5:5 info 1 of 6 operations in api.yaml describe only success (GET /a), so callers learn in production what failure looks like there. Refer to the error response that the others have.',
      ],
    },
    {
      name: 'lists alone, and fewer than half',
      files: {
        'api.yaml': `${head}${operation('/kinds', '200')}${operation('/a/{id}', '200', '404')}${operation('/b/{id}', '200', '404')}`,
      },
      findings: [
        'api.yaml:5:5 info 1 of 3 operations in api.yaml describe only success (GET /kinds), so callers learn in production what failure looks like there. Refer to the error response that the others have.',
      ],
    },
    {
      name: 'in a file of a split description',
      files: {
        'openapi.yaml': `${head}  /a:\n    $ref: paths/a.yaml\n`,
        'paths/a.yaml': `get:\n  responses:\n    '200': { description: d }\n`,
      },
      findings: [
        'paths/a.yaml:1:1 info 1 of 1 operations in openapi.yaml describe only success, so callers learn the failure format in production. Add an error response that they share (RFC 9457, problem+json) and refer to it.',
      ],
    },
  ],
  skip: [
    {
      name: 'the sample of an editor',
      files: { 'api.yaml': `${head.replace('Orders', 'Sample API')}${operation('/users', '200')}` },
    },
    { name: 'routes to try it out', files: { 'api.yaml': `${head}${operation('/api/test/queue/{name}', '200')}` } },
    {
      name: 'a part of a description, whose components stand beside it',
      files: {
        'swagger/header.yaml': `${head}  /a:\n    get:\n      parameters: [{ $ref: '#/components/parameters/id' }]\n      responses: { '200': { description: d } }\n`,
        'swagger/components.yaml': 'components:\n  parameters:\n    id: { name: id, in: query }\n',
      },
    },
    {
      name: 'what a script downloads from elsewhere',
      files: {
        'package.json':
          '{ "name": "web", "scripts": { "fetch": "curl -o ./stock.json https://stock.example.org/v3/api-docs" } }',
        'stock.json': '{"openapi":"3.0.3","info":{"title":"Stock"},"paths":{"/a":{"get":{"responses":{"200":{}}}}}}',
      },
    },
    { name: 'a template', files: { 'api.yaml': `${head}${operation('/{{ .Values.path }}', '200')}` } },
    {
      name: 'what a package calls, for which Orval makes the client',
      files: {
        'web/package.json': '{ "name": "web" }',
        'web/orval.config.ts': "export default { stock: { input: './spec/api.yaml' } };\n",
        'web/spec/api.yaml': `${head}${operation('/a', '200')}`,
      },
    },
    { name: 'a proposal', files: { 'docs/proposals/1/api.yaml': `${head}${operation('/a', '200')}` } },
    {
      name: 'what is called from here, in its own words',
      files: {
        'README.md': '# Shop\n',
        'stock-api.yaml': `${head.replace('Orders', 'Stock, description: Consumed by the Shop.')}${operation('/a', '200')}`,
      },
    },
    {
      name: 'a copy',
      files: {
        'api.yaml': `${head.replace('Orders', 'Stock, x-origin: [{ url: https://example.org/a.yaml }]')}${operation('/a', '200')}`,
      },
    },
    {
      name: 'what a client was made of',
      files: { 'internal/httpclient/api/openapi.yaml': `${head}${operation('/a', '200')}` },
    },
    {
      name: 'only supervision',
      files: {
        'api.yaml': `${head}${operation('/healthz', '200')}${operation('/metrics', '200')}${operation('/__lbheartbeat__', '200')}${operation('/', '200')}`,
      },
    },
  ],
  unknown: [
    { name: 'a file that was not read', files: { 'openapi.yaml': `${head}  /a:\n    $ref: paths/a.yaml\n` } },
    {
      name: 'responses elsewhere',
      files: { 'openapi.yaml': `${head}  /a:\n    get:\n      responses: { $ref: r.yaml }\n` },
    },
  ],
});
