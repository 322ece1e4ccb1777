import { describe, expect, test } from '@jest/globals';
import type { Progress } from '@shipworthy/org';
import { showLook, showProgress } from './progress.ts';

/** What is written of states that come so many seconds after the beginning. */
function written(
  states: readonly (readonly [number, Partial<Progress>])[],
  { isTTY = false, left }: { isTTY?: boolean; left?: { remaining: number; renewed: number } } = {},
): string[] {
  const lines: string[] = [];
  let seconds = 0;
  const { show, end } = showProgress({ isTTY, write: (text) => lines.push(text) }, 100, {
    now: () => seconds * 1000,
    clock: () => seconds * 1000,
    ...(left ? { budget: () => left } : {}),
  });
  for (const [at, state] of states) {
    seconds = at;
    show({ done: 1, total: 100, failed: 0, unchanged: 0, name: 'acme/a', ...state });
  }
  end();
  return lines;
}

describe('progress', () => {
  test('says on a terminal what is done, how fast, and what is left, on one line', () => {
    expect(written([[10, { done: 20, failed: 1, unchanged: 3 }]], { isTTY: true })).toEqual([
      '\r\u001b[2K20/100 repositories, 0.1/s, 14 min left, 3 unchanged, 1 failed  acme/a',
      '\r\u001b[2K',
    ]);
  });

  test('writes plain lines elsewhere: one every ten seconds and the last', () => {
    const lines = written([
      [1, { done: 1 }],
      [11, { done: 2 }],
      [12, { done: 3 }],
      [13, { done: 100 }],
    ]);
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['2/100', '100/100']);
    expect(lines.every((line) => line.endsWith('\n') && !line.includes('\u001b'))).toBe(true);
  });

  test.each([
    [4812, 1930, ', 4812 requests of GitHub left for 32 min'],
    [1, 70, ', 1 request of GitHub left for 60 s'],
  ])("says what is left of GitHub's limit: %d", (remaining, renewed, said) => {
    const [line] = written([[10, { done: 100 }]], { left: { remaining, renewed: renewed * 1000 } });
    expect(line).toContain(`${said}  acme/a`);
  });

  test('says nothing of it where GitHub is not asked', () => {
    expect(written([[10, { done: 100 }]])[0]).not.toMatch(/request/);
  });

  test('a name moves no cursor', () => {
    const [line] = written([[10, { name: 'a\u001b[2Jb' }]], { isTTY: true });
    expect(line?.slice(1)).not.toContain('\u001b[2J');
  });
});

describe('the look at the clones', () => {
  const written = (states: readonly (readonly [number, number])[], isTTY = false): string[] => {
    const lines: string[] = [];
    let seconds = 0;
    const { show, end } = showLook({ isTTY, write: (text) => lines.push(text) }, () => seconds * 1000);
    for (const [at, done] of states) {
      seconds = at;
      show({ done, total: 300, name: 'acme/a' });
    }
    end();
    return lines;
  };

  test('is told from the first moment on, every ten seconds, and when it is over', () => {
    const states = [0, 1, 9, 11, 12, 22].map((at, done) => [at, done] as const);
    expect(written([...states, [23, 300]])).toEqual(
      [0, 3, 5, 300].map((done) => `${done}/300 clones looked at  acme/a\n`),
    );
  });

  test('is one line on a terminal, which goes again', () => {
    expect(written([[0, 0]], true)).toEqual(['\r\u001b[2K0/300 clones looked at  acme/a', '\r\u001b[2K']);
  });
});
