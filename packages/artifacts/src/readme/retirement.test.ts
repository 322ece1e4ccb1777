import { expect, test } from '@jest/globals';
import { retirementIn } from './retirement.ts';

const said = (text: string, title: string): string | undefined => {
  const span = retirementIn(text, title);
  return span && text.slice(...span);
};

test.each([
  ['# 🚧 [Deprecated] 🚧\n\nWhat it was.\n', '# 🚧 [Deprecated] 🚧'],
  ['# Cart\n\n## ARCHIVED\n\nCart took orders.\n', '## ARCHIVED'],
  ['# Cart\n\n## [DEPRECATED]: This repository is old\n', '## [DEPRECATED]: This repository is old'],
  ['Archived because not used anymore.\n', 'Archived because not used anymore.'],
  ['# ⚠️Notice\n\n**This Helm chart is deprecated.**\n', '**This Helm chart is deprecated.**'],
  ['![t](a.svg)\n\n> [!NOTE]\n> cart-api is now deprecated.\n\n# Acme Cart - API\n', '> cart-api is now deprecated.'],
  ['# Cart\n\nThis project is no longer actively maintained.\n', 'This project is no longer actively maintained.'],
  ['# Cart\n\n**The Acme cart library has been superseded**.\n', '**The Acme cart library has been superseded**.'],
])('%j', (text, expected) => {
  expect(said(text, 'Acme Cart - API')).toBe(expected);
});

test.each([
  '# Cart\n\nFour archived documents are kept beside it.\n',
  '# Cart\n\n- Archived\n',
  '# Cart\n\nDeprecated features are removed after a year.\n',
  '# Cart\n\nPython2 is no longer supported; node-sass is deprecated.\n',
  '# Charts\n\nThe redis chart is deprecated.\n',
  '# Cart\n\nlodash is deprecated here.\n',
  `# Cart\n\n${'A line of words.\n'.repeat(15)}This project is archived.\n`,
  '# Cart\n\nIt replaces a service that is no longer maintained.\n',
  '# Cart\n\n![this project is deprecated](a.svg)\n',
])('is no notice: %j', (text) => {
  expect(said(text, 'Cart')).toBeUndefined();
});
