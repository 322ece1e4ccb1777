import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const WRONG = 'Clients and documentation made of it come out wrong or not at all.';
const head = 'openapi: 3.0.3\ninfo: { title: Orders, version: 1.4.0 }\n';
const ok = "      responses: { '200': { description: fine } }\n";
const list = `${head}paths:\n  /orders:\n    get:\n${ok}`;
const json = (value: object) => `${JSON.stringify(value, undefined, 2)}\n`;
const draft7 = 'http://json-schema.org/draft-07/schema#';

const CHECKED = (command: string) => ({
  '.github/workflows/ci.yml': `on: pull_request\njobs:\n  check:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${command}\n`,
});

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'references to other hosts are left to a program that follows them on changes',
      files: {
        'api.yaml': `${list}components:\n  schemas:\n    A: { $ref: 'https://acme.org/a.json' }\n`,
        ...CHECKED('npx @redocly/cli lint api.yaml'),
      },
    },
    {
      name: 'a description of 3.1 whose operations need no responses',
      files: { 'api.yaml': 'openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths:\n  /a:\n    get: {}\n' },
    },
    {
      name: 'references in examples, extensions and schemas with an identifier of their own are not followed',
      files: {
        'api.yaml': `${list}components:\n  schemas:\n    A:\n      $id: https://acme.org/a\n      properties: { b: { $ref: '#/definitions/b' } }\n    E:\n      type: object\n      example: { $ref: '#/nowhere' }\n    X:\n      x-note: { $ref: '#/nowhere' }\n`,
      },
    },
    {
      name: 'a property called default, required or type is a schema',
      files: {
        'api.yaml': `${list}components:\n  schemas:\n    A:\n      type: object\n      properties:\n        type: { type: string }\n        default: { type: string }\n`,
      },
    },
    {
      name: 'Swagger 2 as old generators write it: a file, host without scheme, form data',
      files: {
        'swagger.json': json({
          swagger: '2.0',
          info: { title: 'Orders', version: '1' },
          host: 'orders',
          paths: {
            '/upload': {
              post: {
                parameters: [{ name: 'f', in: 'formData', type: 'file' }],
                responses: { 200: { description: 'ok', schema: { type: 'file' } } },
              },
            },
          },
        }),
      },
    },
    {
      name: 'a split description whose files are there',
      files: {
        'openapi.yaml': `${head}paths:\n  /orders:\n    $ref: paths/orders.yaml\n`,
        'paths/orders.yaml': `get:\n  responses: { '200': { description: fine } }\n`,
      },
    },
    {
      name: 'a path parameter declared for the whole path, by reference',
      files: {
        'api.yaml': `${head}paths:\n  /orders/{id}:\n    parameters: [{ $ref: '#/components/parameters/id' }]\n    get:\n${ok}components:\n  parameters:\n    id: { name: id, in: path, required: true, schema: { type: string } }\n`,
      },
    },
    {
      name: 'GraphQL over two files, with directives of a library',
      files: {
        'schema/query.graphql': 'type Query { order(id: ID!): Order @auth(requires: ADMIN) }\n',
        'schema/order.graphql': 'type Order @key(fields: "id") { id: ID! }\n',
      },
    },
    {
      name: 'Avro over two files',
      files: {
        'a.avsc': json({
          type: 'record',
          name: 'A',
          namespace: 'acme',
          fields: [{ name: 'b', type: ['null', 'acme.B'], default: null }],
        }),
        'b.avsc': json({ type: 'record', name: 'B', namespace: 'acme', fields: [{ name: 'c', type: 'string' }] }),
      },
    },
    {
      name: 'protocol buffers with all that the grammar has',
      files: {
        'a.proto':
          '// made by hand\nsyntax = "proto2";\npackage acme.v1;\nimport public "b.proto";\noption java_package = "org.acme";\nmessage A {\n  reserved 2, 9 to max;\n  reserved "old";\n  extensions 100 to 199;\n  optional group G = 3 { optional int32 x = 1; }\n  oneof o { string message = 4 [deprecated = true, (acme.rule) = { min: 1 }]; B b = 5; }\n  map<string, B> option = 6;\n  message B { enum E { option allow_alias = true; X = 0; Y = -1; reserved 5; } }\n}\nextend A { optional string note = 100; }\nservice S { option deprecated = true; rpc Get(stream A) returns (stream A.B) { option (http) = { get: "/a" }; } rpc Put(A) returns (A); }\n',
      },
    },
    {
      name: 'a schema of a draft that is not known is not judged',
      files: { 'a.json': json({ $schema: 'http://json-schema.org/draft-03/schema#', type: 'object', required: true }) },
    },
  ],
  gap: [
    {
      name: 'what API Gateway takes, and what it does not',
      files: {
        'a.yaml': `${head}paths:\n  /a:\n    get:\n      x-amazon-apigateway-integration: { type: aws_proxy }\n      responses: { '200': { $ref: '#/components/responses/A' } }\n    put:\n      x-amazon-apigateway-integration: { type: aws_proxy }\n`,
        'b.yaml': `${head}paths:\n  /b:\n    get:\n      x-amazon-apigateway-integration: { type: aws_proxy }\n    put: {}\n`,
      },
      findings: [
        `a.yaml:7:35 error In a.yaml \`$ref\` '#/components/responses/A' leads nowhere in this file. ${WRONG} Correct it.`,
        `b.yaml:5:5 error 2 places in b.yaml contradict its own format; the first: GET /b has no \`responses\`. ${WRONG} Correct them. ×2`,
      ],
    },
    {
      name: '`required` as it was once',
      files: {
        'api.yaml': `${list}components:\n  schemas:\n    A: { type: object, required: true }\n`,
      },
      findings: [
        'api.yaml:9:24 info In api.yaml `required` of a schema is a list of names. Tools read it in different ways.',
      ],
    },
    {
      name: 'copies of one file, and another that only has its name',
      files: {
        'a/order.json': json({ $schema: draft7, properties: { id: { type: 'text' } } }),
        'b/order.json': json({ $schema: draft7, title: 'Copied', properties: { id: { type: 'text' } } }),
        'c/order.json': json({ $schema: draft7, properties: { name: { type: 'text' } } }),
        'examples/order.json': json({ $schema: draft7, properties: { id: { type: 'text' } } }),
      },
      findings: [
        'a/order.json:5:15 error In a/order.json `properties/id/type` must be equal to one of the allowed values. Validators refuse it, so what it was to keep out comes in. Correct it.',
        'c/order.json:5:15 error In c/order.json `properties/name/type` must be equal to one of the allowed values. Validators refuse it, so what it was to keep out comes in. Correct it.',
      ],
    },
    {
      name: 'descriptions of one folder that lack the same component, and one that has a fault of its own',
      files: {
        'api/a.yaml': `${list}components:\n  schemas:\n    A: { $ref: '#/components/schemas/Gone' }\n`,
        'api/b.yaml': `${list}components:\n  schemas:\n    B: { $ref: '#/components/schemas/Gone' }\n`,
        'api/c.yaml': `${list}components:\n  schemas:\n    C: { $ref: '#/components/schemas/Gone' }\n    D: { $ref: '#/components/schemas/Lost' }\n`,
        'web/a2.yaml': `${list}components:\n  schemas:\n    A: { $ref: '#/components/schemas/Gone' }\n`,
      },
      findings: [
        `api/a.yaml:9:16 error In api/a.yaml \`$ref\` '#/components/schemas/Gone' leads nowhere in this file. ${WRONG} Correct it.`,
        `api/c.yaml:10:16 error In api/c.yaml \`$ref\` '#/components/schemas/Lost' leads nowhere in this file. ${WRONG} Correct it.`,
        `web/a2.yaml:9:16 error In web/a2.yaml \`$ref\` '#/components/schemas/Gone' leads nowhere in this file. ${WRONG} Correct it.`,
      ],
    },
    {
      name: 'one name for the two bindings of a method, as a generator writes it',
      files: {
        'api.yaml': `# Generated with protoc-gen-openapi\n# https://acme.org\n\n${head}paths:\n  /a:\n    get:\n      operationId: A_Get\n${ok}  /b:\n    get:\n      operationId: A_Get\n${ok}`,
      },
      findings: [
        "api.yaml:13:20 info In api.yaml the operationId 'A_Get' is used for more than one operation. Tools read it in different ways.",
      ],
    },
    {
      name: 'what answers browsers before a request in an export of API Gateway, and a request',
      files: {
        'a.yaml': `${head}paths:\n  /a/{id}:\n    get:\n      x-amazon-apigateway-integration: { type: aws_proxy }\n    options:\n      x-amazon-apigateway-integration: { type: mock }\n`,
      },
      findings: [`a.yaml:5:5 error In a.yaml GET /a/{id} never declares the path parameter 'id'. ${WRONG} Correct it.`],
    },
    {
      name: 'what tools read in different ways, where people read',
      files: {
        'api-docs/api.yaml': `${head}paths:\n  /a:\n    get:\n      responses: { ok: { description: d } }\n`,
      },
      findings: [
        "api-docs/api.yaml:6:20 info In api-docs/api.yaml GET /a has a response 'ok', which is no status. Tools read it in different ways.",
      ],
    },
    {
      name: 'references to components that stand in another folder',
      files: {
        'api/header.yaml': `${list}  /a:\n    get:\n      parameters: [{ $ref: '#/components/parameters/id' }]\n${ok}`,
        'lib/components.yaml': 'components:\n  parameters:\n    id: { name: id, in: query }\n',
      },
      findings: [
        "api/header.yaml:9:28 error In api/header.yaml `$ref` '#/components/parameters/id' leads nowhere in this file. Clients and documentation made of it come out wrong or not at all. Correct it.",
      ],
    },
    {
      name: 'several faults of one file are one finding',
      files: {
        'api.yaml': `${head}paths:\n  orders:\n    get:\n${ok}  /a/{id}:\n    get:\n${ok}`,
      },
      findings: [
        `api.yaml:4:3 error 2 places in api.yaml contradict its own format; the first: the path 'orders' does not begin with a slash. ${WRONG} Correct them. ×2`,
      ],
    },
    {
      name: 'a file that is not there',
      files: { 'api.yaml': `${head}paths:\n  /a:\n    $ref: ./paths/a.yaml\n` },
      findings: [
        `api.yaml:5:11 error api.yaml refers to './paths/a.yaml', which is not in this repository. ${WRONG} Add the file or correct the reference.`,
      ],
    },
    {
      name: 'several files that are not there',
      files: { 'api.yaml': `${head}paths:\n  /a:\n    $ref: ./a.yaml\n  /b:\n    $ref: ./b.yaml\n` },
      findings: [
        `api.yaml:5:11 error api.yaml refers to 2 files that are not in this repository, './a.yaml' among them. ${WRONG} Add the files or correct the references. ×2`,
      ],
    },
    {
      name: 'a scheme nobody defines, and one name for two operations',
      files: {
        'api.yaml': `${head}paths:\n  /a:\n    get:\n      operationId: a\n      security: [{ token: [] }]\n${ok}    post:\n      operationId: a\n${ok}`,
      },
      findings: [
        `api.yaml:7:20 error 2 places in api.yaml contradict its own format; the first: \`security\` asks for the scheme 'token', which is defined nowhere. ${WRONG} Correct them. ×2`,
      ],
    },
    {
      name: 'two sides of one interface, which are few',
      files: {
        'data/a_base.yaml': list,
        'data/a_revision.yaml': `${list}components:\n  schemas:\n    A: { type: int }\n`,
      },
      findings: [
        `data/a_revision.yaml:9:16 error In data/a_revision.yaml a schema has the type 'int', which is none. ${WRONG} Correct it.`,
      ],
    },
    {
      name: 'a type that is none',
      files: { 'api.yaml': `${list}components:\n  schemas:\n    A: { type: int }\n` },
      findings: [`api.yaml:9:16 error In api.yaml a schema has the type 'int', which is none. ${WRONG} Correct it.`],
    },
    {
      name: 'what tools read in different ways is a warning',
      files: { 'api.yaml': `${list}components:\n  schemas:\n    A: { type: array }\n` },
      findings: [
        'api.yaml:9:16 warning In api.yaml a schema of type `array` does not say what its `items` are. Tools read it in different ways.',
      ],
    },
    {
      name: 'several of these',
      files: { 'api.yaml': `${list}components:\n  schemas:\n    A: { type: array }\n    B: { type: array }\n` },
      findings: [
        'api.yaml:9:16 warning 2 places in api.yaml are read by tools in different ways; the first: a schema of type `array` does not say what its `items` are. ×2',
      ],
    },
    {
      name: 'an operation without responses, and a key that stands twice',
      files: { 'api.yaml': `${head}paths:\n  /a:\n    get: {}\n  /a:\n    get: {}\n` },
      findings: [
        `api.yaml:5:5 error 3 places in api.yaml contradict its own format; the first: GET /a has no \`responses\`. ${WRONG} Correct them. ×3`,
      ],
    },
    {
      name: 'GraphQL that does not parse',
      files: { 'schema.graphql': 'type Query {\n  order(id: ID!: Order\n}\n' },
      findings: [
        'schema.graphql:2:16 error In schema.graphql the text does not parse (Expected Name, found ":"). A server refuses to start with it. Correct it.',
      ],
    },
    {
      name: 'a message that never ends',
      files: { 'a.proto': 'syntax = "proto3";\npackage a.v1;\nmessage A {\n  string id = 1;\n' },
      findings: [
        'a.proto:4:16 error In a.proto the file ends where a type belongs. The compiler refuses it. Correct it.',
      ],
    },
    {
      name: 'a schema against its draft',
      files: {
        'a.schema.json': json({ $schema: draft7, type: 'object', properties: { a: { type: 'strin' } }, required: 'a' }),
      },
      findings: [
        'a.schema.json:6:15 error 2 places in a.schema.json contradict its own format; the first: `properties/a/type` must be equal to one of the allowed values. Validators refuse it, so what it was to keep out comes in. Correct them. ×2',
      ],
    },
    {
      name: 'an Avro field twice',
      files: {
        'a.avsc': json({
          type: 'record',
          name: 'A',
          fields: [
            { name: 'b', type: 'int' },
            { name: 'b', type: 'string' },
          ],
        }),
      },
      findings: [
        "a.avsc:10:15 error In a.avsc the field 'b' stands twice. Producers and consumers refuse to load it. Correct it.",
      ],
    },
    {
      name: 'AsyncAPI',
      files: {
        'asyncapi.yaml':
          "asyncapi: 2.6.0\ninfo: { title: A, version: '1' }\nchannels:\n  a:\n    publish:\n      message: { $ref: '#/components/messages/A' }\n",
      },
      findings: [
        `asyncapi.yaml:6:24 error In asyncapi.yaml \`$ref\` '#/components/messages/A' leads nowhere in this file. ${WRONG} Correct it.`,
      ],
    },
  ],
  skip: [
    {
      name: 'what a script downloads from elsewhere',
      files: {
        Makefile: 'fetch:\n\tcurl --output api.yaml https://stock.example.org/api.yaml\n',
        'api.yaml': `${list}components:\n  schemas:\n    A: { $ref: '#/nowhere' }\n`,
      },
    },
    {
      name: 'a copy of a schema for everybody',
      files: {
        'sarif.json': json({
          $schema: draft7,
          $id: 'https://docs.oasis-open.org/sarif/sarif.json',
          type: 'objekt',
          items: {},
        }),
      },
    },
    { name: 'a description in a portal', files: { 'catalog/apis/a.yaml': `${head}paths:\n  a:\n    get:\n${ok}` } },
    {
      name: 'a copy of a published file',
      files: {
        'health.proto': 'syntax = "proto3";\npackage grpc.health.v1;\nmessage A { int32 a = 1; int32 b = 1; }\n',
      },
    },
  ],
  unknown: [
    {
      name: 'references to other hosts',
      files: { 'api.yaml': `${list}components:\n  schemas:\n    A: { $ref: 'https://acme.org/a.json' }\n` },
    },
    {
      name: 'a part of a description, whose components stand beside it',
      files: {
        'swagger/header.yaml': `${list}  /a:\n    get:\n      parameters: [{ $ref: '#/components/parameters/id' }]\n${ok}`,
        'swagger/components.yaml': 'components:\n  parameters:\n    id: { name: id, in: query }\n',
      },
    },
    {
      name: 'a part of a description, which another beside it is named before',
      files: {
        'api/orders.yaml': list.replace('fine', '{{ .Values.fine }}'),
        'api/orders-older.yaml': `openapi: 3.0.3\npaths:\n  /older:\n    get:\n${ok}`,
      },
    },
    {
      name: 'what a tool that compares descriptions is tried on',
      files: Object.fromEntries(
        'abcde'.split('').flatMap((name) => [
          [`data/${name}_base.yaml`, list],
          [`data/${name}_revision.yaml`, `${head}paths:\n  orders:\n    get:\n${ok}`],
        ]),
      ),
    },
    { name: 'a template', files: { 'api.yaml': `${head}paths:\n  /{{ .Values.path }}:\n    get:\n${ok}` } },
    { name: 'GraphQL whose types code defines', files: { 'schema.graphql': 'type Query { at: Time }\n' } },
  ],
});
