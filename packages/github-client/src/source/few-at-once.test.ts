import { describe, expect, test } from '@jest/globals';
import { fewAtOnce } from './few-at-once.ts';

describe('a few at once', () => {
  test('does everything, also what is found on the way, and never more than so many at a time', async () => {
    const pieces = Array.from({ length: 20 }, (_, index) => index);
    const done: number[] = [];
    let running = 0;
    let most = 0;
    await fewAtOnce(pieces, 3, async (piece) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      if (piece === 19) pieces.push(20, 21);
      done.push(piece);
      running--;
    });
    expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 22 }, (_, index) => index));
    expect(most).toBe(3);
  });

  test('ends with the first failure, and begins nothing more', async () => {
    const begun: number[] = [];
    const work = fewAtOnce([1, 2, 3, 4, 5, 6], 2, async (piece) => {
      begun.push(piece);
      await new Promise((resolve) => setImmediate(resolve));
      if (piece === 2) throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(begun).not.toContain(6);
  });

  test('is done with nothing', async () => {
    await expect(fewAtOnce([], 2, () => Promise.reject(new Error('never')))).resolves.toBeUndefined();
  });
});
