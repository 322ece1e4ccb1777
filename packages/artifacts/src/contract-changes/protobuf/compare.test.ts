import { describe, expect, test } from '@jest/globals';
import type { ContractChange } from '@shipworthy/model';
import { compareContracts } from '../index.ts';
import { CHECKS, type ProtobufCheck } from './checks.ts';

interface Files {
  readonly path?: string;
  readonly others?: Readonly<Record<string, string>>;
}

async function changes(before: string, after: string, { path = 'a.proto', others = {} }: Files = {}) {
  const side = (text: string) => ({ path, text, read: (other: string) => others[other], touched: Object.keys(others) });
  const compared = await compareContracts('protobuf', side(before), side(after));
  if (compared.state === 'unknown') throw new Error(compared.why);
  return compared.changes;
}

const told = (found: readonly ContractChange[]) => found.map(({ check, about }) => `${check} ${about}`);
const proto3 = (body: string) => `syntax = "proto3";\npackage acme;\n${body}\n`;
const proto2 = (body: string) => `syntax = "proto2";\npackage acme;\n${body}\n`;
const edition = (body: string) => `edition = "2023";\npackage acme;\n${body}\n`;
const message = (body: string) => proto3(`message M { ${body} }\nmessage N {}\nenum E { E0 = 0; }`);

type Case = readonly [check: ProtobufCheck, before: string, after: string, about: string, shows: string];

