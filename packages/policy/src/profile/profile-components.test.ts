import { expect, test } from '@jest/globals';
import { judge, manifest } from './testing/trees.ts';

test('packages and what is packed by itself, judged by what lies nearest', () => {
  const { components } = judge(
    ['web/Dockerfile', 'web/src/a.ts', 'lib/index.ts', 'worker/Dockerfile', 'worker/w.py'],
    [
      manifest('package.json', { private: true, workspaces: ['*'] }),
      manifest('web/package.json', { name: '@a/web', private: true, dependencies: ['fastify'] }),
      manifest('lib/package.json', { name: '@a/lib', library: true }),
      manifest('worker/requirements.txt', { list: true, dependencies: ['celery'] }),
    ],
  );
  expect(components.map(({ name, folder, archetypes }) => [name, folder, archetypes.map((a) => a.name)])).toEqual([
    ['.', '', ['documentation']],
    ['@a/lib', 'lib', ['library']],
    ['@a/web', 'web', ['service']],
    ['worker', 'worker', ['service']],
  ]);
});

test('a chart beside a program is no part; where there are only charts, each is', () => {
  const folders = (paths: readonly string[]) => judge(paths).components.map(({ folder }) => folder);
  expect(folders(['Dockerfile', 'main.go', 'deploy/charts/shop/Chart.yaml'])).toEqual(['']);
  expect(folders(['charts/a/Chart.yaml', 'charts/b/Chart.yaml'])).toEqual(['', 'charts/a', 'charts/b']);
});
