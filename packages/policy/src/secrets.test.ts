import { expect, test } from '@jest/globals';
import type { Artifact } from '@shipworthy/model';
import { withoutSecrets } from './secrets.ts';

const leak = (path: string, ...spans: readonly (readonly [number, number])[]): Artifact<'leaked-secret'> => ({
  kind: 'leaked-secret',
  path,
  pathClass: 'authored',
  level: 'scraped',
  confidence: 1,
  why: [],
  id: path,
  facts: { found: spans.map((at) => ({ what: 'a token', at, certain: true })) },
});

test('values are masked, and every offset stays', () => {
  const text = 'a: hunter22\nb: first\n  second\n';
  const masked = withoutSecrets(new Map([['a.yaml', text]]), [leak('a.yaml', [3, 11], [15, 29])]).get('a.yaml');
  expect(masked).toBe('a: ********\nb: *****\n********\n');
  expect(masked).toHaveLength(text.length);
});

test('other files, and files that no report shows, are left alone', () => {
  const texts = new Map([['b.yaml', 'b: hunter22']]);
  expect([...withoutSecrets(texts, [leak('a.yaml', [0, 3])])]).toEqual([...texts]);
});
