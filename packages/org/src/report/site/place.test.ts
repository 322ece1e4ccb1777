import { expect, test } from '@jest/globals';
import type { OrgFinding, OrgRepository } from '../org-report.ts';
import { attribute, parsed, shownText } from '../test-data/parsed.ts';
import { placeOf, webAddress } from './place.ts';

const finding: OrgFinding = {
  rule: 'a/b',
  severity: 'info',
  message: 'm',
  path: 'src/a.ts',
  fingerprint: 'f',
  count: 1,
};
const repository: OrgRepository = {
  id: '1',
  name: 'acme/api',
  url: 'https://github.example/acme/api',
  state: 'audited',
  commit: '0123456789abcdef',
  archetypes: [],
  met: { met: 0, applicable: 0 },
  stages: {},
  counts: { error: 0, warning: 0, info: 0 },
  unknown: 0,
  exempt: 0,
  opened: 0,
  fixed: 0,
  findings: [],
};
const at = 'https://github.example/acme/api/blob/0123456789abcdef';

test.each([
  ['a line', { line: 7 }, {}, 'src/a.ts:7', `${at}/src/a.ts#L7`],
  ['a file', {}, {}, 'src/a.ts', `${at}/src/a.ts`],
  [
    'a path with what an address has its own meaning for',
    { path: 'a b/#?%.md' },
    {},
    'a b/#?%.md',
    `${at}/a%20b/%23%3F%25.md`,
  ],
  ['a file that is missing', { absent: true }, {}, 'expected at src/a.ts', undefined],
  ['the whole repository', { path: '.' }, {}, '.', undefined],
  ['half a character', { path: 'a\ud800' }, {}, 'a\\ud800', undefined],
  ['a commit that is none', {}, { commit: '../../x' }, 'src/a.ts', undefined],
  ['an address that is not of the web', {}, { url: 'javascript:alert(1)' }, 'src/a.ts', undefined],
  ['an address with a password', {}, { url: 'https://a:b@github.example/x' }, 'src/a.ts', undefined],
] as const)('%s', (_, some, other, text, href) => {
  const shown = placeOf({ ...finding, ...some }, { ...repository, ...other });
  const { elements } = parsed(`<!DOCTYPE html><p>${shown.text}</p>`);
  expect(elements.filter(({ tagName }) => tagName === 'p').map(shownText)).toEqual([text]);
  const links = elements.filter(({ tagName }) => tagName === 'a');
  expect(links.map((link) => attribute(link, 'href'))).toEqual(href === undefined ? [] : [href]);
});

test('a repository that is not in the report has no address', () => {
  expect(placeOf(finding, undefined).text).not.toContain('href');
});

test.each([
  ['https://github.example/acme/api/', 'https://github.example/acme/api'],
  ['https://github.example/acme/api?tab=1#x', 'https://github.example/acme/api'],
  ['git@github.example:acme/api.git', undefined],
  ['file:///etc/passwd', undefined],
  [undefined, undefined],
])('%s is linked as %s', (url, address) => {
  expect(webAddress(url)).toBe(address);
});
