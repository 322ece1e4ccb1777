import { expect, test } from '@jest/globals';
import type { FileFacts } from '@shipworthy/model';
import { kept, manifest, many, names } from './testing/trees.ts';

test.each<[string, string[], string[], FileFacts[]]>([
  ['an empty tree is nothing', [], [], []],
  ['one file', ['script'], ['z.sh', 'README.md'], []],
  ['pages', ['documentation'], [...many(9, 'docs/#.md'), 'build.js'], []],
  [
    'pages in a browser, deployed',
    ['web-app'],
    ['fly.toml', 'pages/index.tsx', 'lib/a.ts'],
    [manifest('package.json', { private: true, dependencies: ['next'] })],
  ],
  [
    'a container around a site',
    ['documentation'],
    ['Dockerfile', 'netlify.toml', 'mkdocs.yml', ...many(9, 'docs/#.md'), ...many(30, 'img/#.png')],
    [],
  ],
  [
    'a site of Jekyll, and scripts that keep it',
    ['documentation'],
    ['_config.yml', '_layouts/default.html', 'CNAME', 'docker-compose.yml', ...many(9, 'scripts-of-forge/#.js')],
    [manifest('sheets/package.json', { library: true })],
  ],
  [
    'a library with a page of its own',
    ['library'],
    ['_config.yml', '_layouts/default.html', 'CNAME', ...many(9, 'src/#.js')],
    [manifest('package.json', { library: true })],
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
    [...many(3, 'charts/c#/Chart.yaml'), 'charts/c1/values-production.yaml', ...many(9, 'charts/c1/templates/#.yaml')],
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
    'steps that try out something else',
    ['script'],
    ['Dockerfile', '.github/workflows/deploy.yml', 'proxy.rb', ...many(9, 'features/step_definitions/#.rb')],
    [manifest('Gemfile', { ecosystem: 'ruby', list: true, dependencies: ['capybara'] })],
  ],
  ['machines', ['infrastructure'], [...many(9, 'terraform/#.tf'), 'README.md'], []],
  [
    'a site of pages and the scripts in them',
    ['documentation'],
    [
      'config/tech-docs.yml',
      'config.rb',
      ...many(3, 'source/javascripts/#.js'),
      ...many(9, 'source/#/index.html.md.erb'),
      ...many(20, 'img/#.png'),
    ],
    [],
  ],
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
    'interfaces, and an image of the tools that check them',
    ['documentation'],
    ['dependencies.Dockerfile', ...many(9, 'acme/proto/#.proto'), 'README.md'],
    [],
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
    'proposals and a command to keep them',
    ['documentation'],
    ['cmd/keep/main.go', ...many(60, 'proposals/#/README.md'), ...many(60, 'proposals/#/meta.yaml')],
    [manifest('go.mod', {})],
  ],
])('%s: %j', (_name, expected, paths, files) => {
  expect(names(paths, files)).toEqual(expected);
});