/** Of the checks that have two sides the second of a pair is the way back. */
const CASES: readonly Case[] = [
  ['MESSAGE_NO_DELETE', proto3('message A {} message B {}'), proto3('message A {}'), 'message B', ''],
  [
    'MESSAGE_NO_DELETE',
    proto3('message A { message B {} message C { message D {} } }'),
    proto3('message A { message B {} }'),
    'message A.C',
    'A',
  ],
  ['ENUM_NO_DELETE', proto3('message A { enum E { X = 0; } }'), proto3('message A {}'), 'enum A.E', 'A'],
  ['SERVICE_NO_DELETE', proto3('service S {} service T {}'), proto3('service S {}'), 'service T', ''],
  [
    'EXTENSION_NO_DELETE',
    proto2('message A { extensions 9; } extend A { optional int32 n = 9; }'),
    proto2('message A { extensions 9; }'),
    'extension n',
    '',
  ],
  [
    'ENUM_SAME_TYPE',
    edition('enum E { X = 0; }'),
    edition('enum E { option features.enum_type = CLOSED; X = 0; }'),
    'enum E',
    'E',
  ],
  [
    'ENUM_SAME_JSON_FORMAT',
    edition('enum E { X = 0; }'),
    edition('enum E { option features = { json_format: LEGACY_BEST_EFFORT }; X = 0; }'),
    'enum E',
    'E',
  ],
  [
    'ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED',
    proto3('enum E { X = 0; Y = 1; }'),
    proto3('enum E { reserved "Y"; X = 0; }'),
    'enum value E.Y',
    'E',
  ],
  [
    'ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED',
    proto3('enum E { X = 0; Y = 1; }'),
    proto3('enum E { reserved 1; X = 0; }'),
    'enum value E.Y',
    'E',
  ],
  [
    'ENUM_VALUE_NO_DELETE',
    proto3('enum E { X = 0; Y = -1; }'),
    proto3('enum E { reserved -5 to -1; reserved "Y"; X = 0; }'),
    'enum value E.Y',
    'E',
  ],
  [
    'ENUM_VALUE_SAME_NAME',
    proto3('enum E { X = 0; Y = 1; }'),
    proto3('enum E { X = 0; Z = 1; }'),
    'enum value E.Y',
    'Z',
  ],
  [
    'RESERVED_ENUM_NO_DELETE',
    proto3('enum E { reserved 5 to 9; X = 0; }'),
    proto3('enum E { reserved 5 to 8; X = 0; }'),
    'enum E',
    'E',
  ],
  [
    'EXTENSION_MESSAGE_NO_DELETE',
    proto2('message A { extensions 9 to max; }'),
    proto2('message A { extensions 10 to max; }'),
    'message A',
    'A',
  ],
  ['FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED', message('int32 a = 1;'), message('reserved "a";'), 'field M.a', 'M'],
  ['FIELD_NO_DELETE_UNLESS_NAME_RESERVED', message('int32 a = 1;'), message('reserved 1;'), 'field M.a', 'M'],
  ['FIELD_NO_DELETE', message('int32 a = 1;'), message('reserved 1 to 3; reserved "a";'), 'field M.a', 'M'],
  [
    'MESSAGE_NO_REMOVE_STANDARD_DESCRIPTOR_ACCESSOR',
    message(''),
    message('option no_standard_descriptor_accessor = true;'),
    'message M',
    'M',
  ],
  [
    'MESSAGE_SAME_JSON_FORMAT',
    edition('message A {}'),
    edition('message A { option features.json_format = LEGACY_BEST_EFFORT; }'),
    'message A',
    'A',
  ],
  [
    'MESSAGE_SAME_REQUIRED_FIELDS',
    proto2('message A {}'),
    proto2('message A { required int32 a = 1; }'),
    'field A.a',
    'a',
  ],
  ['ONEOF_NO_DELETE', message('oneof o {}'), message(''), 'oneof M.o', 'M'],
  [
    'RESERVED_MESSAGE_NO_DELETE',
    message('reserved 1; reserved "x", "y";'),
    message('reserved 1; reserved "x";'),
    'message M',
    'M',
  ],
  ['FIELD_SAME_CARDINALITY', message('int32 a = 1;'), message('repeated int32 a = 1;'), 'field M.a', 'a'],
  ['FIELD_SAME_CARDINALITY', message('int32 a = 1;'), message('optional int32 a = 1;'), 'field M.a', 'a'],
  ['FIELD_SAME_CARDINALITY', message('E e = 1;'), message('optional E e = 1;'), 'field M.e', 'e'],
  ['FIELD_SAME_CPP_STRING_TYPE', message('string a = 1;'), message('string a = 1 [ctype = CORD];'), 'field M.a', 'a'],
  [
    'FIELD_SAME_DEFAULT',
    proto2('message A { optional int32 a = 1; }'),
    proto2('message A { optional int32 a = 1 [default = -3]; }'),
    'field A.a',
    'a',
  ],
  [
    'FIELD_SAME_DEFAULT',
    proto2('message A { optional E a = 1; } enum E { X = 0; Y = 1; }'),
    proto2('message A { optional E a = 1 [default = Y]; } enum E { X = 0; Y = 1; }'),
    'field A.a',
    'a',
  ],
  [
    'FIELD_SAME_JAVA_UTF8_VALIDATION',
    edition('message A { string a = 1 [features.utf8_validation = NONE]; }'),
    edition(
      'import "google/protobuf/java_features.proto"; message A { string a = 1 [features.utf8_validation = NONE, features.(pb.java).utf8_validation = VERIFY]; }',
    ),
    'field A.a',
    'a',
  ],
  [
    'FIELD_SAME_JSON_NAME',
    message('int32 a_b = 1 [json_name = "aB"];'),
    message('int32 a_b = 1 [json_name = "ab"];'),
    'field M.a_b',
    'a_b',
  ],
  ['FIELD_SAME_JSTYPE', message('int64 a = 1;'), message('int64 a = 1 [jstype = JS_STRING];'), 'field M.a', 'a'],
  ['FIELD_SAME_NAME', message('int32 a = 1;'), message('int32 b = 1;'), 'field M.a', 'b'],
  [
    'FIELD_SAME_ONEOF',
    message('oneof o { int32 a = 1; int32 b = 2; } optional int32 c = 3;'),
    message('oneof o { int32 a = 1; int32 b = 2; int32 c = 3; }'),
    'field M.c',
    'c',
  ],
  ['FIELD_SAME_TYPE', message('int32 a = 1;'), message('int64 a = 1;'), 'field M.a', 'a'],
  ['FIELD_SAME_TYPE', message('E a = 1;'), message('N a = 1;'), 'field M.a', 'a'],
  ['FIELD_SAME_TYPE', message('map<string, N> a = 1;'), message('map<string, M> a = 1;'), 'field M.a', 'a'],
  [
    'FIELD_SAME_TYPE',
    edition('message A { A a = 1; }'),
    edition('message A { A a = 1 [features.message_encoding = DELIMITED]; }'),
    'field A.a',
    'a',
  ],
  [
    'RPC_NO_DELETE',
    proto3('message N {} service S { rpc A(N) returns (N); }'),
    proto3('message N {} service S {}'),
    'rpc S.A',
    'S',
  ],
  [
    'RPC_SAME_REQUEST_TYPE',
    proto3('message N {} message M {} service S { rpc A(N) returns (N); }'),
    proto3('message N {} message M {} service S { rpc A(M) returns (N); }'),
    'rpc S.A',
    'M',
  ],
  [
    'RPC_SAME_RESPONSE_TYPE',
    proto3('message N {} message M {} service S { rpc A(N) returns (N); }'),
    proto3('message N {} message M {} service S { rpc A(N) returns (M); }'),
    'rpc S.A',
    'M',
  ],
  [
    'RPC_SAME_CLIENT_STREAMING',
    proto3('message N {} service S { rpc A(N) returns (N); }'),
    proto3('message N {} service S { rpc A(stream N) returns (N); }'),
    'rpc S.A',
    'N',
  ],
  [
    'RPC_SAME_SERVER_STREAMING',
    proto3('message N {} service S { rpc A(N) returns (N); }'),
    proto3('message N {} service S { rpc A(N) returns (stream N); }'),
    'rpc S.A',
    'N',
  ],
  [
    'RPC_SAME_IDEMPOTENCY_LEVEL',
    proto3('message N {} service S { rpc A(N) returns (N); }'),
    proto3('message N {} service S { rpc A(N) returns (N) { option idempotency_level = NO_SIDE_EFFECTS; } }'),
    'rpc S.A',
    'A',
  ],
  [
    'FILE_SAME_PACKAGE',
    proto3('message A { int32 a = 1; }'),
    'syntax = "proto3";\npackage acme.v2;\nmessage A {}\n',
    'package acme',
    'acme.v2',
  ],
  ['FILE_SAME_SYNTAX', proto2(''), proto3(''), 'the file', ''],
  [
    'FIELD_SAME_UTF8_VALIDATION',
    edition('option java_string_check_utf8 = true; message A { string a = 1; }'),
    edition('option java_string_check_utf8 = true; message A { string a = 1 [features.utf8_validation = NONE]; }'),
    'field A.a',
    'a',
  ],
  ...Object.keys(CHECKS)
    .filter((check) => /^FILE_SAME_(?!PACKAGE|SYNTAX)/.test(check))
    .map((check): Case => {
      const option = check.replace('FILE_SAME_', '').toLowerCase();
      const other =
        option === 'optimize_for'
          ? 'LITE_RUNTIME'
          : option === 'cc_enable_arenas'
            ? 'false'
            : /(?:services|files)$/.test(option)
              ? 'true'
              : '"x"';
      return [
        check as ProtobufCheck,
        proto3(''),
        proto3(`option ${option} = ${other};`),
        'the file',
        `option ${option} = ${other};`,
      ];
    }),
];

