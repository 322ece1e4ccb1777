import { describe, expect, test } from '@jest/globals';
import { slugsFor } from './slug.ts';

const slugOf = (name: string): string | undefined => slugsFor([{ key: name, name }]).get(name);

describe('file names made of names', () => {
  test.each([
    ['acme/api', 'acme.api'],
    ['payments', 'payments'],
    ['a_b/c-d', 'a_b.c-d'],
  ])('%j is plain and stays readable', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  test.each([
    ['Acme/API', /^acme\.api~[a-f\d]{10}$/],
    ['acme.api', /^acme-api~[a-f\d]{10}$/],
    ['Größe', /^gr-e~[a-f\d]{10}$/],
    ['../etc', /^etc~[a-f\d]{10}$/],
    ['con', /^con~[a-f\d]{10}$/],
    ['aux/api', /^aux\.api~[a-f\d]{10}$/],
    ['', /^x~[a-f\d]{10}$/],
    ['~', /^x~[a-f\d]{10}$/],
    ['x'.repeat(300), /^x{80}~[a-f\d]{10}$/],
  ])('%j loses something and is told apart by a digest', (name, slug) => {
    expect(slugOf(name)).toMatch(slug);
  });

  test('a name keeps its file name whatever else there is', () => {
    const names = ['acme/api', 'Acme/Api', 'ACME/api', 'acme.api', 'acme-api', 'acme/api~1'];
    const together = slugsFor(names.map((name) => ({ key: name, name })));
    expect(names.map((name) => together.get(name))).toEqual(names.map(slugOf));
    expect(new Set(together.values()).size).toBe(names.length);
  });

  test('the same name twice gives two files, whichever comes first', () => {
    const things = [
      { key: 'r1', name: 'acme/api' },
      { key: 'r2', name: 'acme/api' },
    ];
    const slugs = slugsFor(things);
    expect(slugs.get('r1')).not.toBe(slugs.get('r2'));
    expect(new Map(slugsFor([...things].reverse()))).toEqual(slugs);
  });
});
