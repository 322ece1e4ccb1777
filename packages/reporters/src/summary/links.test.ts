import { describe, expect, test } from '@jest/globals';
import type { Location } from '@shipworthy/model';
import MarkdownIt from 'markdown-it';
import { addressOf, WebLinks } from './links.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const BASE = 'b'.repeat(40);
const to = new WebLinks('https://github.com/acme/shop').to(COMMIT);
const BLOB = `https://github.com/acme/shop/blob/${COMMIT}`;

describe('a place', () => {
  test.each<[Location, string]>([
    [{ path: 'a.yaml', line: 12 }, `[\`a.yaml:12\`](${BLOB}/a.yaml#L12)`],
    [{ path: 'a.yaml', line: 12, endLine: 12 }, `[\`a.yaml:12\`](${BLOB}/a.yaml#L12)`],
    [{ path: 'a.yaml', line: 12, endLine: 14 }, `[\`a.yaml:12\`](${BLOB}/a.yaml#L12-L14)`],
    [{ path: 'a.yaml' }, `[\`a.yaml\`](${BLOB}/a.yaml)`],
    [{ path: 'a.yaml', line: 1, endLine: 1 }, `[\`a.yaml\`](${BLOB}/a.yaml)`],
    [{ path: 'a.yaml', line: 1, endLine: 3 }, `[\`a.yaml:1\`](${BLOB}/a.yaml#L1-L3)`],
    [{ path: 'docs/A.MD', line: 2 }, `[\`docs/A.MD:2\`](${BLOB}/docs/A.MD?plain=1#L2)`],
    [{ path: 'docs/a.rst', line: 2 }, `[\`docs/a.rst:2\`](${BLOB}/docs/a.rst?plain=1#L2)`],
    [{ path: 'docs/a.md' }, `[\`docs/a.md\`](${BLOB}/docs/a.md)`],
    [{ path: 'a b/(c)#d?e%f.yaml', line: 2 }, `[\`a b/(c)#d?e%f.yaml:2\`](${BLOB}/a%20b/%28c%29%23d%3Fe%25f.yaml#L2)`],
    [{ path: 'ü/\ud800.yaml', line: 2 }, `[\`ü/\\ud800.yaml:2\`](${BLOB}/%C3%BC/%EF%BF%BD.yaml#L2)`],
    [{ path: 'a.yaml', absent: true }, 'expected at `a.yaml`'],
    [{ path: '' }, 'the root of the repository'],
  ])('%j', (place, expected) => {
    expect(to(place)).toBe(expected);
    const [inline] = new MarkdownIt().parseInline(to(place), {});
    expect(inline?.children?.filter(({ type }) => type === 'link_open')).toHaveLength(expected.startsWith('[') ? 1 : 0);
  });
  test.each([
    ['no repository', undefined, COMMIT],
    ['no address', 'acme/shop', COMMIT],
    ['no address of the web', 'javascript:alert(1)', COMMIT],
    ['no commit', 'https://github.com/acme/shop', undefined],
    ['what is no commit', 'https://github.com/acme/shop', 'main) [x](y'],
  ])('%s is a name only', (_, repository, commit) => {
    expect(new WebLinks(repository).to(commit)({ path: 'a.yaml', line: 2 })).toBe('`a.yaml:2`');
  });
});

test.each<[Location, string]>([
  [{ path: 'a.yaml', line: 3 }, `[\`a.yaml:3\`](${BLOB}/a.yaml#L3)`],
  [{ path: 'a.yaml', absent: true }, `[\`a.yaml\`](${BLOB.replace(COMMIT, BASE)}/a.yaml) (gone)`],
])('what a change touches: %j', (place, expected) => {
  expect(new WebLinks('https://github.com/acme/shop').toTouched(COMMIT, BASE)(place)).toBe(expected);
});

describe('an address', () => {
  test.each([
    ['https://github.com/acme/shop/', 'https://github.com/acme/shop'],
    ['https://ghe.example.org:8443/a/b?x=1#y', 'https://ghe.example.org:8443/a/b'],
    ['https://user:secret@example.org/a/b', 'https://example.org/a/b'],
    ['https://example.org/a)[x](b', 'https://example.org/a%29[x]%28b'],
    ['https://example.org/a b<c>', 'https://example.org/a%20b%3Cc%3E'],
    ['file:///etc/passwd', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    expect(addressOf(text)).toBe(expected);
  });
});

test.each([
  [COMMIT, `[\`012345678\`](https://github.com/acme/shop/commit/${COMMIT})`],
  ['origin/main', '`origin/main`'],
])('a commit: %s', (revision, expected) => {
  expect(new WebLinks('https://github.com/acme/shop').commit(revision)).toBe(expected);
});
