import { describe, expect, test } from '@jest/globals';
import type { FileFacts } from '@shipworthy/model';
import { installing, judge, manifest, many, names } from './testing/trees.ts';

test.each<[string, string]>([
  ['Crystal', 'src/shop.cr'],
  ['Haskell, in pages', 'src/Shop.lhs'],
  ['an interface of OCaml', 'src/shop.mli'],
  ['R', 'R/shop.R'],
  ['Puppet', 'manifests/init.pp'],
  ['Perl', 'lib/Shop.pm'],
  ['ClojureScript', 'src/shop/core.cljs'],
  ['Fortran', 'src/shop.f90'],
  ['Objective-C', 'Shop/Basket.m'],
  ['modules of Nix', 'modules/shop/default.nix'],
])('a file of %s is source', (_, path) => {
  expect(names([path, 'README.md'])).toEqual(['script']);
});

test.each<[string, string[]]>([
  ['how it is built with Nix', ['flake.nix', 'default.nix', 'shell.nix', 'nix/overlays/haskell.nix', 'README.md']],
  ['a flake to try a part of it out in', ['parts/shop/flake.nix', 'README.md']],
])('%s is no program', (_, paths) => {
  expect(names(paths)).toEqual(['documentation']);
});

test.each([
  '.gitpod.Dockerfile',
  'gitpod.Dockerfile',
  'Dockerfile.gitpod',
  'devcontainer.Dockerfile',
  'Dockerfile.devcontainer',
  'codespaces.Dockerfile',
  '.devcontainer/Dockerfile',
  'devtools/Dockerfile.alpine',
  'bench.Dockerfile',
])('%s packs what the repository is developed in, and no service', (path) => {
  expect(names([path, 'shop.py', 'README.md'])).toEqual(['script']);
});

describe('what is too much for a script', () => {
  const because = 'nothing that was read says what its 60 source files make';
  test('is not known, and why', () => {
    const { archetypes, unknown, components } = judge(many(60, 'src/shop_#.c'));
    expect(archetypes).toEqual([]);
    expect(unknown).toEqual({ because, at: { path: 'src/shop_0.c' } });
    expect(components).toEqual([{ name: '.', folder: '', archetypes: [], unknown }]);
  });
  test('counts what is written to be used only', () => {
    expect(names([...many(30, 'src/shop_#.c'), ...many(60, 'tests/shop_#.c')])).toEqual(['script']);
  });
  test('says nothing of a part beside it that is known', () => {
    const files = [manifest('api/package.json', { private: true, dependencies: ['express'] })];
    const { components } = judge([...many(60, 'core/shop_#.c'), 'api/Dockerfile', 'api/a.js'], files);
    expect(components).toEqual([
      expect.objectContaining({ folder: '', archetypes: [], unknown: expect.anything() }),
      expect.objectContaining({ folder: 'api', archetypes: [expect.objectContaining({ name: 'service' })] }),
    ]);
  });
});

const LIBRARY = { library: true };
const COMMAND = { command: true };