describe('each of the rules', () => {
  test('has a case', () => {
    expect([...new Set(CASES.map(([check]) => check))].sort()).toEqual(Object.keys(CHECKS).sort());
  });

  test.each(CASES)('%s', async (check, before, after, about, shows) => {
    const found = await changes(before, after);
    expect(told(found)).toEqual([`${check} ${about}`]);
    const { at, level, what } = found[0] ?? {};
    expect(level).toBe(CHECKS[check]);
    expect(what).not.toMatch(/\.$/);
    if (shows.startsWith('option')) expect(at).toBeDefined();
    else expect(at ? after.slice(...at) : '').toBe(shows);
  });

  test.each(CASES)('%s of what is the same', async (_check, before, after) => {
    expect(await changes(before, before)).toEqual([]);
    expect(await changes(after, after)).toEqual([]);
  });
});

describe('nothing is told of', () => {
  test.each<[name: string, before: string, after: string]>([
    [
      'what is added',
      message('int32 a = 1;'),
      `${message('int32 a = 1; string b = 2; reserved 5;')}message New {}\nenum Other { O = 0; }\nservice S { rpc A(M) returns (M); }\n`,
    ],
    ['another value of an enum', proto3('enum E { X = 0; }'), proto3('enum E { X = 0; Y = 1; }')],
    ['an alias', proto3('enum E { X = 0; }'), proto3('enum E { option allow_alias = true; X = 0; XX = 0; }')],
    ['another order', message('int32 a = 1; string b = 2;'), message('string b = 2; int32 a = 1;')],
    ['names in full', message('N a = 1; E e = 2;'), message('.acme.N a = 1; acme.E e = 2;')],
    ['presence that a message has anyway', message('N a = 1;'), message('optional N a = 1;')],
    [
      'the default that a type has',
      proto2('message A { optional int32 a = 1; optional bool b = 2; }'),
      proto2('message A { optional int32 a = 1 [default = 0]; optional bool b = 2 [default = false]; }'),
    ],
    ['wider reservations', message('reserved 2, 3;'), message('reserved 1 to 5;')],
    ['words about it', message('int32 a = 1;'), message('/* old */ int32 a = 1 [deprecated = true]; /* new */')],
    ['the syntax in so many words', 'package a;\nmessage A {}\n', 'syntax = "proto2";\npackage a;\nmessage A {}\n'],
  ])('%s', async (_name, before, after) => {
    expect(await changes(before, after)).toEqual([]);
  });
});

