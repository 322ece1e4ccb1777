import { expect, test } from '@jest/globals';
import { judge, manifest, many } from './testing/trees.ts';

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

test('a folder that only says how a program is packed is no part', () => {
  const { components, archetypes } = judge(
    [
      'build/Dockerfile',
      'docker/Dockerfile',
      'cmd/shop/main.go',
      ...many(9, 'pkg/#.go'),
      'worker/Dockerfile',
      'worker/w.py',
    ],
    [manifest('go.mod', { dependencies: ['google.golang.org/grpc'] })],
  );
  expect(components.map(({ folder }) => folder)).toEqual(['', 'worker']);
  expect(archetypes.map(({ name }) => name)).toEqual(['service']);
});

test('a crate of a workspace is a program where it has an entry of one', () => {
  const { components } = judge(
    ['Cargo.toml', 'Dockerfile', 'web/src/main.rs', 'web/src/lib.rs', 'session/src/lib.rs', 'kept/src/lib.rs'],
    [
      manifest('web/Cargo.toml', { ecosystem: 'cargo', name: 'web', dependencies: ['axum'] }),
      manifest('session/Cargo.toml', { ecosystem: 'cargo', name: 'session', dependencies: ['axum'] }),
      manifest('kept/Cargo.toml', { ecosystem: 'cargo', name: 'kept', private: true }),
    ],
  );
  expect(components.map(({ folder, archetypes }) => [folder, archetypes.map((a) => a.name).join()])).toEqual([
    ['', 'service'],
    ['kept', 'library'],
    ['session', 'library'],
    ['web', 'service'],
  ]);
});
