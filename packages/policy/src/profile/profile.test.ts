import { describe, expect, test } from '@jest/globals';
import type {
  AnyArtifact,
  ContributingFacts,
  DependencyManifestFacts,
  FileFacts,
  Inventory,
  Tree,
} from '@shipworthy/model';
import { profileOf } from './index.ts';

type Manifest = Partial<DependencyManifestFacts>;

function manifest(path: string, facts: Manifest): FileFacts {
  const artifact: AnyArtifact = {
    kind: 'dependency-manifest',
    path,
    pathClass: 'authored',
    level: 'parsed',
    confidence: 0.9,
    why: [],
    id: path,
    facts: {
      ecosystem: path.endsWith('go.mod') ? 'go' : path.endsWith('.txt') ? 'python' : 'npm',
      private: false,
      library: false,
      command: false,
      dependencies: [],
      people: [],
      ...facts,
    },
  };
  return { path, pathClass: 'authored', artifacts: [artifact], problems: [] };
}

function kept(kind: 'runbook' | 'alert-rules' | 'dashboard', path: string): FileFacts {
  const base = { path, pathClass: 'authored', level: 'parsed', confidence: 0.9, why: [], id: path } as const;
  const artifact: AnyArtifact =
    kind === 'runbook'
      ? { ...base, kind, facts: { scope: 'alert', entries: [] } }
      : kind === 'dashboard'
        ? { ...base, kind, facts: { panels: [] } as never }
        : { ...base, kind, facts: { form: 'prometheus', groups: [], alerts: [] } as never };
  return { path, pathClass: 'authored', artifacts: [artifact], problems: [] };
}

function contributing(facts: Partial<ContributingFacts>): FileFacts {
  const path = 'CONTRIBUTING.md';
  const artifact: AnyArtifact = {
    kind: 'contributing',
    path,
    pathClass: 'authored',
    level: 'parsed',
    confidence: 0.9,
    why: [],
    id: path,
    facts: { agreements: {}, pointer: false, closed: false, ...facts },
  };
  return { path, pathClass: 'authored', artifacts: [artifact], problems: [] };
}

/** `n` paths of a pattern with `#`. */
const many = (n: number, pattern: string): string[] =>
  Array.from({ length: n }, (_, i) => pattern.replace('#', `${i}`));

function judge(paths: readonly string[], files: readonly FileFacts[] = []) {
  const inventory: Inventory = { files, history: 'none' };
  const all = [...new Set([...paths, ...files.map((file) => file.path)])].sort();
  const tree: Tree = {
    paths: all,
    hasFile: (path) => all.includes(path),
    hasFolder: () => false,
    ignoringCase: () => undefined,
    ignores: () => false,
  };
  return profileOf(inventory, tree);
}
const names = (...given: Parameters<typeof judge>) => judge(...given).archetypes.map(({ name }) => name);

const EXPRESS = manifest('package.json', { private: true, dependencies: ['express'] });

