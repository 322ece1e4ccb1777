import { describe, expect, test } from '@jest/globals';
import { compareContracts } from '../index.ts';
import { changes, message, proto2, proto3, told } from './testing/changes.ts';

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
