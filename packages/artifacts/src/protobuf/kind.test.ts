import { describe, expect, test } from '@jest/globals';
import protobuf from 'protobufjs';
import { parseFile } from '../contracts/testing/parse-file.ts';
import { protobufKind } from './kind.ts';

const read = async (text: string) => (await parseFile(protobufKind, 'a.proto', text)).artifacts[0]?.facts;

const INPUTS: Readonly<Record<string, string>> = {
  'fields of all sorts':
    'syntax = "proto3";\npackage acme.v1;\nmessage A {\n  string id = 1;\n  repeated int32 many = 0x2;\n  optional bool may = 03;\n  map<string, acme.v1.B> by = 4 [deprecated = true];\n  .acme.v1.B full = 5;\n  oneof one { string x = 6; bytes y = 7; }\n}\nmessage B {}\n',
  nested:
    'syntax = "proto3";\nmessage A { message B { message C { int32 d = 1; } C c = 1; } enum E { X = 0; } B b = 1; E e = 2; }\n',
  proto2:
    'syntax = "proto2";\nmessage A { required string id = 1; optional int32 n = 2 [default = -1]; extensions 100 to max; reserved 3, 5 to 7; reserved "old"; }\nextend A { optional string note = 100; }\n',
  services:
    'syntax = "proto3";\nmessage A {}\nservice S {\n  option deprecated = true;\n  rpc Get(A) returns (stream A);\n  rpc Put(stream A) returns (A) { option (google.api.http) = { post: "/a" body: "*" additional_bindings { get: "/b" } }; }\n}\n',
  'comments and odd spacing': '/* a\n * b */ syntax="proto3";// c\nmessage A{string id=1;/* d */string\nb = 2;}\n',
  'names that are words of the language':
    'syntax = "proto3";\nmessage A { string message = 1; string service = 2; string option = 3; string reserved = 4; string rpc = 5; string stream = 6; string to = 7; string enum = 8; string oneof = 9; string package = 10; }\n',
};

/** Fields of every message by its dotted name, as the library reads them. */
function theirs(text: string): Record<string, string[]> {
  const messages: Record<string, string[]> = {};
  const walk = (namespace: protobuf.NamespaceBase) => {
    for (const inner of namespace.nestedArray)
      if (inner instanceof protobuf.Type) {
        messages[inner.name] = inner.fieldsArray
          .filter(({ name }) => !name.startsWith('.'))
          .map(({ name, id }) => `${name}=${id}`)
          .sort();
        walk(inner);
      } else if (inner instanceof protobuf.Namespace) walk(inner);
  };
  walk(protobuf.parse(text, { keepCase: true }).root);
  return messages;
}

describe('agrees with protobufjs', () => {
  test.each(Object.entries(INPUTS))('%s', async (_name, text) => {
    const facts = await read(text);
    expect(facts?.faults).toEqual([]);
    const ours = Object.fromEntries(
      (facts?.messages ?? []).map(({ name, fields }) => [
        name.slice(name.lastIndexOf('.') + 1),
        fields.map((field) => `${field.name}=${field.number}`).sort(),
      ]),
    );
    expect(ours).toEqual(theirs(text));
  });

  test.each([
    'syntax = "proto3";\nmessage A { string id 1; }\n',
    'syntax = "proto3";\nmessage A { string id = 1 }\n',
    'syntax = "proto3";\nmessage A { string id = 1;\n',
    'syntax = "proto3";\nmesage A {}\n',
    'syntax = "proto3";\nservice S { rpc Get(A) (A); }\n',
  ])('refuses %j as well', async (text) => {
    expect(() => protobuf.parse(text)).toThrow();
    expect((await read(text))?.faults).toMatchObject([{ effect: 'refused' }]);
  });
});

test('what stands between the dot before a whole name and the name', async () => {
  const facts = await read(
    'syntax = "proto3";\nimport "b.proto";\nmessage A {\n  ./* since v2 */acme.v1.B full = 1;\n  .\n  acme.v1.C next = 2;\n}\n',
  );
  expect(facts?.faults).toEqual([]);
  expect(facts?.messages[0]?.fields.map(({ name, type }) => [name, type])).toEqual([
    ['full', '.acme.v1.B'],
    ['next', '.acme.v1.C'],
  ]);
});

test('what else is read', async () => {
  const facts = await read(INPUTS.services ?? '');
  expect(facts?.services).toMatchObject([
    {
      name: 'S',
      methods: [
        { name: 'Get', input: 'A', output: 'A' },
        { name: 'Put', input: 'A', output: 'A' },
      ],
    },
  ]);
  expect(await read('edition = "2023";\npackage a.b;\nimport public "c/d.proto";\nenum E { X = 0; }\n')).toMatchObject({
    syntax: '2023',
    package: { name: 'a.b' },
    imports: [{ path: 'c/d.proto' }],
    enums: [{ name: 'E' }],
  });
});

describe('numbers and names', () => {
  test.each([
    ['int32 a = 1; int32 b = 1;', "'b' and 'a' of M have the same number 1"],
    ['int32 a = 1; string a = 2;', "M has the field 'a' twice"],
    ['int32 a = 0;', "'a' of M has the number 0, which no field can have"],
    ['int32 a = 19500;', "'a' of M has the number 19500, which no field can have"],
    ['reserved 4 to 6; int32 a = 5;', "'a' of M uses the reserved number 5"],
    ['reserved "a"; int32 a = 5;', "M uses the reserved name 'a'"],
    ['oneof o { int32 a = 1; } int32 b = 1;', "'b' and 'a' of M have the same number 1"],
  ])('%s', async (body, what) => {
    const facts = await read(`syntax = "proto3";\nmessage M { ${body} }\n`);
    expect(facts?.faults.map((fault) => fault.what)).toEqual([what]);
  });
});

test.each([
  ['grpc.health.v1', 'gRPC'],
  ['google.api', 'Google APIs'],
  ['k8s.io.api.core.v1', 'Kubernetes'],
  ['acme.google.api', undefined],
  ['grpcish', undefined],
])('a file of package %s is a copy of %s', async (name, owner) => {
  expect((await read(`syntax = "proto3";\npackage ${name};\n`))?.copyOf).toBe(owner);
});

test('nesting has an end', async () => {
  const text = `syntax = "proto3";\n${'message A {'.repeat(5000)}`;
  expect((await read(text))?.faults).toMatchObject([{ what: 'messages are nested too deeply' }]);
});
