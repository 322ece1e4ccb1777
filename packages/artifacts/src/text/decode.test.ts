import { describe, expect, test } from '@jest/globals';
import { decodeText } from './decode.ts';

describe('decodeText', () => {
  test.each([
    ['plain UTF-8', Buffer.from('alert: Ä'), { text: 'alert: Ä', encoding: 'utf-8' }],
    ['a byte order mark is dropped', Buffer.from('\ufeffa: 1'), { text: 'a: 1', encoding: 'utf-8' }],
    ['UTF-16 little endian', Buffer.from('\ufeffa: 1', 'utf16le'), { text: 'a: 1', encoding: 'utf-16' }],
    ['invalid UTF-8', Buffer.from([0x61, 0xe9, 0x62]), { text: 'aéb', encoding: 'windows-1252' }],
    ['a NUL byte', Buffer.from([0x61, 0, 0x62]), { encoding: 'binary' }],
    ['an empty file', Buffer.from([]), { text: '', encoding: 'utf-8' }],
  ])('%s', (_name, bytes, expected) => {
    expect(decodeText(bytes)).toEqual(expected);
  });

  test('what one file is decoded to leaves nothing behind for the next', () => {
    expect(decodeText(Buffer.from([0x61, 0xe9, 0xc3])).encoding).toBe('windows-1252');
    expect(decodeText(Buffer.from('ä'))).toEqual({ text: 'ä', encoding: 'utf-8' });
  });

  test('a part of a larger buffer is decoded alone', () => {
    expect(decodeText(new Uint8Array(Buffer.from('xxabcxx')).subarray(2, 5))).toEqual({
      text: 'abc',
      encoding: 'utf-8',
    });
  });
});
