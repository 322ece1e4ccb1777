import { expect, test } from '@jest/globals';
import type { DependencyManifestFacts } from '@shipworthy/model';
import { RepositoryFile } from '../repository-file.ts';
import { dependencyManifestKind } from './kind.ts';

const read = async (path: string, text: string) =>
  (await dependencyManifestKind.load())(new RepositoryFile(path, 'authored', text));

const LIBRARY = { library: true, command: false, private: false };
const COMMAND = { library: false, command: true, private: false };
const BOTH = { library: true, command: true, private: false };
const NEITHER = { library: false, command: false };

const CABAL = `cabal-version: 3.0
name:          shop
version:       1.2.0
maintainer:    Amy <amy@example.org>, Bob
source-repository head
  type:     git
  location: https://github.com/a/shop.git
`;

test.each<[string, string, string, Partial<DependencyManifestFacts>]>([
  [
    'a library of Haskell with a program, and what they need',
    'shop.cabal',
    `${CABAL}library
  exposed-modules: Shop
  build-depends:
      aeson >= 2 && < 3
    -- , lens
    , warp
  default-language: Haskell2010

executable shop
  main-is: Main.hs
  build-depends: base, shop, text

test-suite spec
  type: exitcode-stdio-1.0
  build-depends: hspec, text
`,
    {
      ecosystem: 'haskell',
      name: 'shop',
      version: '1.2.0',
      repository: 'a/shop',
      people: ['Amy', 'Bob'],
      ...BOTH,
      dependencies: ['aeson', 'base', 'text', 'warp'],
      development: ['hspec'],
    },
  ],
  ['a program with a library of its own', 'shop.cabal', `${CABAL}library internals\n\nexecutable shop\n`, COMMAND],
  ['tests alone', 'shop-tests.cabal', `${CABAL}test-suite spec\n`, NEITHER],
  ['hpack', 'package.yaml', 'name: shop\nlibrary:\n  source-dirs: src\nexecutables:\n  shop: {main: Main.hs}\n', BOTH],
  [
    'a library of Swift',
    'Package.swift',
    '// swift-tools-version:5.9\nlet package = Package(\n  name: "Shop",\n  products: [\n    .library(name: "Shop", targets: ["Shop"]),\n    // .executable(name: "old", targets: []),\n  ]\n)\n',
    { ecosystem: 'swift', name: 'Shop', ...LIBRARY },
  ],
  [
    'a library of Swift with a program to try it',
    'Package.swift',
    'Package(name: "s", products: [.library(name: "S")], targets: [.executableTarget(name: "Try")])',
    LIBRARY,
  ],
  [
    '... with a command',
    'Package.swift',
    'Package(name: "s", products: [.library(name: "S"), .executable(name: "s")])',
    BOTH,
  ],
  ['a program of Swift', 'Package.swift', 'Package(name: "s", targets: [.executableTarget(name: "s")])', COMMAND],
  [
    'a build of sbt that publishes',
    'build.sbt',
    'name := "shop"\nThisBuild / developers := List(Developer("a", "Amy", "", url("x")))\nlazy val core = project.settings(publish / skip := true)\n',
    { ecosystem: 'scala', name: 'shop', people: ['Amy'], ...LIBRARY },
  ],
  [
    '... and packs a program',
    'build.sbt',
    'lazy val core = project.enablePlugins(JavaAppPackaging)\nscmInfo := None\n',
    COMMAND,
  ],
  [
    'a build of sbt that publishes, and packs an example',
    'build.sbt',
    'tlBaseVersion := "1.2"\nlazy val shown = project.enablePlugins(DockerPlugin, NoPublishPlugin)\n',
    LIBRARY,
  ],
  [
    '... and refuses',
    'build.sbt',
    'ThisBuild / publish / skip := true\nThisBuild / versionScheme := Some("x")\n',
    NEITHER,
  ],
  ['a build of sbt that says nothing', 'build.sbt', 'name := "shop"\nscalaVersion := "3.4.0"\n', NEITHER],
  [
    'a package of Julia',
    'Project.toml',
    'name = "Shop"\nuuid = "7073ff75-c697-5162-941a-fcdaad2a7d2a"\nversion = "1.2.0"\nauthors = ["Amy <amy@example.org>"]\n\n[deps]\nDates = "ade2ca70-3891-5945-98fb-dc099432e06a"\n',
    { ecosystem: 'julia', name: 'Shop', version: '1.2.0', people: ['Amy'], ...LIBRARY },
  ],
  [
    'a shard',
    'shard.yml',
    'name: shop\nversion: 1.2.0\nauthors:\n  - Amy <amy@example.org>\n  - Bob\nrepository: https://github.com/a/shop\n',
    { repository: 'a/shop', people: ['Amy', 'Bob'], ...LIBRARY },
  ],
  [
    'a shard with a program',
    'shard.yml',
    'name: shop\nversion: 1.2.0\ntargets:\n  shop:\n    main: src/shop.cr\n',
    COMMAND,
  ],
  [
    'a package of R',
    'DESCRIPTION',
    'Package: shop\nType: Package\nVersion: 1.2\nMaintainer: Amy <amy@example.org>\nURL: https://github.com/a/shop\n',
    { ecosystem: 'r', people: ['Amy'], ...LIBRARY },
  ],
  [
    'a distribution for CPAN',
    'Makefile.PL',
    "use ExtUtils::MakeMaker;\nWriteMakefile(NAME => 'My::Shop', AUTHOR => 'Amy <amy@example.org>');\n",
    { name: 'My::Shop', people: ['Amy'], ...LIBRARY },
  ],
  ['... with commands', 'Makefile.PL', "WriteMakefile(NAME => 'Shop', EXE_FILES => ['bin/shop']);", BOTH],
  ['... made by Dist::Zilla', 'dist.ini', 'name = Shop\nlicense = Perl_5\n[@Basic]\n', { name: 'Shop', ...LIBRARY }],
  [
    'a rock',
    'shop-1.0-1.rockspec',
    'package = "shop"\nversion = "1.0-1"\nsource = { url = "git+https://github.com/a/shop" }\nbuild = { type = "builtin" }\n',
    { ecosystem: 'lua', name: 'shop', repository: 'a/shop', ...LIBRARY },
  ],
  [
    '... with a command',
    'shop-1.0-1.rockspec',
    'package = "shop"\nbuild = { install = { bin = { "bin/shop" } } }',
    BOTH,
  ],
  ['a library of Erlang', 'rebar.config', '%% {relx, old}.\n{erl_opts, [debug_info]}.\n', LIBRARY],
  ['a release of Erlang', 'rebar.config', '{relx, [{release, {shop, "1"}, [shop]}]}.\n', { ...NEITHER, private: true }],
  ['a script of Erlang', 'rebar.config', '{escript_name, shop}.\n', COMMAND],
  [
    'a library of Clojure',
    'project.clj',
    '(defproject a/shop "1.2.0"\n  ; :main old\n  :url "https://github.com/a/shop")',
    { name: 'a/shop', version: '1.2.0', ...LIBRARY },
  ],
  [
    'a library of Clojure with a program of its tests',
    'project.clj',
    '(defproject shop "1.2.0"\n  :profiles {:dev {:cljsbuild [{:id 1\n                                :main shop.runner}]}})',
    LIBRARY,
  ],
  ['a program of Clojure', 'project.clj', '(defproject shop "1.2.0" :main shop.core)', { ...NEITHER, private: true }],
  [
    'a package of OCaml',
    'shop.opam',
    'opam-version: "2.0"\nmaintainer: ["Amy <amy@example.org>"]\ndev-repo: "git+https://github.com/a/shop.git"\n',
    { ecosystem: 'ocaml', repository: 'a/shop', people: ['Amy'], ...LIBRARY },
  ],
  ['a program of Nim', 'shop.nimble', 'version = "1.2.0"\nbin = @["shop"]\nrequires "nim >= 2"\n', COMMAND],
  [
    'a package of Dart',
    'pubspec.yaml',
    'name: shop\nversion: 1.2.0\nrepository: https://github.com/a/shop\ndependencies:\n  flutter:\n    sdk: flutter\n',
    { ecosystem: 'dart', ...LIBRARY },
  ],
  [
    '... with a command',
    'pubspec.yaml',
    'name: shop\nversion: 1.2.0\nhomepage: https://shop.example\nexecutables:\n  shop:\n',
    BOTH,
  ],
  ['an app', 'pubspec.yaml', 'name: shop\nversion: 1.2.0\npublish_to: "none"\nhomepage: https://a.example\n', NEITHER],
  [
    'an extension for browsers',
    'src/manifest.json',
    '// built\n{ "manifest_version": 3, "name": "__MSG_name__", "version": "1.2.0" }',
    { ecosystem: 'browser-extension', version: '1.2.0', ...NEITHER },
  ],
])('%s', async (_, path, text, expected) => {
  expect((await read(path, text)).artifacts[0]?.facts).toMatchObject(expected);
});

test.each([
  ['an environment of Julia', 'docs/Project.toml', '[deps]\nDocumenter = "e30172f5-a6a5-5a46-863b-614d45cd2de4"\n'],
  ['a manifest of a page that is installed', 'public/manifest.json', '{"name": "Shop", "start_url": "/"}'],
  ['YAML of that name', 'package.yaml', 'name: shop\nfiles: []\n'],
  ['a page of that name', 'DESCRIPTION', 'A shop.\n'],
  ['a script of that name', 'Build.PL', 'print "building\\n";\n'],
  ['Swift that describes no package', 'Package.swift', 'struct Parcel {}\n'],
  ['settings of a distribution', 'dist.ini', '[paths]\nname_of = x\n'],
])('%s is no manifest', async (_, path, text) => {
  expect(await read(path, text)).toEqual({ artifacts: [], problems: [] });
});

test.each([
  ['1.2.0', '1.2.0'],
  ['1.2-1', '1.2-1'],
  ['1.2.0.9000', undefined],
])('a package of R at %s says %s', async (written, version) => {
  const { artifacts } = await read('DESCRIPTION', `Package: shop\nVersion: ${written}\n`);
  expect(artifacts[0]?.facts.version).toBe(version);
});
