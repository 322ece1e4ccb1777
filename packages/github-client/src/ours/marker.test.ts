import { describe, expect, test } from '@jest/globals';
import { hashOf, keyOf, type Marker, markerLine, markerOf } from './marker.ts';

const HASH = hashOf('x');

describe('the marker', () => {
  test.each(['', 'services/billing', 'a b/ü', 'a--> <!-- shipworthy', '--!>', 'a"b\nc', '\ud800', 'x/'.repeat(2_000)])(
    'of the folder %j is one comment of HTML and is read as it was written',
    (path) => {
      const marker: Marker = { version: 1, key: keyOf(path), hash: HASH };
      const line = markerLine('summary', marker);
      expect(line).toMatch(/^<!-- [^<>\s][^<>\n]* -->$/);
      expect(markerOf('summary', `${line}\ntext`)).toEqual(marker);
    },
  );

  test('folders are told apart', () => {
    const paths = ['', '.', 'a', 'a/b', 'a%2Fb', 'x/'.repeat(2_000), 'y/'.repeat(2_000)];
    const keys = paths.filter((path) => path !== '.').map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
    expect(Math.max(...keys.map(({ length }) => length))).toBeLessThanOrEqual(200);
  });

  const line = markerLine('summary', { version: 1, key: '.', hash: HASH });
  test.each([
    ['a quote of it', `> ${line}`],
    ['words before it', `Look: ${line}`],
    ['it in code', `\`\`\`\n${line}\n\`\`\``],
    ['another kind of ours', line.replace('summary', 'organisation')],
    ['a hash that is none', line.replace(HASH, 'x')],
    ['no marker', 'Well done!'],
    ['nothing', ''],
  ])('%s is none', (_name, body) => {
    expect(markerOf('summary', body)).toBeUndefined();
  });

  test('a marker of another version is ours', () => {
    expect(markerOf('summary', line.replace(':v1', ':v2'))).toEqual({ version: 2, key: '.', hash: HASH });
  });
});
