import { describe, expect, test } from '@jest/globals';
import { CHECKS, type ProtobufCheck } from './checks.ts';
import { changes, edition, message, proto2, proto3, told } from './testing/changes.ts';

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
