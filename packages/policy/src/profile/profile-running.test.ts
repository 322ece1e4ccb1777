import { expect, test } from '@jest/globals';
import type { FileFacts } from '@shipworthy/model';
import { attaching, EXPRESS, judge, kept, manifest, many, names } from './testing/trees.ts';

test('the image of an action is no service', () => {
  expect(names(['action.yml', 'Dockerfile', 'entry.rb'])).toEqual(['library']);
  expect(names(['action.yml', 'Dockerfile', 'fly.toml', 'entry.rb'])).toEqual(['service']);
});

test.each<[string, string[], string[], FileFacts[]]>([
  ['a server', ['service'], ['index.js'], [EXPRESS]],
  [
    'a server whose one workflow releases and deploys it, and whose notes the forge sorts',
    ['service'],
    ['Dockerfile', '.github/release.yml', '.github/workflows/release_deploy.yml', ...many(9, 'src/#.ts')],
    [EXPRESS],
  ],
  [
    'a server on Spring that pulls its web parts in by another package, and functions beside it',
    ['service'],
    ['src/main/java/A.java', 'functions/notify/index.js', 'functions/notify/src/handler.js'],
    [
      manifest('pom.xml', { ecosystem: 'maven', library: true, dependencies: ['spring-boot-starter-actuator'] }),
      manifest('functions/notify/package.json', { library: true, entry: 'index.js', dependencies: ['axios'] }),
    ],
  ],
  [
    'a server among the parts of an app, packed by itself; another part that serves is not',
    ['web-app', 'service'],
    ['packages/agent/main.rs', 'packages/backend/Dockerfile', ...many(9, 'packages/backend/src/#.ts'), 'netlify.toml'],
    [
      manifest('packages/agent/Cargo.toml', { ecosystem: 'cargo', dependencies: ['axum'] }),
      manifest('packages/backend/package.json', { private: true, dependencies: ['@nestjs/core'] }),
      manifest('packages/language/package.json', { library: true }),
      manifest('packages/web/package.json', { private: true, dependencies: ['vue'] }),
    ],
  ],
  [
    'letters among the resources of a server',
    ['service'],
    ['Dockerfile', 'src/main/java/A.java', ...many(9, 'src/main/resources/templates/letter#.html')],
    [manifest('build.gradle', { ecosystem: 'gradle', list: true, dependencies: ['org.springframework.boot'] })],
  ],
  [
    'pages among the resources of a server',
    ['web-app', 'service'],
    ['Dockerfile', 'src/main/java/A.java', ...many(9, 'src/main/resources/templates/page#.html')],
    [
      manifest('build.gradle', {
        ecosystem: 'gradle',
        list: true,
        dependencies: ['org.springframework.boot', 'spring-boot-starter-thymeleaf'],
      }),
    ],
  ],
  [
    'a pipeline whose packages nothing releases',
    ['data-pipeline'],
    [...many(9, 'src/#.py')],
    [
      manifest('pyproject.toml', { ecosystem: 'python', library: true }),
      manifest('flows/pyproject.toml', { ecosystem: 'python', dependencies: ['dagster'] }),
    ],
  ],
  [
    'a scheduler of pipelines beside plugins that need it',
    ['library'],
    [...many(20, 'src/prefect/#.py'), ...many(3, 'src/integrations/prefect-aws/prefect_aws/#.py')],
    [
      manifest('pyproject.toml', { ecosystem: 'python', name: 'prefect', library: true }),
      manifest('src/integrations/prefect-aws/pyproject.toml', {
        ecosystem: 'python',
        name: 'prefect-aws',
        library: true,
        dependencies: ['boto3', 'prefect'],
      }),
    ],
  ],
  [
    'a provider for pipelines that is released',
    ['data-pipeline', 'library'],
    ['.github/workflows/release.yml', ...many(9, 'src/#.py')],
    [manifest('pyproject.toml', { ecosystem: 'python', library: true, dependencies: ['apache-airflow'] })],
  ],
  ['a server in a container', ['service'], ['index.js', 'Dockerfile'], [EXPRESS]],
  [
    'an app whose manifest has an entry, packed beside it',
    ['service'],
    ['app/index.js', 'Dockerfile'],
    [manifest('package.json', { library: true, dependencies: ['@hapi/hapi'] })],
  ],
  [
    'the modules of a build with servers are one program, whatever Maven packs them as',
    ['service'],
    ['api/src/A.java', 'common/src/B.java'],
    [
      manifest('api/pom.xml', {
        ecosystem: 'maven',
        library: true,
        dependencies: ['spring-boot-starter-webmvc'],
      }),
      manifest('common/pom.xml', { ecosystem: 'maven', library: true }),
    ],
  ],
  [
    'the projects of a server of .NET, some of which are packages as well',
    ['service'],
    ['Shop.Server/Program.cs', ...many(9, 'Shop.Naming/#.cs')],
    [
      manifest('Shop.Naming/Shop.Naming.csproj', { ecosystem: 'dotnet', list: true, library: true }),
      manifest('Shop.Server/Shop.Server.csproj', {
        ecosystem: 'dotnet',
        list: true,
        dependencies: ['Microsoft.NET.Sdk.Web'],
      }),
    ],
  ],
  [
    'one with more environments than releases is run',
    ['service'],
    ['Dockerfile', '.github/workflows/release.yml', 'deploy/prod/app.yaml', '.nais/prod.yaml', ...many(9, 'src/#.ts')],
    [EXPRESS],
  ],
  [
    'a server that renders pages',
    ['web-app', 'service'],
    ['Procfile', ...many(6, 'app/views/#.html.erb'), ...many(9, 'app/models/#.rb')],
    [manifest('Gemfile', { ecosystem: 'ruby', list: true, dependencies: ['rails'] })],
  ],
  [
    'a server of Elixir that renders pages',
    ['web-app', 'service'],
    ['Dockerfile', ...many(9, 'lib/shop/#.ex')],
    [
      manifest('mix.exs', { ecosystem: 'elixir', private: true, dependencies: ['phoenix', 'phoenix_live_view'] }),
      manifest('assets/package.json', { dependencies: ['phoenix', 'chart.js'] }),
    ],
  ],
  [
    'pages that talk to a server of Elixir',
    ['script'],
    [...many(12, 'src/#.js')],
    [manifest('package.json', { private: true, dependencies: ['phoenix'] })],
  ],
  ['models of data', ['data-pipeline'], ['dbt_project.yml', 'models/a.sql', 'x.py'], []],
  ['seeds of data', ['data-pipeline'], ['warehouse/dbt_project.yml', 'warehouse/seeds/a.csv', 'x.py'], []],
  [
    'macros for the models of others',
    ['library'],
    ['dbt_project.yml', 'macros/sql/a.sql', 'x.py', 'integration_tests/models/a.sql'],
    [],
  ],
  [
    'a server that renders pages of Twirl',
    ['web-app', 'service'],
    ['conf/routes', ...many(6, 'app/views/#.scala.html'), ...many(9, 'app/controllers/#.scala'), 'conf/app.routes'],
    [],
  ],
  [
    'a server in one part, a library of its own in another, packed as a whole',
    ['service'],
    ['Dockerfile', 'common/src/lib.rs', 'endpoint/src/main.rs'],
    [
      manifest('common/Cargo.toml', { ecosystem: 'cargo', library: true }),
      manifest('endpoint/Cargo.toml', { ecosystem: 'cargo', dependencies: ['actix-web'] }),
    ],
  ],
  [
    'an entry in the manifest of what is packed, and no release',
    ['service'],
    ['Dockerfile', 'app/index.js', 'app/a.js'],
    [manifest('package.json', { library: true })],
  ],
  ['routes of a framework', ['service'], ['app/A.scala', 'conf/app.routes', 'build.sbt'], []],
  [
    'templates of configuration are no pages',
    ['service'],
    many(6, 'jobs/templates/#.yaml.jinja'),
    [manifest('requirements.txt', { list: true, dependencies: ['flask'] })],
  ],
  [
    'a few runbooks beside a program',
    ['service'],
    many(9, 'src/#.ts'),
    [EXPRESS, kept('runbook', 'docs/runbooks/a.md')],
  ],
  [
    'a program of Go beside its container that is called after itself',
    ['service'],
    ['Dockerfile', 'exporter.go', ...many(20, 'collector/#.go')],
    [manifest('go.mod', {})],
  ],
  [
    'a server of Go in a container, whose command is called after it',
    ['service'],
    ['Dockerfile', 'cmd/shopd/shopd.go', ...many(20, 'internal/#.go')],
    [manifest('go.mod', { dependencies: ['google.golang.org/grpc'] })],
  ],
  [
    'a web program in a workspace',
    ['web-app'],
    ['apps/shop/next.config.js', 'apps/shop/a.ts', 'packages/ui/a.ts'],
    [
      manifest('package.json', { private: true }),
      manifest('apps/shop/package.json', { private: true, dependencies: ['next'] }),
    ],
  ],
  [
    'services beside each other, and a command for their customers',
    ['service'],
    [
      '.goreleaser.yaml',
      '.github/workflows/release.yaml',
      'Dockerfile',
      'main.go',
      ...['api', 'billing', 'vault'].map((name) => `svc/${name}/run.go`),
    ],
    [manifest('go.mod', { dependencies: ['connectrpc.com/connect'] })],
  ],
  [
    'an image of the scheduler whose pipelines stand beside it',
    ['data-pipeline'],
    ['Dockerfile', 'airflow.cfg', ...many(9, 'dags/#.py')],
    [manifest('requirements.txt', { list: true, dependencies: ['docker'] })],
  ],
  [
    'pipelines whose list pins the workers of their scheduler',
    ['data-pipeline'],
    ['Dockerfile', ...many(9, 'dags/#.py')],
    [manifest('requirements.txt', { list: true, dependencies: ['apache-airflow', 'celery', 'flask'] })],
  ],
  [
    'a server that starts pipelines',
    ['data-pipeline', 'service'],
    ['Dockerfile', ...many(9, 'dags/#.py'), ...many(9, 'api/#.py')],
    [
      manifest('requirements.txt', { list: true, dependencies: ['apache-airflow'] }),
      manifest('api/requirements.txt', { list: true, dependencies: ['flask'] }),
    ],
  ],
  [
    'functions that a cloud calls, and more files that set the cloud up',
    ['service'],
    [...many(9, 'api/#/handler.py'), ...many(60, 'terraform/#.tf')],
    [manifest('pyproject.toml', { ecosystem: 'python', dependencies: ['aws-lambda-powertools'] })],
  ],
  [
    'a program in a container that is called after it',
    ['service'],
    ['Dockerfile.web', 'shop/main.py', ...many(9, 'shop/#.py')],
    [],
  ],
  [
    'code that reads files of containers, a page about them and a template of one pack nothing',
    ['script'],
    ['kinds/dockerfile.ts', 'kinds/Dockerfile.md', 'kinds/Dockerfile.tmpl', ...many(9, 'kinds/#.ts')],
    [],
  ],
  ['a container to develop in packs nothing', ['script'], ['Dockerfile.dev', ...many(9, 'shop/#.py')], []],
  [
    'a program in a workspace whose plugins others import',
    ['service'],
    ['build/Containerfile', 'packages/backend/src/a.ts', 'plugins/info/src/b.ts'],
    [
      manifest('packages/backend/package.json', { private: true, library: true, dependencies: ['express'] }),
      manifest('plugins/info/package.json', { library: true }),
    ],
  ],
  [
    'pages in a browser that are attached to a release',
    ['web-app'],
    ['Dockerfile', '.github/workflows/deploy.yml', ...many(9, 'src/#.ts')],
    [
      manifest('package.json', { private: true, dependencies: ['@angular/core'] }),
      attaching('.github/workflows/ci.yml', 'softprops/action-gh-release@v2', { files: 'dist.zip' }),
    ],
  ],
  [
    'a list of its parts at each release changes nothing',
    ['service'],
    ['Dockerfile', 'app.go', 'main.go', ...many(9, 'api/#.go')],
    [
      manifest('go.mod', { dependencies: ['github.com/gin-gonic/gin'] }),
      attaching('.github/workflows/build.yml', 'softprops/action-gh-release@v2', { files: 'sbom.json' }),
    ],
  ],
  [
    'a program beside libraries that nobody can import',
    ['service'],
    ['docker/Dockerfile', 'crates/api/src/lib.rs', 'crates/server/src/main.rs', 'crates/utils/src/lib.rs'],
    [
      manifest('crates/api/Cargo.toml', { ecosystem: 'cargo', library: true, dependencies: ['actix-web'] }),
      manifest('crates/server/Cargo.toml', {
        ecosystem: 'cargo',
        library: true,
        private: true,
        dependencies: ['actix-web'],
      }),
      manifest('crates/utils/Cargo.toml', { ecosystem: 'cargo', library: true }),
    ],
  ],
  [
    'an application of Python with commands of its own, packed in a folder beside it',
    ['service'],
    ['dockerfiles/web.Dockerfile', 'shop/main.py', ...many(9, 'shop/api/#.py')],
    [
      manifest('pyproject.toml', { ecosystem: 'python', library: true, command: true, dependencies: ['fastapi'] }),
      manifest('common/pyproject.toml', { ecosystem: 'python', library: true }),
    ],
  ],
  [
    'a framework of Python that is released, with a container to try it in',
    ['library', 'command'],
    ['Dockerfile.dev', '.github/workflows/release.yml', 'frame/main.py', ...many(9, 'frame/#.py')],
    [manifest('pyproject.toml', { ecosystem: 'python', library: true, command: true, dependencies: ['starlette'] })],
  ],
  [
    'a program with a chart of its own, whose manifest has an entry',
    ['service'],
    ['Dockerfile', 'app/index.js', 'helm/shop/Chart.yaml'],
    [manifest('package.json', { library: true })],
  ],
  [
    'a site whose manifest names an entry that is not there',
    ['web-app'],
    ['.github/workflows/deploy.yml', 'js/index.jsx', 'about.html'],
    [manifest('package.json', { library: true, entry: 'index.js', dependencies: ['react-dom'] })],
  ],
])('%s: %j', (_name, expected, paths, files) => {
  expect(names(paths, files)).toEqual(expected);
});

test('each says what it is taken from, and where', () => {
  expect(judge(['Dockerfile', 'index.js'], [EXPRESS]).archetypes).toEqual([
    {
      name: 'service',
      because: 'package.json needs express, Dockerfile packs it to run',
      at: { path: 'package.json' },
    },
  ]);
});
