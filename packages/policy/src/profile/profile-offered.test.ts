import { expect, test } from '@jest/globals';
import type { FileFacts } from '@shipworthy/model';
import { manifest, many, names } from './testing/trees.ts';

test.each<[string, string[], string[], FileFacts[]]>([
  ['a package with an entry', ['library'], ['index.js'], [manifest('package.json', { library: true })]],
  ['... and a command', ['library', 'command'], ['i.js'], [manifest('package.json', { library: true, command: true })]],
  ['an action', ['library'], ['action.yml', ...many(12, 'src/#.ts')], [manifest('package.json', { private: true })]],
  ['a command of Go', ['command'], [...many(12, 'pkg/#.go'), 'cmd/x/main.go'], [manifest('go.mod', {})]],
  ['a module of Go', ['library'], many(12, '#.go'), [manifest('go.mod', {})]],
  [
    'a framework that a package needs for its users',
    ['library'],
    ['index.js'],
    [manifest('package.json', { library: true, dependencies: ['express'] })],
  ],
  ['a jar', ['library'], ['src/A.java'], [manifest('pom.xml', { ecosystem: 'maven', library: true })]],
  ['an app', ['mobile'], ['App.tsx'], [manifest('package.json', { private: true, dependencies: ['expo'] })]],
  [
    'pages made of the parts of Ionic',
    ['web-app'],
    ['netlify.toml', ...many(9, 'src/#.tsx')],
    [manifest('package.json', { private: true, dependencies: ['@ionic/react', 'react-dom'] })],
  ],
  [
    'an app by its projects',
    ['mobile'],
    ['android/AndroidManifest.xml', 'ios/A.xcodeproj/project.pbxproj', 'a.kt'],
    [],
  ],
  [
    'code generated from an interface of Go',
    ['library'],
    many(12, 'proto/gen/#.pb.go'),
    [manifest('proto/go.mod', { dependencies: ['google.golang.org/grpc'] })],
  ],
  [
    'a command of Go with a release and a container for trying it out',
    ['shipped-component'],
    ['docker-compose.yml', 'cmd/x/main.go', '.github/workflows/release.yml', ...many(9, 'x/#.go')],
    [manifest('go.mod', {})],
  ],
  [
    'a gem with an app to try it out in, started by a Procfile',
    ['library'],
    ['Procfile', 'shop.gemspec', ...many(9, 'app/views/shop/#.html.erb'), ...many(9, 'lib/shop/#.rb')],
    [
      manifest('shop.gemspec', { ecosystem: 'ruby', library: true }),
      manifest('Gemfile', { ecosystem: 'ruby', list: true, dependencies: ['puma', 'rails'] }),
    ],
  ],
  [
    'a package of a workspace beside a review app that a Procfile starts',
    ['library'],
    ['Procfile', ...many(9, 'packages/kit/src/#.mjs'), 'packages/review/index.mjs'],
    [
      manifest('package.json', { private: true, workspaces: ['packages/*'] }),
      manifest('packages/kit/package.json', { library: true }),
      manifest('packages/review/package.json', { private: true, library: true }),
    ],
  ],
  [
    'a released command that its makers also deploy',
    ['library', 'command'],
    ['Dockerfile', '.github/workflows/deploy.yml', '.github/workflows/release.yml', ...many(9, 'slo/#.py')],
    [manifest('setup.cfg', { ecosystem: 'python', library: true, command: true })],
  ],
  [
    'released packages of a framework of servers, and what tries them out',
    ['library'],
    ['.github/workflows/release.yml', '.github/workflows/trigger-staging.yml', ...many(9, 'packages/core/src/#.ts')],
    [
      manifest('package.json', { private: true, workspaces: ['packages/*'] }),
      manifest('packages/core/package.json', { library: true, dependencies: ['express'] }),
      manifest('packages/dashboard/package.json', { library: true, dependencies: ['react-dom'] }),
    ],
  ],
  [
    'a package prepared to be published whose entry is built',
    ['library'],
    ['.npmignore', ...many(14, 'src/#.js'), 'dist/shop.js'],
    [manifest('package.json', { name: 'shop', version: '1.0.2', library: true, entry: 'index.js' })],
  ],
  [
    'a package of NuGet',
    ['library'],
    [...many(14, 'src/Shop/#.cs')],
    [manifest('src/Shop/Shop.csproj', { ecosystem: 'dotnet', list: true, library: true })],
  ],
  [
    'an action that is packed',
    ['library'],
    ['action.yml', 'Dockerfile', 'index.js'],
    [manifest('package.json', { library: true })],
  ],
  [
    'tests, examples and tooling say nothing',
    ['library'],
    ['examples/app/Dockerfile', 'test/deploy/prod/x.yaml', ...many(99, 'e2e/manifests/#.yaml')],
    [manifest('package.json', { library: true }), manifest('examples/app/package.json', { dependencies: ['express'] })],
  ],
  [
    'an app of Android',
    ['mobile'],
    many(30, 'app/src/main/java/#.kt'),
    [
      manifest('app/build.gradle.kts', {
        ecosystem: 'gradle',
        list: true,
        dependencies: ['com.android.application'],
      }),
    ],
  ],
  [
    'an app that keeps packages of its own',
    ['mobile'],
    ['App.tsx', 'modules/codec/index.js'],
    [
      manifest('package.json', { private: true, dependencies: ['react-native'] }),
      manifest('modules/codec/package.json', { library: true }),
    ],
  ],
  [
    'a module of Go with interfaces and an app to try it out in',
    ['library'],
    [
      'Dockerfile',
      'cmd/build_test_matrix/main.go',
      'simapp/simd/main.go',
      'simapp/simd/cmd/root.go',
      ...many(20, 'modules/#.go'),
    ],
    [manifest('go.mod', { dependencies: ['google.golang.org/grpc'] }), manifest('simapp/go.mod', {})],
  ],
  [
    'the documentation of packages in a workspace',
    ['library'],
    ['apps/docs/next.config.js', 'packages/ui/a.ts'],
    [
      manifest('packages/ui/package.json', { library: true }),
      manifest('apps/docs/package.json', { private: true, dependencies: ['next'] }),
    ],
  ],
  ['commands without an extension', ['command'], ['src/adr', 'src/adr-new', 'README.md', 'Makefile'], []],
  [
    'a template that others begin with',
    ['library'],
    ['.template.config/template.json', 'src/Web/Program.cs', 'Dockerfile'],
    [manifest('src/Web/Web.csproj', { ecosystem: 'dotnet', dependencies: ['microsoft.net.sdk.web'] })],
  ],
  [
    'parts that serve for others, and a private program to try them in',
    ['library'],
    ['build/Containerfile', 'packages/try/src/a.ts', 'plugins/info/src/b.ts'],
    [
      manifest('package.json', { private: true }),
      manifest('plugins/info/package.json', { library: true, dependencies: ['express'] }),
      manifest('plugins/try/package.json', { library: true, private: true, dependencies: ['express'] }),
    ],
  ],
  [
    'a command of Rust that can be built on as well',
    ['command'],
    ['Cargo.toml', 'src/bin/peek/main.rs', 'src/lib.rs', ...many(20, 'src/#.rs')],
    [manifest('Cargo.toml', { ecosystem: 'cargo', name: 'peek' })],
  ],
  [
    'a jar that other builds take',
    ['library'],
    ['build.gradle', ...many(3, 'src/main/java/#.java')],
    [manifest('build.gradle', { ecosystem: 'gradle', list: true, dependencies: ['maven-publish'] })],
  ],
  [
    'a gem, and an app to try it out in',
    ['library'],
    ['jobs.gemspec', 'lib/jobs.rb', 'trial/Procfile', 'trial/config/environments/production.rb', 'Gemfile'],
    [
      manifest('jobs.gemspec', { ecosystem: 'ruby', library: true }),
      manifest('trial/Gemfile', { ecosystem: 'ruby', list: true, dependencies: ['rails', 'puma'] }),
    ],
  ],
  [
    'a server that others run, with clients among its parts',
    ['shipped-component'],
    ['Dockerfile', '.goreleaser.yml', 'main.go', ...many(9, 'server/#.go'), 'clients/js/index.js'],
    [
      manifest('go.mod', { dependencies: ['google.golang.org/grpc'] }),
      manifest('clients/js/package.json', { library: true, command: true }),
    ],
  ],
  [
    'an entry that is built',
    ['library'],
    ['src/index.ts'],
    [manifest('package.json', { library: true, entry: 'dist/index.js' })],
  ],
  [
    'an entry that goes without saying',
    ['library'],
    ['index.js', ...many(5, 'lib/#.js')],
    [manifest('package.json', { name: 'frame', version: '5.0.0' })],
  ],
  [
    '... but not in what is kept',
    ['script'],
    ['index.js', ...many(5, 'lib/#.js')],
    [manifest('package.json', { name: 'frame', version: '5.0.0', private: true })],
  ],
  [
    'an entry without its extension',
    ['library'],
    ['index.ts'],
    [manifest('package.json', { library: true, entry: './index' })],
  ],
])('%s: %j', (_name, expected, paths, files) => {
  expect(names(paths, files)).toEqual(expected);
});
