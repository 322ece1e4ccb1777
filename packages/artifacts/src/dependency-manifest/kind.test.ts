import { describe, expect, test } from '@jest/globals';
import type { DependencyManifestFacts } from '@shipworthy/model';
import { RepositoryFile } from '../repository-file.ts';
import { forgeRepository } from './forge-repository.ts';
import { dependencyManifestKind } from './kind.ts';

const read = async (path: string, text: string) =>
  (await dependencyManifestKind.load())(new RepositoryFile(path, 'authored', text));

describe('package manifests', () => {
  test.each<[string, string, Partial<DependencyManifestFacts>]>([
    [
      'package.json',
      '{"name":"@a/b","private":true,"bin":{"b":"x.js"},"exports":"./i.js","author":"Amy <a@b.c>","maintainers":[{"name":"Bob"}],"repository":{"url":"git+https://github.com/a/b.git"}}',
      {
        ecosystem: 'npm',
        name: '@a/b',
        repository: 'a/b',
        private: true,
        library: true,
        command: true,
        people: ['Amy <a@b.c>', 'Bob'],
      },
    ],
    ['lib/package.json', '{"main":"index.js"}', { library: true, entry: 'index.js' }],
    ['lib/package.json', '{"main":"old.js","exports":"./new.js"}', { library: true, entry: './new.js' }],
    ['lib/package.json', '{"exports":{".":"./index.js"}}', { library: true, entry: './index.js' }],
    ['web/package.json', '{}', { ecosystem: 'npm', private: false, library: false, command: false, people: [] }],
    [
      'Pipfile',
      '[[source]]\nurl = "https://example.org/simple"\n\n[packages]\nDjango = "==5.2"\nsentry-sdk = {version = "*", extras = ["django"]}\n\n[dev-packages]\nruff = "*"\n\n[requires]\npython_version = "3.12"\n',
      { ecosystem: 'python', list: true, dependencies: ['django', 'sentry-sdk'], development: ['ruff'] },
    ],
    [
      'mix.exs',
      'defmodule B.MixProject do\n  use Mix.Project\n  def project, do: [app: :b, version: "1.2.0+#{build()}", deps: deps(),\n    dialyzer: [plt_file: {:no_warn, "priv/x.plt"}]]\n  defp deps do\n    [\n      {:phoenix, "~> 1.7"},\n      {:credo, "~> 1.7", only: [:dev, :test], runtime: false},\n      {:mox, "~> 1.0", only: :test},\n      {:cache, in_umbrella: true},\n      {\n        :icons,\n        github: "a/icons", tag: "1.0"\n      }\n    ]\n  end\nend\n',
      {
        ecosystem: 'elixir',
        name: 'b',
        private: true,
        library: false,
        command: false,
        dependencies: ['icons', 'phoenix'],
        development: ['credo', 'mox'],
      },
    ],
    [
      'mix.exs',
      'defmodule B.MixProject do\n  use Mix.Project\n  @source_url "https://github.com/a/b"\n  def project do\n    [\n      app: :b,\n      version: "1.2.0",\n      package: package(),\n      deps: [{:jason, ">= 1.0.0"}]\n    ]\n  end\nend\n',
      {
        ecosystem: 'elixir',
        version: '1.2.0',
        repository: 'a/b',
        private: false,
        library: true,
        dependencies: ['jason'],
      },
    ],
    [
      'src/Shop/Shop.csproj',
      '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><PackageTags>shop</PackageTags></PropertyGroup></Project>',
      { ecosystem: 'dotnet', library: true, command: false },
    ],
    [
      'src/Shop/Shop.csproj',
      '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><PackAsTool>true</PackAsTool></PropertyGroup></Project>',
      { library: false, command: true },
    ],
    [
      'src/Shop/Shop.csproj',
      '<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><PackageId>Shop</PackageId></PropertyGroup></Project>',
      { library: false, command: false, dependencies: ['Microsoft.NET.Sdk.Web'] },
    ],
    [
      'src/Shop/Shop.csproj',
      '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><PackageId>Shop</PackageId><IsPackable>false</IsPackable></PropertyGroup></Project>',
      { library: false, command: false },
    ],
    [
      'build.gradle.kts',
      'plugins {\n    kotlin("jvm") version "2.1.20"\n    `maven-publish`\n}\n',
      { ecosystem: 'gradle', dependencies: ['maven-publish'] },
    ],
    [
      'composer.json',
      '{"name":"a/b","type":"library","authors":[{"name":"Amy"}],"support":{"source":"https://gitlab.com/a/g/b"}}',
      { name: 'a/b', repository: 'a/g/b', library: true, people: ['Amy'] },
    ],
    [
      'go.mod',
      '// x\nmodule github.com/a/b/v2\n\ngo 1.22\n',
      { ecosystem: 'go', name: 'github.com/a/b/v2', repository: 'a/b' },
    ],
    [
      'Cargo.toml',
      '[package]\nname = "b" # x\nrepository = "https://github.com/a/b"\nauthors = [\n  "Amy <a@b.c>",\n]\npublish = false\n\n[lib]\n\n[[bin]]\nname = "cli"\n',
      { name: 'b', repository: 'a/b', private: true, library: true, command: true, people: ['Amy'] },
    ],
    ['Cargo.toml', '[workspace.package]\nauthors = ["Amy <a@b.c>"]\n', { ecosystem: 'cargo', people: ['Amy'] }],
    [
      'pyproject.toml',
      '[build-system]\nrequires = ["x"]\n[project]\nname = "b"\nauthors = [{name = "Amy", email = "a@b.c"}]\n[project.urls]\nSource = "https://github.com/a/b"\n[project.scripts]\nb = "b:main"\n',
      { name: 'b', repository: 'a/b', library: true, command: true, people: ['Amy'] },
    ],
    ['pyproject.toml', '[tool.black]\nline-length = 100\n', { ecosystem: 'python', library: false, command: false }],
    [
      'setup.cfg',
      '[metadata]\nname = b\nauthor = Amy\nurl = https://github.com/a/b\n',
      { name: 'b', repository: 'a/b', library: true, people: ['Amy'] },
    ],
    [
      'setup.py',
      "setup(\n  name='b', author='Amy', url='https://github.com/a/b', packages=['b'])\n",
      { name: 'b', repository: 'a/b', library: true, people: ['Amy'] },
    ],
    [
      'b.gemspec',
      "s.name = 'b'\ns.authors = ['Amy', 'Bob']\ns.homepage = 'https://github.com/a/b'\ns.executables << 'b'\n",
      { name: 'b', repository: 'a/b', library: true, command: true, people: ['Amy', 'Bob'] },
    ],
    [
      'pom.xml',
      '<project>\n<!-- <artifactId>no</artifactId> -->\n<parent><artifactId>up</artifactId></parent>\n<artifactId>b</artifactId>\n<scm><connection>scm:git:git@github.com:a/b.git</connection></scm>\n<developers><developer><name>Amy</name></developer></developers>\n<build><artifactId>c</artifactId></build></project>',
      { name: 'b', repository: 'a/b', library: true, people: ['Amy'] },
    ],
  ])('%s: %j', async (path, text, expected) => {
    const { artifacts, problems } = await read(path, text);
    expect(problems).toEqual([]);
    expect(artifacts[0]?.facts).toMatchObject(expected);
  });

  test('what only other modules need stands apart', async () => {
    const { artifacts } = await read(
      'go.mod',
      'module a.b/c\n\nrequire (\n\tgithub.com/x/y v1.0.0\n\tgithub.com/x/z v1.0.0 // indirect\n)\n',
    );
    expect(artifacts[0]?.facts).toMatchObject({ dependencies: ['github.com/x/y'], indirect: ['github.com/x/z'] });
  });

  test.each<[string, string, readonly string[]]>([
    ['package.json', '{"dependencies":{"express":"5","a":"1"},"devDependencies":{"jest":"30"}}', ['a', 'express']],
    [
      'go.mod',
      'module a.b/c\n\nrequire github.com/go-chi/chi/v5 v5.0.0\n\nrequire (\n\tgoogle.golang.org/grpc v1.60.0\n\tgithub.com/x/y v1.0.0 // indirect\n)\n',
      ['github.com/go-chi/chi/v5', 'google.golang.org/grpc'],
    ],
    [
      'Cargo.toml',
      '[package]\nname = "b"\n[dependencies]\naxum = "0.7"\n[dependencies.serde]\nversion = "1"\n[dev-dependencies]\nproptest = "1"\n',
      ['axum', 'serde'],
    ],
    [
      'pyproject.toml',
      '[project]\nname = "b"\ndependencies = [\n  "Flask[async]>=2; python_version > \'3\'",\n  "redis",\n]\n[project.optional-dependencies]\ndev = ["pytest"]\n',
      ['flask', 'redis'],
    ],
    ['pyproject.toml', '[tool.poetry.dependencies]\npython = "^3"\ndjango = "5"\n', ['django']],
    [
      'requirements.txt',
      '# all\n-r base.txt\ncelery==5.4  # queue\nhttps://example.org/x.whl\nDjango>=5\n',
      ['celery', 'django'],
    ],
    ['Gemfile', "source 'https://example.org'\ngem 'rails', '~> 8'\n  gem \"puma\"\n", ['puma', 'rails']],
    ['x.gemspec', "s.add_dependency 'rack', '>= 3'\ns.add_development_dependency 'rspec'\n", ['rack']],
    [
      'pom.xml',
      '<project><artifactId>b</artifactId><dependencyManagement><dependencies><dependency><artifactId>bom</artifactId></dependency></dependencies></dependencyManagement><dependencies><dependency><artifactId>spring-boot-starter-web</artifactId></dependency></dependencies></project>',
      ['spring-boot-starter-web'],
    ],
    [
      'build.gradle.kts',
      'plugins {\n  id("org.springframework.boot")\n}\ndependencies {\n  implementation("io.ktor:ktor-server-netty:3.0")\n  testImplementation("x:y:1")\n}\n',
      ['ktor-server-netty', 'org.springframework.boot'],
    ],
    ['build.gradle', 'plugins {\n    alias(libs.plugins.android.application)\n}\n', ['com.android.application']],
    [
      'build.gradle.kts',
      'plugins {\n  id("acme.android.application")\n}\n',
      ['acme.android.application', 'com.android.application'],
    ],
    ['build.gradle', "apply plugin: 'com.android.application'\n", ['com.android.application']],
    [
      'build.gradle.kts',
      'plugins {\n  alias(libs.plugins.android.application) apply false\n  id("com.android.application") version "8" apply false\n}\n',
      [],
    ],
    [
      'Shop.csproj',
      '<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><PackageReference Include="Dapper" /></ItemGroup></Project>',
      ['Dapper', 'Microsoft.NET.Sdk.Web'],
    ],
    [
      'pubspec.yaml',
      'name: b\ndependencies:\n  flutter:\n    sdk: flutter\n\n  http: ^1\ndev_dependencies:\n  x: 1\n',
      ['flutter', 'http'],
    ],
  ])('%s needs %j', async (path, text, expected) => {
    expect((await read(path, text)).artifacts[0]?.facts.dependencies).toEqual(expected);
  });

  test.each<[string, string, readonly string[]]>([
    ['Cargo.toml', '[package]\nname = "b"\n[dev-dependencies]\nproptest = "1"\n', ['proptest']],
    ['pyproject.toml', '[dependency-groups]\ndev = ["pytest>=8", "ruff"]\n', ['pytest', 'ruff']],
    [
      'build.gradle.kts',
      'dependencies {\n  runtimeOnly("org.postgresql:postgresql:42")\n  testImplementation("org.testcontainers:postgresql:1.21.4")\n  testRuntimeOnly("com.h2database:h2")\n  developmentOnly("org.springframework.boot:spring-boot-docker-compose")\n  integrationTestImplementation("io.ktor:ktor-server-test-host")\n}\n',
      ['h2', 'ktor-server-test-host', 'postgresql', 'spring-boot-docker-compose', 'testcontainers'],
    ],
    [
      'build.gradle',
      "dependencies {\n    testImplementation group: 'org.wiremock', name: 'wiremock', version: '3'\n    testImplementation libs.junit\n}\n",
      ['wiremock'],
    ],
    ['pyproject.toml', '[tool.poetry.group.dev.dependencies]\nmypy = "1"\n', ['mypy']],
  ])('%s needs %j to be developed', async (path, text, expected) => {
    expect((await read(path, text)).artifacts[0]?.facts.development).toEqual(expected);
  });

  test.each<[string, string, readonly string[]]>([
    [
      'package.json',
      '{"engines":{"npm":">=9","node":">=20"},"packageManager":"pnpm@9.1.0+sha512.a","volta":{"node":"22.1.0"}}',
      ['node >=20 range', 'node 22.1.0', 'pnpm 9.1.0'],
    ],
    ['go.mod', 'module a.b/c\n\ngo 1.22\n\ntoolchain go1.22.3\n', ['go 1.22.3 range', 'go 1.22 range']],
    ['pyproject.toml', '[project]\nname = "b"\nrequires-python = ">=3.11"\n', ['python >=3.11 range']],
    ['Gemfile', "ruby '3.3.1'\ngem 'rails'\n", ['ruby 3.3.1']],
    ['Gemfile', "ruby file: '.ruby-version'\n", []],
    ['a.csproj', '<Project><TargetFramework>net9.0</TargetFramework></Project>', ['dotnet 9.0 range']],
  ])('%s asks for the versions %j', async (path, text, expected) => {
    const versions = (await read(path, text)).artifacts[0]?.facts.versions ?? [];
    expect(versions.map(({ tool, version, range }) => `${tool} ${version}${range ? ' range' : ''}`)).toEqual(expected);
    for (const { version, at } of versions) expect(text.slice(...at)).toBe(version);
  });

  test.each([
    ['package.json', '{"name": '],
    ['package.json', '[]'],
    ['composer.json', 'null'],
  ])('%s holding %j is said to be broken', async (path, text) => {
    const { artifacts, problems } = await read(path, text);
    expect([artifacts.length, problems.map((problem) => problem.effect)]).toEqual([0, ['broken']]);
  });

  test.each([
    ['setup.py', 'print(1)'],
    ['setup.py', 'from app import routes\n\n@routes.route("/setup")\ndef setup():\n    pass\n'],
    ['go.mod', 'go 1.22'],
    ['go.mod', 'module _\n'],
    ['pom.xml', '<html/>'],
  ])('%s holding %j is none', async (path, text) => {
    expect(await read(path, text)).toEqual({ artifacts: [], problems: [] });
  });
});

describe('the repository that an address names', () => {
  test.each<[string, string | undefined]>([
    ['https://github.com/a/b', 'a/b'],
    ['git+ssh://git@github.com/a/b.git', 'a/b'],
    ['git@gitlab.com:a/g/b.git', 'a/g/b'],
    ['https://github.com/a/b/tree/main/packages/c', 'a/b'],
    ['https://github.com/a/b#readme', 'a/b'],
    ['https://gitlab.example.org/a/b.git', 'a/b'],
    ['github:a/b', 'a/b'],
    ['a/b', 'a/b'],
    ['a/b.js', 'a/b.js'],
    ['https://example.org/a/b', undefined],
    ['https://github.com/a', undefined],
    ['github.com/a', undefined],
    ['', undefined],
  ])('%s', (written, expected) => {
    expect(forgeRepository(written)).toBe(expected);
  });
});