describe('one thing is told once', () => {
  test.each<[name: string, before: string, after: string, expected: string[]]>([
    [
      'a renamed field has another name in JSON',
      message('int32 a = 1;'),
      message('int32 b = 1;'),
      ['FIELD_SAME_NAME field M.a'],
    ],
    [
      'a renamed field that keeps it',
      message('int32 a = 1;'),
      message('int32 b = 1 [json_name = "a"];'),
      ['FIELD_SAME_NAME field M.a'],
    ],
    [
      'a message has presence where a number had none',
      message('int32 a = 1;'),
      message('N a = 1;'),
      ['FIELD_SAME_TYPE field M.a'],
    ],
    [
      'a definition goes with all that is inside',
      proto3('message A { message B { enum C { X = 0; } } }'),
      proto3(''),
      ['MESSAGE_NO_DELETE message A'],
    ],
    [
      'in another package all are others',
      proto3('message A { int32 a = 1; }'),
      'syntax = "proto3";\npackage other;\nmessage A { string b = 1; }\n',
      ['FILE_SAME_PACKAGE package acme'],
    ],
  ])('%s', async (_name, before, after, expected) => {
    expect(told(await changes(before, after))).toEqual(expected);
  });
});

test('a freed number that is used at once breaks', async () => {
  const found = await changes(message('reserved 1;'), message('int32 a = 1;'));
  expect(found).toMatchObject([{ check: 'RESERVED_MESSAGE_NO_DELETE', level: 'breaking' }]);
});

describe('what stands in other files', () => {
  const importing = (body: string) => proto3(`import "acme/types.proto";\n${body}`);
  const types = 'syntax = "proto3";\npackage acme;\nenum Kind { K = 0; }\nmessage Item { string id = 1; }\n';

  test('names of imports are found below a folder of the file', async () => {
    const others = { 'proto/acme/types.proto': types };
    const before = importing('message M { Kind kind = 1; }');
    const files = { path: 'proto/acme/v1/m.proto', others };
    expect(await changes(before, importing('message M { acme.Kind kind = 1; }'), files)).toEqual([]);
    expect(told(await changes(before, importing('message M { optional Kind kind = 1; }'), files))).toEqual([
      'FIELD_SAME_CARDINALITY field M.kind',
    ]);
  });

  test.each<[name: string, before: string, after: string, expected: string[]]>([
    ['the same name in full', 'Kind kind = 1;', 'other.v1.Kind kind = 1;', []],
    ['presence that may be no change', 'Kind kind = 1;', 'optional Kind kind = 1;', []],
    ['another version', 'other.v1.Kind kind = 1;', 'other.v2.Kind kind = 1;', ['FIELD_SAME_TYPE field M.kind']],
    ['a type of the language', 'other.Kind kind = 1;', 'int32 kind = 1;', ['FIELD_SAME_TYPE field M.kind']],
  ])('of imports that cannot be seen only the name counts: %s', async (_name, before, after, expected) => {
    const found = await changes(importing(`message M { ${before} }`), importing(`message M { ${after} }`));
    expect(told(found)).toEqual(expected);
  });

  test('a message that moved is compared where it is', async () => {
    const before = proto3('message Item { int32 id = 1; }\nmessage M {}');
    const found = await changes(before, importing('message M {}'), { others: { 'acme/types.proto': types } });
    expect(found).toMatchObject([
      { check: 'MESSAGE_NO_DELETE', level: 'risky', path: 'acme/types.proto' },
      { check: 'FIELD_SAME_TYPE', level: 'breaking', path: 'acme/types.proto' },
    ]);
  });
});

test.each([
  ['message A {', 'message A {}', /^the older version cannot be read: the file ends where/],
  ['message A {}', 'message A { int32 a; }', /^the newer version cannot be read: /],
])('unknown: %j to %j', async (before, after, why) => {
  const side = (text: string) => ({ path: 'a.proto', text, read: () => undefined });
  expect(await compareContracts('protobuf', side(before), side(after))).toEqual({
    state: 'unknown',
    why: expect.stringMatching(why),
  });
});
