import { describe, expect, test } from '@jest/globals';
import { kindModules } from '@shipworthy/artifacts';
import { PATH_CLASSES } from '@shipworthy/model';
import { allowedIn, classIndex, pathIndex } from './path-index.ts';

const PATHS = [
  'README.md',
  'CODEOWNERS',
  'docs/adr/0001-use-queues.md',
  'deploy/queue.yaml',
  'api/openapi.json',
  'package.json',
  'Makefile',
  '.github/workflows/ci.yml',
  'src/server.test.ts',
  'logo.png',
  'LICENSE',
];

describe('an index that knows the class', () => {
  const byName = pathIndex(kindModules);
  const byClass = classIndex(kindModules);

  test.each(PATH_CLASSES)(
    'gives of %s files the kinds of their names that the class allows, in their order',
    (pathClass) => {
      for (const path of PATHS)
        expect(byClass(path, pathClass).map(({ kind }) => kind)).toEqual(
          allowedIn(byName(path), pathClass).map(({ kind }) => kind),
        );
    },
  );

  test('asks nobody where no kind can be', () => {
    const asking = kindModules.map((kind) => ({
      ...kind,
      paths: {
        test: () => {
          throw new Error('a kind was asked');
        },
      },
    }));
    expect(classIndex(asking)('README.md', 'vendored')).toEqual([]);
    expect(() => classIndex(asking)('README.md', 'authored')).toThrow('a kind was asked');
  });
});