describe('archetypes', () => {
  test.each<[string, string[], string[], FileFacts[]]>([
    ['an empty tree is nothing', [], [], []],
    ['one file', ['script'], ['z.sh', 'README.md'], []],
    ['pages', ['documentation'], [...many(9, 'docs/#.md'), 'build.js'], []],
    ['a package with an entry', ['library'], ['index.js'], [manifest('package.json', { library: true })]],
    [
      '... and a command',
      ['library', 'command'],
      ['i.js'],
      [manifest('package.json', { library: true, command: true })],
    ],
    ['an action', ['library'], ['action.yml', ...many(12, 'src/#.ts')], [manifest('package.json', { private: true })]],
    ['a command of Go', ['command'], [...many(12, 'pkg/#.go'), 'cmd/x/main.go'], [manifest('go.mod', {})]],
    ['a module of Go', ['library'], many(12, '#.go'), [manifest('go.mod', {})]],
    ['a server', ['service'], ['index.js'], [EXPRESS]],
    ['a server in a container', ['service'], ['index.js', 'Dockerfile'], [EXPRESS]],
    [
      'an app whose manifest has an entry, packed beside it',
      ['service'],
      ['app/index.js', 'Dockerfile'],
      [manifest('package.json', { library: true, dependencies: ['@hapi/hapi'] })],
    ],
    [
      'a framework that a package needs for its users',
      ['library'],
      ['index.js'],
      [manifest('package.json', { library: true, dependencies: ['express'] })],
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
    ['a jar', ['library'], ['src/A.java'], [manifest('pom.xml', { ecosystem: 'maven', library: true })]],
    [
      'a program with releases and adopters is shipped',
      ['shipped-component'],
      ['Dockerfile', 'ADOPTERS.md', '.github/workflows/release.yml', 'main.go', ...many(9, 'pkg/#.go')],
      [manifest('go.mod', { dependencies: ['google.golang.org/grpc'] })],
    ],
    [
      'one with more environments than releases is run',
      ['service'],
      [
        'Dockerfile',
        '.github/workflows/release.yml',
        'deploy/prod/app.yaml',
        '.nais/prod.yaml',
        ...many(9, 'src/#.ts'),
      ],
      [EXPRESS],
    ],
    [
      'pages in a browser, deployed',
      ['web-app'],
      ['fly.toml', 'pages/index.tsx', 'lib/a.ts'],
      [manifest('package.json', { private: true, dependencies: ['next'] })],
    ],
    [
      'a server that renders pages',
      ['web-app', 'service'],
      ['Procfile', ...many(6, 'app/views/#.html.erb'), ...many(9, 'app/models/#.rb')],
      [manifest('Gemfile', { ecosystem: 'ruby', list: true, dependencies: ['rails'] })],
    ],
    ['an app', ['mobile'], ['App.tsx'], [manifest('package.json', { private: true, dependencies: ['expo'] })]],
    [
      'an app by its projects',
      ['mobile'],
      ['android/AndroidManifest.xml', 'ios/A.xcodeproj/project.pbxproj', 'a.kt'],
      [],
    ],
    ['models of data', ['data-pipeline'], ['dbt_project.yml', 'models/a.sql', 'x.py'], []],
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
      'a daemon with installers',
      ['shipped-component'],
      ['Dockerfile', 'x.wxs', 'main.go', ...many(9, 'x/#.go')],
      [manifest('go.mod', { dependencies: ['github.com/go-chi/chi/v5'] })],
    ],
    [
      'a container around a site',
      ['documentation'],
      ['Dockerfile', 'netlify.toml', 'mkdocs.yml', ...many(9, 'docs/#.md'), ...many(30, 'img/#.png')],
      [],
    ],
    [
      'templates of configuration are no pages',
      ['service'],
      many(6, 'jobs/templates/#.yaml.jinja'),
      [manifest('requirements.txt', { list: true, dependencies: ['flask'] })],
    ],
    [
      'dashboards',
      ['collection'],
      ['README.md', 'kustomization.yaml'],
      many(5, 'd/#.json').map((path) => kept('dashboard', path)),
    ],
    [
      'charts for others',
      ['collection'],
      ['README.md', ...many(3, 'charts/c#/Chart.yaml'), ...many(20, 'charts/c1/templates/#.yaml')],
      [],
    ],
    [
      'charts with values for environments',
      ['infrastructure'],
      [
        ...many(3, 'charts/c#/Chart.yaml'),
        'charts/c1/values-production.yaml',
        ...many(9, 'charts/c1/templates/#.yaml'),
      ],
      [],
    ],
    [
      'an interface in YAML, whatever it describes',
      ['documentation'],
      [...many(90, 'resources/#.yml'), ...many(6, 'resources/kubernetes/#.yml')],
      [],
    ],
    [
      'a specification that has an app in it',
      ['documentation'],
      [...many(90, 'specification/resources/#.yml'), 'specification/app.yml'],
      [],
    ],
    [
      'an action that is packed',
      ['library'],
      ['action.yml', 'Dockerfile', 'index.js'],
      [manifest('package.json', { library: true })],
    ],
    [
      'steps that try out something else',
      ['script'],
      ['Dockerfile', '.github/workflows/deploy.yml', 'proxy.rb', ...many(9, 'features/step_definitions/#.rb')],
      [manifest('Gemfile', { ecosystem: 'ruby', list: true, dependencies: ['capybara'] })],
    ],
    ['machines', ['infrastructure'], [...many(9, 'terraform/#.tf'), 'README.md'], []],
    ['only YAML is no infrastructure', ['documentation'], [...many(5, 'data/#.yaml'), ...many(9, '#.md')], []],
    ['a mixin', ['collection'], ['mixin.libsonnet', 'alerts/alerts.libsonnet'], []],
    ['runbooks', ['collection'], ['README.md'], many(5, 'runbooks/#.md').map((path) => kept('runbook', path))],
    [
      'runbooks beside a tool, and data that its tests are made of',
      ['collection'],
      ['README.md', 'go.mod', 'cmd/render/main.go', ...many(99, 'lint/testdata/src/vendor/a/#.go')],
      many(9, 'docs/runbooks/#.md').map((path) => kept('runbook', path)),
    ],
    [
      'a few runbooks beside a program',
      ['service'],
      many(9, 'src/#.ts'),
      [EXPRESS, kept('runbook', 'docs/runbooks/a.md')],
    ],
    [
      'tests, examples and tooling say nothing',
      ['library'],
      ['examples/app/Dockerfile', 'test/deploy/prod/x.yaml', ...many(99, 'e2e/manifests/#.yaml')],
      [
        manifest('package.json', { library: true }),
        manifest('examples/app/package.json', { dependencies: ['express'] }),
      ],
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
      'a program of Go beside its container that is called after itself',
      ['service'],
      ['Dockerfile', 'exporter.go', ...many(20, 'collector/#.go')],
      [manifest('go.mod', {})],
    ],
    [
      'interfaces, and an image of the tools that check them',
      ['documentation'],
      ['dependencies.Dockerfile', ...many(9, 'acme/proto/#.proto'), 'README.md'],
      [],
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
      'a server of Go in a container, whose command is called after it',
      ['service'],
      ['Dockerfile', 'cmd/shopd/shopd.go', ...many(20, 'internal/#.go')],
      [manifest('go.mod', { dependencies: ['google.golang.org/grpc'] })],
    ],
    [
      'a module of Terraform for others',
      ['library'],
      ['main.tf', 'variables.tf', 'outputs.tf', 'examples/complete/main.tf', ...many(9, 'modules/node/#.tf')],
      [],
    ],
    [
      'modules of Terraform and the environments they are for',
      ['infrastructure'],
      [
        'main.tf',
        'variables.tf',
        'outputs.tf',
        'environments/prod/main.tf',
        'examples/a.tf',
        ...many(9, 'modules/n/#.tf'),
      ],
      [],
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
      'the documentation of packages in a workspace',
      ['library'],
      ['apps/docs/next.config.js', 'packages/ui/a.ts'],
      [
        manifest('packages/ui/package.json', { library: true }),
        manifest('apps/docs/package.json', { private: true, dependencies: ['next'] }),
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
      'a stack for monitoring that is documented for others',
      ['collection'],
      ['docs/source/conf.py', 'start.sh', 'grafana/a.json', 'prometheus/prometheus.yml'],
      [kept('alert-rules', 'prometheus/rules.yml')],
    ],
    [
      'a release of BOSH',
      ['shipped-component'],
      ['config/final.yml', ...many(9, 'jobs/a/templates/#.erb'), ...many(40, 'releases/#.yml')],
      [],
    ],
    [
      'an operator that a distribution rolls out',
      ['shipped-component'],
      ['Dockerfile', 'manifests/0000_50_operator_01_rbac.yaml', 'cmd/operator/main.go', ...many(20, 'pkg/#.go')],
      [manifest('go.mod', { dependencies: ['sigs.k8s.io/controller-runtime'] })],
    ],
    [
      'proposals and a command to keep them',
      ['documentation'],
      ['cmd/keep/main.go', ...many(60, 'proposals/#/README.md'), ...many(60, 'proposals/#/meta.yaml')],
      [manifest('go.mod', {})],
    ],
    ['commands without an extension', ['command'], ['src/adr', 'src/adr-new', 'README.md', 'Makefile'], []],
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
});

describe('components', () => {
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
});

describe('the rubric', () => {
  const answers = (paths: readonly string[], files: readonly FileFacts[] = []) => {
    const { rubric } = judge(paths, files);
    return Object.fromEntries(Object.entries(rubric).map(([question, { answer }]) => [question, answer]));
  };
  test.each<[string, string, readonly string[], readonly FileFacts[]]>([
    [
      'rules for contributions and a template',
      'maintainers',
      ['CONTRIBUTING.md', '.github/PULL_REQUEST_TEMPLATE.md'],
      [],
    ],
    ['a page of maintainers', 'maintainers', ['MAINTAINERS.md'], []],
    ['a platform deploys it', 'unattended', ['Procfile'], []],
    ['a server in a container', 'unattended', ['Dockerfile'], [EXPRESS]],
    ['money', 'harm', [], [manifest('package.json', { dependencies: ['stripe'] })]],
    ['logins', 'harm', [], [manifest('requirements.txt', { dependencies: ['django-allauth'] })]],
    ['a privacy notice and an ingress', 'harm', ['pages/privacy-policy.md', 'k8s/ingress.yaml'], []],
    ['... of one language', 'harm', ['assets/privacy_de.html', 'k8s/ingress.yaml'], []],
    ['... in another language', 'harm', ['pages/datenschutzerklaerung.md', 'k8s/ingress.yaml'], []],
    ['... in a third', 'harm', ['pages/politique-de-confidentialite.html', 'k8s/ingress.yaml'], []],
  ])('%s: yes to %s', (_name, question, paths, files) => {
    expect(answers(paths, files)[question]).toBe('yes');
  });
  test.each<[string, string, readonly string[], readonly FileFacts[]]>([
    ['rules for contributions alone', 'maintainers', ['CONTRIBUTING.md'], []],
    [
      'rules of one person, and a template',
      'maintainers',
      ['.github/PULL_REQUEST_TEMPLATE.md'],
      [contributing({ onePerson: true })],
    ],
    ['a container alone', 'unattended', ['Dockerfile'], []],
    ['an ingress alone', 'harm', ['k8s/ingress.yaml'], []],
    ['nothing', 'change', ['index.js'], []],
  ])('%s: %s stays open and says what is missing', (_name, question, paths, files) => {
    expect(answers(paths, files)[question]).toBe('unknown');
    expect(judge(paths, files).rubric[question as 'harm'].evidence[0]?.because).toMatch(/\w{3}/);
  });
});
