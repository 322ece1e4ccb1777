import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const paths = "paths:\n  /a:\n    get:\n      responses: { '200': { description: d } }\n";
const api = (info: string) => `openapi: 3.0.3\ninfo: ${info}\n${paths}`;
const NONE = 'which is none, so callers can neither pin one nor tell which one broke them.';

testRule(import.meta.url, rule, {
  pass: [
    { name: 'a version of one', files: { 'api.yaml': api('{ title: Orders, version: v1 }') } },
    {
      name: "the title of a generator with a version of one's own",
      files: { 'api.yaml': api('{ title: FastAPI, version: 2.3.0 }') },
    },
    {
      name: 'a package with a version inside',
      files: { 'a.proto': 'syntax = "proto3";\npackage acme.v1beta2.orders;\nservice S {}\n' },
    },
    {
      name: 'a deprecation that says what comes instead',
      files: { 'a.graphql': 'type Query { a: Int @deprecated(reason: "use b") b: Int }\n' },
    },
    { name: 'events', files: { 'asyncapi.yaml': "asyncapi: 3.0.0\ninfo: { title: A, version: '1' }\nchannels: {}\n" } },
    {
      name: 'a deprecated operation with a date',
      files: {
        'api.yaml': `${api('{ title: A, version: "1" }').replace('responses', 'deprecated: true\n      description: goes in 2027\n      responses')}`,
      },
    },
    {
      name: 'a deprecated operation under the path of an older version',
      files: {
        'api.yaml': api('{ title: A, version: "1" }')
          .replace('responses', 'deprecated: true\n      responses')
          .concat("  /api/v1/a:\n    get:\n      responses: { '200': { description: d } }\n"),
      },
    },
    {
      name: 'deprecated operations that are retired, or refuse everybody',
      files: {
        'api.yaml': api('{ title: A, version: "1" }')
          .replace('responses', 'deprecated: true\n      description: It has been retired.\n      responses')
          .concat("  /b:\n    get:\n      deprecated: true\n      responses: { '410': { description: gone } }\n"),
      },
    },
  ],
  gap: [
    {
      name: 'no version',
      files: { 'api.yaml': api('{ title: Orders }') },
      findings: [
        'api.yaml:2:1 warning api.yaml names no version, so callers can neither pin one nor tell which one broke them. Set `info.version`, best from the release.',
      ],
    },
    {
      name: 'an empty one',
      files: { 'api.yaml': api("{ title: Orders, version: '' }") },
      findings: [`api.yaml:2:33 info api.yaml says version '', ${NONE} Set \`info.version\`, best from the release.`],
    },
    {
      name: 'several of one generator',
      files: {
        'gen/a.yaml': api('{ title: a.proto, version: version not set }'),
        'gen/b.yaml': api('{ title: b.proto, version: version not set }'),
      },
      findings: [
        `gen/a.yaml:2:34 info 2 descriptions, gen/a.yaml among them, say version 'version not set', ${NONE} Set \`info.version\` where they are made, best from the release. ×2`,
      ],
    },
    {
      name: 'what the framework puts in',
      files: {
        'openapi.json':
          '{"openapi": "3.1.0", "info": {"title": "FastAPI", "version": "0.1.0"}, "paths": {"/": {"get": {}}}}\n',
      },
      findings: [
        "openapi.json:1:40 info openapi.json still has the title 'FastAPI' and the version '0.1.0' that FastAPI puts in, so whoever finds it can tell neither whose interface it is nor which version. Name both where the application is made.",
      ],
    },
    {
      name: 'a deprecated operation',
      files: {
        'api.yaml': api('{ title: A, version: "1" }').replace('responses', 'deprecated: true\n      responses'),
      },
      findings: [
        'api.yaml:5:5 info GET /a of api.yaml is deprecated, and nothing says until when or what to use instead, so callers stay. Say so where it is marked.',
      ],
    },
    {
      name: 'deprecated fields',
      files: { 'a.graphql': 'type Query {\n  a: Int @deprecated\n  b: Int @deprecated\n}\n' },
      findings: [
        'a.graphql:2:3 info 2 parts of a.graphql are deprecated, a among them, and nothing says until when or what to use instead, so callers stay. Say so where they are marked. ×2',
      ],
    },
    {
      name: 'a package without version',
      files: { 'a.proto': 'syntax = "proto3";\npackage orders;\nservice S {}\n' },
      findings: [
        'a.proto:2:9 info The package orders of a.proto has no version, so its service cannot change without breaking everybody at once. When it leaves the team, name it orders.v1.',
      ],
    },
    {
      name: 'a package named after the own account',
      files: {
        'package.json': '{"name":"@ac-me/orders"}',
        'a.proto': 'syntax = "proto3";\npackage com.github.ac_me.orders;\nservice S {}\n',
      },
      findings: [
        'a.proto:2:9 info The package com.github.ac_me.orders of a.proto has no version, so its service cannot change without breaking everybody at once. When it leaves the team, name it com.github.ac_me.orders.v1.',
      ],
    },
    {
      name: 'several packages without version',
      files: {
        'a.proto': 'syntax = "proto3";\npackage a;\nservice S {}\n',
        'b.proto': 'syntax = "proto3";\npackage b;\nservice S {}\n',
      },
      findings: [
        'a.proto:2:9 info 2 packages with services have no version, a among them, so their services cannot change without breaking everybody at once. When they leave the team, name them like a.v1. ×2',
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
              'openapi: 3.0.3\ninfo: { title: A }\npaths:\n  /a:\n    get:\n      responses: { 200: { description: d } }\n',
            ]),
          ),
      ),
    },
    {
      name: 'a copy that a package of another account names',
      files: {
        'package.json': '{"name":"@acme/orders"}',
        'hack/Events.proto': 'syntax = "proto3";\npackage com.github.other.events;\nservice S {}\n',
      },
    },
    {
      name: 'what configures API Gateway',
      files: {
        'api.yaml': api('{ title: Orders }').replace(
          'responses',
          'x-amazon-apigateway-integration: { type: aws_proxy }\n      responses',
        ),
      },
    },
    {
      name: 'a service for tests',
      files: { 'proxy/testservice/a.proto': 'syntax = "proto3";\npackage a;\nservice S {}\n' },
    },
    { name: 'a copy that a tool keeps', files: { '.schema/api.yaml': api('{ title: Orders }') } },
    { name: 'an example', files: { 'examples/api.yaml': api('{ title: Orders }') } },
    { name: 'a description in a portal', files: { 'catalog-entities/apis/a.yaml': api('{ title: Orders }') } },
    { name: 'messages only', files: { 'a.proto': 'syntax = "proto3";\npackage orders;\nmessage A {}\n' } },
    { name: 'a copy', files: { 'h.proto': 'syntax = "proto3";\npackage grpc.health;\nservice H {}\n' } },
    { name: 'Avro', files: { 'a.avsc': '{"type": "enum", "name": "A", "symbols": ["B"]}\n' } },
    { name: 'no package', files: { 'a.proto': 'syntax = "proto3";\nservice S {}\n' } },
  ],
  unknown: [
    { name: 'a template', files: { 'api.yaml': api('{ title: A, version: 1 }').replace('/a', '/{{ .Values.a }}') } },
  ],
});
