import { expect, test } from '@jest/globals';
import type { FileFacts } from '@shipworthy/model';
import { judge, manifest, many } from './testing/trees.ts';

const WORKSPACE = manifest('package.json', { private: true, workspaces: ['packages/*'] });

/** The archetypes of each part below the root. */
const parts = (paths: readonly string[], files: readonly FileFacts[]) =>
  judge(paths, files)
    .components.filter(({ folder }) => folder !== '')
    .map(({ folder, archetypes }) => `${folder}: ${archetypes.map(({ name }) => name).join()}`);

test.each<[string, string[], string[], FileFacts[]]>([
  [
    'what another part needs is there to be imported',
    ['packages/shop: service', 'packages/types: library'],
    ['packages/shop/a.ts', 'packages/types/src/a.ts'],
    [
      WORKSPACE,
      manifest('packages/shop/package.json', { name: '@a/shop', private: true, dependencies: ['express', '@a/types'] }),
      manifest('packages/types/package.json', { name: '@a/types', private: true }),
    ],
  ],
  [
    'settings of a linter that only development needs',
    ['packages/lint: library', 'packages/shop: service'],
    ['packages/shop/a.ts', 'packages/lint/rules.js'],
    [
      WORKSPACE,
      manifest('packages/shop/package.json', {
        name: '@a/shop',
        private: true,
        dependencies: ['express'],
        development: ['@a/lint'],
      }),
      manifest('packages/lint/package.json', { name: '@a/lint', private: true }),
    ],
  ],
  [
    'nobody needs what needs itself',
    ['packages/once: script'],
    ['packages/once/run.ts'],
    [WORKSPACE, manifest('packages/once/package.json', { name: 'once', private: true, dependencies: ['once'] })],
  ],
  [
    'an entry that is not published',
    ['packages/theme: library'],
    ['packages/theme/src/a.ts'],
    [WORKSPACE, manifest('packages/theme/package.json', { name: 'theme', private: true, library: true })],
  ],
  [
    'the entry that is meant where none is named',
    ['packages/button: library'],
    ['packages/button/index.ts'],
    [WORKSPACE, manifest('packages/button/package.json', { name: 'button', private: true })],
  ],
  [
    '... of packages that are linked to each other only',
    ['jobs/nightly: script'],
    ['jobs/nightly/index.ts'],
    [manifest('jobs/nightly/package.json', { name: 'nightly', private: true })],
  ],
  [
    'an app in a browser, whose bundler holds its framework',
    ['ui: web-app'],
    ['ui/index.html', 'ui/src/App.svelte'],
    [manifest('ui/package.json', { name: 'ui', private: true, development: ['svelte', 'vite'] })],
  ],
  [
    'pages without a framework',
    ['ui: web-app'],
    ['ui/src/index.html', 'ui/src/Main.elm'],
    [manifest('ui/package.json', { name: 'ui' })],
  ],
  [
    'pages that a server puts into its own',
    ['admin: web-app'],
    ['admin/src/a.tsx'],
    [manifest('admin/package.json', { name: 'admin', private: true, dependencies: ['react-dom'] })],
  ],
  [
    'parts of pages that an app needs',
    ['apps/shop: web-app', 'packages/ui: library'],
    ['apps/shop/next.config.js', 'apps/shop/a.tsx', 'packages/ui/button.tsx'],
    [
      manifest('apps/shop/package.json', { name: 'shop', private: true, dependencies: ['next', '@a/ui'] }),
      manifest('packages/ui/package.json', { name: '@a/ui', private: true, dependencies: ['next', 'react-dom'] }),
    ],
  ],
  [
    'packages of Angular, and the folders that say how their files are read',
    ['modules/store: library'],
    ['modules/store/ng-package.json', 'modules/store/src/a.ts', 'modules/store/migrations/a.ts'],
    [
      manifest('modules/store/package.json', { name: '@a/store' }),
      manifest('modules/store/migrations/package.json', { private: true }),
    ],
  ],
  [
    'a package within a scope that may be published',
    ['packages/lint: library'],
    ['packages/lint/src/a.ts'],
    [manifest('packages/lint/package.json', { name: '@a/lint', version: '1.0.0' })],
  ],
  [
    'modules of Go: one to import, one to run, one that asks another',
    ['ctl: command', 'provider: library', 'render: command'],
    ['provider/p.go', 'render/main.go', 'ctl/main.go', 'ctl/cmd/root.go'],
    [
      manifest('go.mod', {}),
      manifest('provider/go.mod', { name: 'a.b/c/provider' }),
      manifest('render/go.mod', { name: 'a.b/c/render' }),
      manifest('ctl/go.mod', { name: 'a.b/c/ctl', dependencies: ['google.golang.org/grpc'] }),
    ],
  ],
  [
    'a server of Go beside its container, called after itself',
    ['src/stock: service', 'src/web: service'],
    ['src/stock/Dockerfile', 'src/stock/server.go', 'src/web/Dockerfile', 'src/web/a.py'],
    [manifest('src/stock/go.mod', { name: 'stock', dependencies: ['google.golang.org/grpc'] })],
  ],
  [
    'a crate that another takes, with a program to try it with',
    ['engine: library', 'peek: command', 'serve: service'],
    [
      'engine/src/lib.rs',
      'engine/src/bin/peek.rs',
      'peek/src/lib.rs',
      'peek/src/main.rs',
      'serve/src/main.rs',
      'serve/Dockerfile',
    ],
    [
      manifest('engine/Cargo.toml', { ecosystem: 'cargo', name: 'engine' }),
      manifest('peek/Cargo.toml', { ecosystem: 'cargo', name: 'peek' }),
      manifest('serve/Cargo.toml', { ecosystem: 'cargo', name: 'serve', dependencies: ['axum', 'engine'] }),
    ],
  ],
  [
    'functions that a cloud calls',
    ['lambda-code/resize: service', 'ops/alarms/lambda_src: service'],
    ['lambda-code/resize/a.js', 'ops/alarms/lambda_src/a.py', 'main.tf'],
    [
      manifest('lambda-code/resize/package.json', { name: 'resize' }),
      manifest('ops/alarms/lambda_src/pyproject.toml', { ecosystem: 'python', name: 'alarms' }),
    ],
  ],
  [
    'a folder that is named after what others share',
    ['api: service', 'shared: library'],
    ['api/a.ts', 'shared/types/a.ts'],
    [
      manifest('api/package.json', { name: 'api', private: true, dependencies: ['express'] }),
      manifest('shared/package.json', { name: 'shop-shared', private: true }),
    ],
  ],
  [
    'charts, each with what it is made of',
    ['charts/a: collection', 'charts/b: collection'],
    ['charts/a/Chart.yaml', 'charts/b/Chart.yaml', ...many(9, 'charts/b/templates/#.yaml')],
    [],
  ],
])('%s: %j', (_name, expected, paths, files) => {
  expect(parts(paths, files)).toEqual(expected);
});

const rootOf = (paths: readonly string[], files: readonly FileFacts[]) =>
  judge(paths, files).components[0]?.archetypes.map(({ name }) => name);

test('a repository that holds packages for others, and little beside them, is what they are', () => {
  const packages = [manifest('packages/a/package.json', { name: 'a', library: true })];
  expect(rootOf(['build.js', 'packages/a/i.js'], [WORKSPACE, ...packages])).toEqual(['library']);
});

test.each(['express', 'expo'])('what runs is asked for in its part alone: %s', (needed) => {
  const part = manifest('part/package.json', { name: 'part', private: true, dependencies: [needed] });
  expect(rootOf(['build.js', 'part/i.js'], [WORKSPACE, part])).toEqual(['script']);
});
