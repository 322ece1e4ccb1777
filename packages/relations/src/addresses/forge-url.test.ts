import { describe, expect, test } from '@jest/globals';
import { forgeUrl, isDefaultRef, LONGEST_ADDRESS } from './forge-url.ts';

describe('URLs of files on a forge', () => {
  test.each([
    ['https://github.com/Acme/Shop/blob/main/docs/a%20b.md#x', 'acme/shop', 'main', 'docs/a b.md', 'x'],
    ['https://github.com/acme/shop/tree/v1.2/docs/', 'acme/shop', 'v1.2', 'docs', ''],
    ['https://github.com/acme/shop/tree/main', 'acme/shop', 'main', '', ''],
    ['https://github.com/acme/shop/blob/main/a.md?plain=1#L3', 'acme/shop', 'main', 'a.md', 'L3'],
    ['https://raw.githubusercontent.com/acme/shop/master/x.sh', 'acme/shop', 'master', 'x.sh', ''],
    ['https://git.acme.dev/group/sub/shop/-/blob/main/a.md', 'group/sub/shop', 'main', 'a.md', ''],
  ])('%s', (url, repository, ref, path, fragment) => {
    expect(forgeUrl(url)).toEqual({ repository, ref, path, fragment });
  });
  test.each(['https://github.com/acme/shop', 'https://github.com/acme/shop/issues/1', 'docs/a.md', ''])(
    '%j names no file',
    (url) => {
      expect(forgeUrl(url)).toBeUndefined();
    },
  );
  test('a text too long for an address is none', () => {
    expect(forgeUrl(`https://github.com/acme/shop/blob/main/${'/'.repeat(LONGEST_ADDRESS)}a`)).toBeUndefined();
  });
  test.each([
    ['main', true],
    ['HEAD', true],
    ['v1.2.3', false],
    ['release-1.2', false],
    ['0a1b2c3', false],
  ])('ref %s stands for now: %s', (ref, expected) => {
    expect(isDefaultRef(ref)).toBe(expected);
  });
});
