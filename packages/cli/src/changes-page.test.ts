import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { AREA_OBLIGATIONS, OBLIGATION_TERMS, OBLIGATIONS, OTHER_AREA_OBLIGATIONS } from '@shipworthy/model';

const PAGE = readFileSync(new URL('../../../docs/changes.md', import.meta.url), 'utf8');
const rows = PAGE.split('\n').flatMap((line) =>
  line.startsWith('| ') ? [line.split('|').map((cell) => cell.trim())] : [],
);
const inCode = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);

describe('docs/changes.md', () => {
  test.each(OBLIGATIONS)('%s is explained by what it is and by keys that count', (name) => {
    const [, , title, keys = ''] = rows.find(([, first]) => first === `\`${name}\``) ?? [];
    expect(title).toBe(OBLIGATION_TERMS[name].title);
    const written = inCode(keys).map((key) => key.replace(/:$/, '').toLowerCase());
    expect(written[0]).toBe(OBLIGATION_TERMS[name].trailers[0]);
    expect(written.filter((key) => !OBLIGATION_TERMS[name].trailers.includes(key))).toEqual([]);
  });

  test.each([...Object.entries(AREA_OBLIGATIONS), ['any other', OTHER_AREA_OBLIGATIONS] as const])(
    '%s brings what is listed',
    (area, brings) => {
      const listed = rows.filter(([, first = '', ...others]) => others.length === 2 && first.includes(area));
      expect(listed.map(([, , words = '']) => inCode(words))).toContainEqual([...brings]);
    },
  );
});
