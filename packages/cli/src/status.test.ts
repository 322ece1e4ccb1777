import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { showStatus } from './status.ts';

const ERASE = '\r\u001b[2K';

describe('showStatus', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** What a stream was given after so many milliseconds of work, and what it took to end it. */
  function shown(isTTY: boolean, ms: number): { during: string; end: string } {
    let text = '';
    const write = (chunk: string) => {
      text += chunk;
    };
    const done = showStatus({ isTTY, write }, 'reading');
    jest.advanceTimersByTime(ms);
    const during = text;
    done();
    done();
    jest.advanceTimersByTime(ms);
    return { during, end: text.slice(during.length) };
  }

  test('a short run says nothing', () => {
    expect(shown(true, 490)).toEqual({ during: '', end: '' });
  });

  test('a long run says that it works, and leaves no trace', () => {
    const { during, end } = shown(true, 700);
    expect(during.startsWith(`${ERASE}⠋ reading`)).toBe(true);
    expect(end).toBe(ERASE);
  });

  test('a pipe gets nothing', () => {
    expect(shown(false, 2000)).toEqual({ during: '', end: '' });
  });
});
