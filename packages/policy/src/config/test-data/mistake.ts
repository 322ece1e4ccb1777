import { expect, test } from '@jest/globals';
import { mistakes } from './load.ts';

/** The file that holds each mistake. */
export const CONFIG = '.shipworthy.yaml';

/** Files beside it, so that paths lead somewhere. */
export const HERE = { 'services/api/a.ts': '', 'services/api/b.ts': '', 'docs/x.md': '' };

/** A mistake: its name, the text, the beginning of where it is, what is said and what is advised. */
export type Mistake = readonly [name: string, text: string, place: string, what: string, advice: string];

/** A table with fewer has lost its rows. */
const FEWEST = 5;

/** Each is told alone, where it stands, with what to do. */
export function eachIsTold(table: readonly Mistake[]): void {
  test('there are many of them', () => {
    expect(new Set(table.map(([name]) => name)).size).toBe(table.length);
    expect(table.length).toBeGreaterThan(FEWEST);
  });

  test.each(table)('%s', async (_, text, place, what, advice) => {
    const [first = '', ...more] = await mistakes({ ...HERE, [CONFIG]: text });
    expect(more).toEqual([]);
    const [said = '', advised = ''] = first.split(' | ');
    expect(said.startsWith(`${CONFIG}:${place}`)).toBe(true);
    expect(said).toContain(what);
    expect(advised).toContain(advice);
  });
}