test.each<[string, string[], string[], FileFacts[]]>([
  ['a library', ['library'], many(60, 'src/#.hs'), [manifest('shop.cabal', { ecosystem: 'haskell', ...LIBRARY })]],
  [
    'a library and its command, of several packages',
    ['library', 'command'],
    many(60, 'core/src/#.hs'),
    [
      manifest('core/core.cabal', { ecosystem: 'haskell', ...LIBRARY }),
      manifest('cli/cli.cabal', { ecosystem: 'haskell', ...COMMAND }),
    ],
  ],
  [
    'a server that is packaged for others',
    ['shipped-component'],
    ['pkgbuild', ...many(60, 'src/#.hs')],
    [manifest('shop.cabal', { ecosystem: 'haskell', ...COMMAND, dependencies: ['warp'] })],
  ],
  [
    'a package of Swift beside settings of npm',
    ['library'],
    many(60, 'Sources/Shop/#.swift'),
    [manifest('Package.swift', { ecosystem: 'swift', ...LIBRARY }), manifest('package.json', { private: true })],
  ],
  [
    'a service with a client in Swift',
    ['service'],
    ['server/Dockerfile', ...many(9, 'server/#.py')],
    [
      manifest('server/pyproject.toml', { ecosystem: 'python', dependencies: ['flask'] }),
      manifest('clients/swift/Package.swift', { ecosystem: 'swift', ...LIBRARY, ...COMMAND }),
    ],
  ],
  [
    'a package for apps',
    ['library'],
    many(60, 'lib/src/#.dart'),
    [manifest('pubspec.yaml', { ecosystem: 'dart', list: true, ...LIBRARY, dependencies: ['flutter'] })],
  ],
  [
    'packages for apps, and an app to try them',
    ['library'],
    many(60, 'pkgs/shop/lib/src/#.dart'),
    [
      manifest('pkgs/shop/pubspec.yaml', { ecosystem: 'dart', list: true, ...LIBRARY, dependencies: ['flutter'] }),
      manifest('pkgs/shop/ios_test/pubspec.yaml', { ecosystem: 'dart', list: true, dependencies: ['flutter'] }),
    ],
  ],
  [
    'packages of a framework of servers, and settings for its pages',
    ['library', 'command'],
    many(60, 'shop/src/#.hs'),
    [
      manifest('pyproject.toml', { ecosystem: 'python', dependencies: ['sphinx'] }),
      manifest('auth/auth.cabal', { ecosystem: 'haskell', ...LIBRARY, dependencies: ['servant-server'] }),
      manifest('till/till.cabal', { ecosystem: 'haskell', ...LIBRARY, ...COMMAND, dependencies: ['warp'] }),
    ],
  ],
  ['a role', ['library'], ['meta/main.yml', 'tasks/main.yml', 'defaults/main.yml', 'README.md'], []],
  ['roles of a playbook', ['infrastructure'], many(9, 'ansible/roles/r#/meta/main.yml'), []],
  ['a collection of roles', ['library'], ['galaxy.yml', ...many(9, 'roles/r#/tasks/main.yml')], []],
  ['a module of Puppet', ['library'], ['metadata.json', 'manifests/init.pp', ...many(9, 'lib/facter/#.rb')], []],
  ['metadata of something else', ['script'], ['metadata.json', 'manifests/a.txt', 'a.py'], []],
  [
    'an extension for browsers',
    ['shipped-component'],
    many(24, 'src/js/#.js'),
    [
      manifest('src/manifest.json', { ecosystem: 'browser-extension' }),
      manifest('package.json', { library: false, development: ['web-ext'] }),
    ],
  ],
])('%s', (_, expected, paths, files) => {
  expect(names(paths, files)).toEqual(expected);
});

test('an extension that others build with as well', () => {
  const files = [
    manifest('src/manifest.json', { ecosystem: 'browser-extension' }),
    manifest('package.json', { ...LIBRARY }),
  ];
  expect(names(['src/a.js'], files)).toEqual(['shipped-component', 'library']);
  const further = manifest('packages/shop/extension/manifest.json', { ecosystem: 'browser-extension' });
  expect(names(['src/a.js'], [...files.slice(1), further])).toEqual(['library']);
});

test('the manifest of an extension makes no part of a package', () => {
  const files = [manifest('src/manifest.json', { ecosystem: 'browser-extension' }), manifest('package.json', {})];
  expect(judge(['src/a.js'], files).components).toHaveLength(1);
});

const PUT = 'install -m 755 shop $(DESTDIR)$(PREFIX)/bin';
const SOURCES = many(60, 'src/shop_#.c');

test.each<[string, string[], string[], FileFacts[]]>([
  ['a program that a Makefile installs', ['command'], SOURCES, [installing('Makefile', PUT)]],
  [
    '... further down',
    ['command'],
    SOURCES,
    [installing('Makefile', '$(MAKE) -C src $@'), installing('src/Makefile', 'cp shop /usr/local/bin')],
  ],
  ['a small one', ['command'], ['shop.c', 'shop.h'], [installing('Makefile', PUT)]],
  ['a daemon', ['shipped-component'], [...SOURCES, 'utils/systemd-shop.service'], [installing('Makefile', PUT)]],
  ['a program with a configure script', ['command'], ['configure.ac', ...SOURCES], []],
  [
    'a server that others install, and images to try it in',
    ['shipped-component'],
    ['configure.ac', 'docker-compose.yml', ...SOURCES],
    [],
  ],
  ['a program that distributions package', ['command'], ['debian/control', ...SOURCES], []],
  ['a library', ['library'], ['configure.ac', 'libshop.pc.in', ...SOURCES], []],
  ['a library, and what it is built in', ['library'], ['libshop.pc.in', 'docker/Dockerfile', ...SOURCES], []],
  ['a library built with CMake, further down', ['library'], ['support/cmake/shop.pc.in', ...SOURCES], []],
  ['a library built with CMake', ['library'], ['cmake/ShopConfig.cmake.in', ...SOURCES], []],
  ['a library of others beside it', [], ['deps/zip/zip.pc.in', 'deps/zip.pc.in', ...SOURCES], []],
  ['a target that installs what it needs', [], SOURCES, [installing('Makefile', 'apt-get install -y gcc')]],
  ['a target of an example', [], SOURCES, [installing('examples/Makefile', PUT)]],
  ['scripts that a Makefile installs', ['script'], ['shop.sh', 'till.sh'], [installing('Makefile', PUT)]],
])('%s', (_, expected, paths, files) => {
  expect(names(paths, files)).toEqual(expected);
});
