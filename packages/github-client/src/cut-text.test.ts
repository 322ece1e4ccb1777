import { describe, expect, test } from '@jest/globals';
import { cutToBytes, cutToCharacters } from './cut-text.ts';

describe('cutting texts', () => {
  test.each([
    ['fits', 'abc', 3, 'abc'],
    ['ASCII', 'abcdefgh', 6, 'abc…'],
    ['in a character of two bytes', 'ääää', 6, 'ä…'],
    ['in a character of four bytes', '😀😀😀', 9, '😀…'],
  ])('to bytes: %s', (_name, text, bytes, expected) => {
    expect(cutToBytes(text, bytes)).toBe(expected);
    expect(Buffer.byteLength(cutToBytes(text, bytes))).toBeLessThanOrEqual(bytes);
  });

  test.each([
    ['fits', 'abc', 3, 'abc'],
    ['letters', 'abcdef', 4, 'abc…'],
    ['in a pair of surrogates', 'a😀😀', 3, 'a…'],
  ])('to characters: %s', (_name, text, characters, expected) => {
    expect(cutToCharacters(text, characters)).toBe(expected);
  });
});
