import { describe, expect, test } from '@jest/globals';
import { command, escapeData, escapeProperty } from './command.ts';

/** As @actions/core 1.11.1 escapes (`lib/command.js`). */
const coreData = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const coreProperty = (text: string): string => coreData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

const TEXTS = [
  'plain',
  '100% sure',
  '%0A::stop-commands::x',
  'a\r\nb\nc\rd',
  '::error file=x::y',
  'a,b:c;d=e]f',
  '##[error]x',
  '',
];

describe('escaping is that of @actions/core', () => {
  test.each(TEXTS)('%j', (text) => {
    expect(escapeData(text)).toBe(coreData(text));
    expect(escapeProperty(text)).toBe(coreProperty(text));
  });
});

/** What a runner reads in a line: command, properties and data, unescaped (`TryParseV2` of actions/runner). */
function readAsRunner(line: string): { name: string; properties: Record<string, string>; data: string } {
  const end = line.indexOf('::', 2);
  const [name = '', ...rest] = line.slice(2, end).split(' ');
  const properties = rest
    .join(' ')
    .split(',')
    .filter((part) => part !== '')
    .map((part) => {
      const [key = '', ...value] = part.split('=');
      return [key, unescaped(value.join('=').replaceAll('%3A', ':').replaceAll('%2C', ','))];
    });
  return { name, properties: Object.fromEntries(properties), data: unescaped(line.slice(end + 2)) };
}
const unescaped = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');

describe('a command', () => {
  test.each(TEXTS)('is one line that a runner reads as it was meant: %j', (text) => {
    const line = command('error', { file: `${text}.md`, line: 3, title: 'a/b' }, text);
    expect(line.endsWith('\n')).toBe(true);
    expect(line.slice(0, -1)).not.toMatch(/[\r\n]/);
    expect(readAsRunner(line.slice(0, -1))).toEqual({
      name: 'error',
      properties: { file: `${text}.md`, line: '3', title: 'a/b' },
      data: text,
    });
  });
  test.each([
    [{}, '::notice::x\n'],
    [{ file: undefined, line: undefined }, '::notice::x\n'],
    [{ file: 'a', line: 1, col: 2, endLine: 1, title: 't' }, '::notice file=a,line=1,col=2,endLine=1,title=t::x\n'],
  ])('%j', (properties, expected) => {
    expect(command('notice', properties, 'x')).toBe(expected);
  });
});
