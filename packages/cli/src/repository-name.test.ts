import { expect, test } from '@jest/globals';
import { repositoryNames } from './repository-name.ts';

test.each([
  ['acme/report', { owner: 'acme', repo: 'report' }],
  ['Ac-me/.github', { owner: 'Ac-me', repo: '.github' }],
  ...[
    '',
    'acme',
    'acme/',
    '/report',
    'acme/report/issues',
    'https://github.com/acme/report',
    'acme/..',
    './report',
  ].map((text) => [text, undefined] as const),
  ['acme/re port', undefined],
] as const)('%j', (text, expected) => {
  expect(repositoryNames(text)).toEqual(expected);
});
