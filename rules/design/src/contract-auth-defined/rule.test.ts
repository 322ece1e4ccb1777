import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const head = 'openapi: 3.0.3\ninfo: { title: Orders, version: 1.4.0 }\npaths:\n';
const scheme = 'components:\n  securitySchemes:\n    bearer: { type: http, scheme: bearer }\n';
const operation = (method: string, path: string, more = '') =>
  `  ${path}:\n    ${method}:\n${more}      responses: { '200': { description: d } }\n`;

const ELEVEN = 'abcdefghijk'
  .split('')
  .map((name) => operation('put', `/${name}`))
  .join('');

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'each says its own',
      files: {
        'api.yaml': `${head}${operation('post', '/a', '      security: [{ bearer: [] }]\n')}${operation('post', '/b', '      security: [{}, { bearer: [] }]\n')}${scheme}`,
      },
    },
    {
      name: 'what only reads beside what is closed',
      files: {
        'api.yaml': `${head}${operation('post', '/a', '      security: [{ bearer: [] }]\n')}${operation('get', '/b')}${scheme}`,
      },
    },
    {
      name: 'an entrance beside what is closed',
      files: {
        'api.yaml': `${head}${operation('post', '/a', '      security: [{ bearer: [] }]\n')}${operation('post', '/auth/login')}${scheme}`,
      },
    },
    {
      name: 'a way in by its first factor',
      files: {
        'api.yaml': `${head}${operation('post', '/a', '      security: [{ bearer: [] }]\n')}${operation('post', '/api/firstfactor')}${operation('post', '/api/login-with/passkey')}${scheme}`,
      },
    },
  ],
  gap: [
    {
      name: 'a scheme that only operators are asked for',
      files: {
        'api.yaml': `${head}${operation('post', '/admin/policy', '      security: [{ bearer: [] }]\n')}${operation('post', '/check')}${scheme}`,
      },
      findings: [
        'api.yaml:13:5 info api.yaml defines the security scheme bearer, and 1 of 2 operations neither ask for it nor say `security: []`: POST /check. Nobody can tell whether they are public on purpose. Add `security`, at the top or to each.',
      ],
    },
    {
      name: 'one operation for operators that was forgotten',
      files: {
        'api.yaml': `${head}${operation('post', '/admin/policy', '      security: [{ bearer: [] }]\n')}${operation('post', '/admin/keys')}${operation('post', '/check')}${scheme}`,
      },
      findings: [
        'api.yaml:16:5 warning api.yaml defines the security scheme bearer, and 2 of 3 operations neither ask for it nor say `security: []`: POST /admin/keys, POST /check. Nobody can tell whether they are public on purpose. Add `security`, at the top or to each.',
      ],
    },
    {
      name: 'no scheme at all',
      files: { 'api.yaml': `${head}${operation('get', '/a')}${operation('delete', '/b')}` },
      findings: [
        'api.yaml:1:1 info api.yaml describes 2 operations, DELETE /b among them, and no way for callers to prove who they are. Nobody can tell whether that is public on purpose. Define a security scheme and ask for it with `security`, or say `security: []`.',
      ],
    },
    {
      name: 'two interfaces without a scheme',
      files: { 'a.yaml': `${head}${operation('put', '/a')}`, 'b.yaml': `${head}${operation('put', '/b')}` },
      findings: [
        'a.yaml:1:1 info 2 descriptions, a.yaml among them, describe operations like PUT /a and no way for callers to prove who they are. Nobody can tell whether that is public on purpose. Define a security scheme and ask for it with `security`, or say `security: []`. ×2',
      ],
    },
    {
      name: 'a bundle beside what it was bundled from',
      files: {
        'api.full.yaml': `${head}${operation('put', '/a')}${scheme}`,
        'api.yaml': `${head}  /a:\n    $ref: paths/a.yaml\n${scheme}`,
        'paths/a.yaml': "put:\n  responses: { '200': { description: d } }\n",
      },
      findings: [
        'api.full.yaml:9:5 warning 2 descriptions, api.full.yaml among them, define the security scheme bearer, and many of their operations (PUT /a) neither ask for it nor say `security: []`. Nobody can tell whether they are public on purpose. Add `security`, at the top or to each. ×2',
      ],
    },
    {
      name: 'only what is below /admin, and something beside it',
      files: {
        'a/api.yaml': `${head}${operation('put', '/admin/keys')}${operation('put', '/api/v1/admin/a', '      security: [{ bearer: [] }]\n')}${scheme}`,
        'b/api.yaml': `${head.replace('Orders', 'Bills')}${operation('put', '/admin/keys')}${operation('put', '/administration')}${scheme}`,
      },
      findings: [
        'a/api.yaml:13:5 info a/api.yaml defines the security scheme bearer, and 1 of 2 operations neither ask for it nor say `security: []`: PUT /admin/keys. Nobody can tell whether they are public on purpose. Add `security`, at the top or to each.',
        'b/api.yaml:12:5 warning b/api.yaml defines the security scheme bearer, and 2 of 2 operations neither ask for it nor say `security: []`: PUT /admin/keys, PUT /administration. Nobody can tell whether they are public on purpose. Add `security`, at the top or to each.',
      ],
    },
    {
      name: 'only what other services call, and a scheme that one in twelve asks for, named after it or not',
      files: {
        'a/api.yaml': `${head}${operation('put', '/api/internal/v1/tenants')}${operation('put', '/api/v1/a', '      security: [{ bearer: [] }]\n')}${scheme}`,
        'b/api.yaml': `${head.replace('Orders', 'Bills')}${operation('get', '/v1/portal/a', '      security: [{ PortalToken: [] }]\n')}${ELEVEN}${scheme.replace('bearer:', 'PortalToken:')}`,
        'c/api.yaml': `${head.replace('Orders', 'Carts')}${operation('get', '/v1/portal/a', '      security: [{ bearer: [] }]\n')}${ELEVEN}${scheme}`,
      },
      findings: [
        'a/api.yaml:13:5 info a/api.yaml defines the security scheme bearer, and 1 of 2 operations neither ask for it nor say `security: []`: PUT /api/internal/v1/tenants. Nobody can tell whether they are public on purpose. Add `security`, at the top or to each.',
        'b/api.yaml:43:5 info b/api.yaml defines the security scheme PortalToken, and 11 of 12 operations neither ask for it nor say `security: []`: PUT /a, PUT /b, PUT /c and 8 more. Nobody can tell whether they are public on purpose. Add `security`, at the top or to each.',
        'c/api.yaml:43:5 warning c/api.yaml defines the security scheme bearer, and 11 of 12 operations neither ask for it nor say `security: []`: PUT /a, PUT /b, PUT /c and 8 more. Nobody can tell whether they are public on purpose. Add `security`, at the top or to each.',
      ],
    },
    {
      name: 'some of those of Swagger 2',
      files: {
        'swagger.json':
          '{"swagger": "2.0", "info": {"title": "A", "version": "1"},\n"paths": {"/a": {"get": {"security": [{"key": []}], "responses": {"200": {}}}, "put": {"responses": {"200": {}}}}},\n"securityDefinitions": {"key": {"type": "apiKey"}}}\n',
      },
      findings: [
        'swagger.json:3:25 warning swagger.json defines the security scheme key, and 1 of 2 operations neither ask for it nor say `security: []`: PUT /a. Nobody can tell whether they are public on purpose. Add `security`, at the top or to each.',
      ],
    },
  ],
  skip: [
    {
      name: 'what a tool that compares descriptions is tried on',
      files: Object.fromEntries(
        'abcde'
          .split('')
          .flatMap((name) =>
            ['base', 'revision'].map((side) => [
              `data/${name}_${side}.yaml`,
              `${head}${operation('put', '/a')}${scheme}`,
            ]),
          ),
      ),
    },
    {
      name: 'a description in a portal, of a service elsewhere',
      files: { 'catalog-entities/apis/store.yaml': `${head}${operation('post', '/a')}` },
    },
    {
      name: 'an older version, and a newer one in which all is said',
      files: {
        'orders-v1.yaml': `${head}${operation('post', '/a')}`,
        'orders-v2.yaml': `${head}${operation('get', '/healthz')}`,
      },
    },
    {
      name: 'a part of a description, whose components stand beside it',
      files: {
        'swagger/header.yaml': `${head}${operation('post', '/a', "      parameters: [{ $ref: '#/components/parameters/id' }]\n")}`,
        'swagger/components.yaml': 'components:\n  parameters:\n    id: { name: id, in: query }\n',
      },
    },
    { name: 'a template', files: { 'api.yaml': `${head}${operation('post', '/{{ .Values.path }}')}` } },
    { name: 'only supervision', files: { 'api.yaml': `${head}${operation('get', '/healthz')}` } },
  ],
  unknown: [
    { name: 'only reads, without a scheme', files: { 'api.yaml': `${head}${operation('get', '/stations')}` } },
    {
      name: 'what configures API Gateway',
      files: {
        'api.yaml': `${head}${operation('post', '/a', '      x-amazon-apigateway-integration: { type: aws_proxy }\n')}${scheme}`,
      },
    },
    { name: 'paths in files that were not read', files: { 'api.yaml': `${head}  /a:\n    $ref: paths/a.yaml\n` } },
    {
      name: 'some paths in files that were not read',
      files: {
        'api.yaml': `${head}${operation('post', '/b', '      security: [{ bearer: [] }]\n')}  /a:\n    $ref: paths/a.yaml\n${scheme}`,
      },
    },
  ],
});
