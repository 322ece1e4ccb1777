import { expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { decisionLogKind } from './kind.ts';

const parse = await decisionLogKind.load();
const folders = (path: string, text: string) =>
  parse(new RepositoryFile(path, 'authored', text)).artifacts.flatMap(({ facts }) =>
    facts.folders.map((folder) => [folder.path, text.slice(...folder.at)]),
  );

test.each([
  ['.adr-dir', 'doc/adr\n', [['doc/adr', 'doc/adr']]],
  ['web/.adr-dir', './adr/', [['web/adr', './adr/']]],
  ['.adr-dir', '/home/me/adr\n', []],
  ['.adr-dir', '../adr\n', []],
  ['.log4brains.yml', 'project:\n  adrFolder: ./docs/adr\n', [['docs/adr', './docs/adr']]],
  [
    '.log4brains.yml',
    'project:\n  adrFolder: a\n  packages:\n    - name: x\n      adrFolder: b\n',
    [
      ['a', 'a'],
      ['b', 'b'],
    ],
  ],
  ['.log4brains.yml', 'project: [', []],
])('%s %j', (path, text, expected) => {
  expect(folders(path, text)).toEqual(expected);
});
