import { describe, expect, test } from '@jest/globals';
import { scanSql } from './scan.ts';

const cut = (text: string, options?: { mysql?: boolean }) =>
  scanSql(text, options).statements.map(({ at }) => text.slice(at[0], at[1]));

describe('statements', () => {
  test.each([
    ['two', 'a b; c d', ['a b', 'c d']],
    ['none', ' ;; -- x\n;', []],
    ['a sign in a string', "a 'x;y'; b", ["a 'x;y'", 'b']],
    ['a doubled quote', "a 'it''s;'; b", ["a 'it''s;'", 'b']],
    ['a backslash is no escape', "a '\\'; b", ["a '\\'", 'b']],
    ['a string with escapes', "a E'\\';'; b", ["a E'\\';'", 'b']],
    ['a comment', "a -- ; it's\n b; /* ; */ c", ["a -- ; it's\n b", 'c']],
    ['a quoted name', 'a "x;y" `p;q` [r;s]; b', ['a "x;y" `p;q` [r;s]', 'b']],
    ['a dollar quote', 'do $$ a; b $$; c', ['do $$ a; b $$', 'c']],
    ['a named dollar quote', 'do $x$ a; $$ b $x$; c', ['do $x$ a; $$ b $x$', 'c']],
    ['what is not closed', "a; b 'c; d", ['a', "b 'c; d"]],
    [
      'the body of a routine',
      'CREATE TRIGGER t BEFORE INSERT ON a BEGIN UPDATE b SET c = CASE WHEN d THEN 1 END; SELECT 1; END; e',
      ['CREATE TRIGGER t BEFORE INSERT ON a BEGIN UPDATE b SET c = CASE WHEN d THEN 1 END; SELECT 1; END', 'e'],
    ],
    [
      'a branch in a routine',
      'CREATE PROCEDURE p() BEGIN IF a THEN b; END IF; END; c',
      ['CREATE PROCEDURE p() BEGIN IF a THEN b; END IF; END', 'c'],
    ],
    ['a transaction is no block', 'BEGIN; a; COMMIT', ['BEGIN', 'a', 'COMMIT']],
    ['another delimiter', 'DELIMITER //\na; b//\nDELIMITER ;\nc; d', ['a; b', 'c', 'd']],
    ['batches', 'CREATE PROC p AS\nSELECT 1;\nSELECT 2;\nGO\nx', ['CREATE PROC p AS\nSELECT 1;\nSELECT 2;', 'x']],
    ['rows of a dump', "COPY a (b) FROM stdin;\nit's;\n\\.\nc;", ['COPY a (b) FROM stdin', 'c']],
  ])('%s', (_name, text, expected) => {
    expect(cut(text)).toEqual(expected);
  });
  test('a backslash escapes in MySQL', () => {
    expect(cut("a 'it\\'s;'; b", { mysql: true })).toEqual(["a 'it\\'s;'", 'b']);
  });
  test('a part of a text', () => {
    const text = 'a; b; c; d';
    expect(scanSql(text, { from: 2, to: 7 }).statements.map(({ at }) => at)).toEqual([
      [3, 4],
      [6, 7],
    ]);
  });
});

test('tokens', () => {
  expect(
    scanSql('ALTER TABLE "a b".c ADD x varchar(10) DEFAULT \'y\'').statements[0]?.tokens.map((t) => [t.kind, t.text]),
  ).toEqual([
    ['word', 'ALTER'],
    ['word', 'TABLE'],
    ['name', 'a b'],
    ['sign', '.'],
    ['word', 'c'],
    ['word', 'ADD'],
    ['word', 'x'],
    ['word', 'varchar'],
    ['sign', '('],
    ['number', '10'],
    ['sign', ')'],
    ['word', 'DEFAULT'],
    ['string', "'y'"],
  ]);
});

test('comments', () => {
  expect(scanSql('-- one\na; /* two */ # three\n').comments.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
});
