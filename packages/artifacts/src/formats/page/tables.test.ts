import { expect, test } from '@jest/globals';
import { listItemsIn } from './list-items.ts';
import { plainText, tablesIn } from './tables.ts';

const cells = (text: string) =>
  tablesIn(text, [0, text.length]).map(({ header, rows }) => [
    header.map((cell) => cell.text),
    ...rows.map((row) => row.map((cell) => cell.text)),
  ]);

test('cells of tables, with their places', () => {
  const text = 'Text\n\n| A | B |\r\n|---|:-:|\r\n| 1 | |\r\n|  |  |\n| 2 \\| 3 | x\n\nText | more\n';
  expect(cells(text)).toEqual([
    [
      ['A', 'B'],
      ['1', ''],
      ['2 \\| 3', 'x'],
    ],
  ]);
  const at = tablesIn(text, [0, text.length])[0]?.rows[1]?.[1]?.at ?? [0, 0];
  expect(text.slice(at[0], at[1])).toBe('x');
});

test('a stretch of the page only', () => {
  const text = '| A |\n|---|\n| 1 |\n\n| B |\n|---|\n| 2 |\n';
  expect(tablesIn(text, [text.indexOf('| B'), text.length]).map(({ header }) => header[0]?.text)).toEqual(['B']);
});

test.each([
  ['**Done** `a_b` [x](y) ~~z~~', 'Done a_b x z'],
  ['_early_ a<br/>b', 'early a b'],
])('%s without its marks', (markup, plain) => {
  expect(plainText(markup)).toBe(plain);
});

test('items of lists with their continuation and boxes', () => {
  const text = '- [x] one\n  goes on\n  - below\n\n1. two\n* three\nnot of it\n';
  expect(listItemsIn(text, [0, text.length])).toMatchObject([
    { text: 'one goes on', checked: true, indent: 0 },
    { text: 'below', indent: 2 },
    { text: 'two' },
    { text: 'three', at: [text.indexOf('* three'), text.indexOf('\nnot')] },
  ]);
});
