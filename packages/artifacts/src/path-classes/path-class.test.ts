import { describe, expect, test } from '@jest/globals';
import type { PathClass, SourceEntry } from '@shipworthy/model';
import { classifyPaths } from './path-class.ts';

const entriesOf = (paths: readonly string[]): SourceEntry[] => paths.map((path) => ({ path, type: 'file' }));
const classOf = (path: string, others: readonly string[] = [], attributes?: string | Map<string, string>): PathClass =>
  classifyPaths(entriesOf([path, ...others]), attributes)(path);

describe('classes by path', () => {
  test.each<[PathClass, string]>([
    ['authored', 'README.md'],
    ['authored', 'alerts/api.yaml'],
    ['vendored', 'operations/app-mixin/vendor/lib/alerts.libsonnet'],
    ['vendored', 'web/node_modules/x/README.md'],
    ['vendored', 'third_party/x/OWNERS'],
    ['vendored', 'vendor/x/testdata/rules.yaml'],
    ['fixture', 'cmd/lint/testdata/rules-files/invalid.yaml'],
    ['fixture', 'pkg/__fixtures__/OWNERS'],
    ['fixture', 'tests/README.md'],
    ['fixture', 'integration-tests/alerts.yaml'],
    ['fixture', 'src/Orders.UnitTests/readme.md'],
    ['fixture', 'testing/rules.yaml'],
    ['authored', 'contributing/testing/strategy.md'],
    ['authored', 'docs/e2e-tests/ci.md'],
    ['authored', 'docs/test/how-we-test.md'],
    ['fixture', 'docs/testdata/page.md'],
    ['authored', 'src/contest/README.md'],
    ['authored', 'latest/README.md'],
    ['fixture', 'operator/hack/rules_invalid.yaml'],
    ['example', 'examples/alerts/alerts.yaml'],
    ['example', 'hack/setup/example-app-alerts.yaml'],
    ['example', 'operator/hack/large-rules.yaml'],
    ['authored', 'hack/README.md'],
    ['authored', '.github/workflows/examples.yml'],
    ['authored', '.github/cloudbuild/ci.yaml'],
    ['authored', '.azure/system-tests/jobs.yaml'],
    ['fixture', '.azure/testdata/jobs.yaml'],
    ['fixture', 'tests/.buildkite/pipeline.yml'],
    ['authored', '.github/workflows/test-config.yml'],
    ['fixture', 'testdata/.github/workflows/ci.yml'],
    ['authored', 'hack/OWNERS'],
    ['authored', 'deploy/invalidation-alerts.yaml'],
    ['example', 'docs/src/samples/monitoring/rules.yaml'],
    ['example', 'deploy/compose-example/alerts.yml'],
    ['authored', 'contrib/mixin/alerts/alerts.yaml'],
    ['authored', 'charts/app/templates/prometheusrule.yaml'],
    ['authored', 'roles/x/templates/alertmanager.yml'],
    ['template', 'docs/runbooks/templates/runbook.md'],
    ['template', 'docs/adr/0000-template.md'],
    ['template', 'docs/adr/adr-template.md'],
    ['template', 'enhancements/NNNN-kep-template/kep.md'],
    ['authored', 'packages/engine-template/README.md'],
    ['authored', 'docs/users/templates/create.mdx'],
    ['authored', 'docs/templates.md'],
    ['authored', '.github/PULL_REQUEST_TEMPLATE/app-pull-request-template.md'],
    ['template', 'cookiecutter-service/README.md'],
    ['template', '{{cookiecutter.slug}}/CODEOWNERS'],
    ['template', 'web/src/main/resources/templates/openapi.yaml'],
    ['authored', 'web/src/main/resources/openapi.yaml'],
    ['authored', 'docs/template-syntax.md'],
    ['authored', 'docs/users/templating.md'],
    ['authored', '.github/ISSUE_TEMPLATE/bug.md'],
    ['authored', '.github/PULL_REQUEST_TEMPLATE.md'],
    ['fixture', '.github/lint/rules/bad.yml'],
    ['authored', '.github/lint/README.md'],
    ['authored', '.github/workflows/ci.yml'],
    ['authored', '.github/dependabot.yml'],
    ['authored', 'deploy/.github/alerts.yml'],
    ['fixture', 'internal/parser/testrules.yml'],
    ['fixture', 'pkg/kube/test_files/broken/pod.yaml'],
    ['fixture', 'internal/parser/test-alerts.yaml'],
    ['authored', 'deploy/test-environment.yaml'],
    ['archived', 'docs/archive/runbook.md'],
    ['archived', 'docs/versioned_docs/version-1.2/setup.md'],
    ['archived', 'alerts/deprecated/api.yaml'],
    ['archived', 'docs/deprecated_runbooks/QueueStuck.md'],
    ['authored', 'docs/deprecation/policy.md'],
    ['translated', 'config/locales/fr.yml'],
    ['translated', 'i18n/ja/docusaurus/page.md'],
    ['authored', 'docs/i18n/how-we-translate.md'],
    ['about', 'AGENTS.md'],
    ['about', 'services/api/CLAUDE.md'],
    ['about', '.claude/commands/runbook.md'],
    ['about', '.cursor/rules/alerts.mdc'],
    ['about', '.github/skills/threat-model/page.md'],
    ['about', '.github/instructions/go.md'],
    ['about', '.github/copilot-instructions.md'],
    ['about', 'agents/sre.agent.md'],
    ['authored', '.github/workflows/ci.yml'],
    ['authored', 'skills/README.md'],
    ['generated', 'alerts-compiled/alerts.yaml'],
    ['generated', 'api/v1/api.pb.go'],
    ['generated', 'package-lock.json'],
  ])('%s: %s', (expected, path) => {
    expect(classOf(path)).toBe(expected);
  });

  test.each([
    '.claude/OWNERS',
    '.cursor/OWNERS',
    '.ci/OWNERS',
    'e2e-tests/OWNERS',
    'translations/OWNERS',
    'docs/OWNERS',
  ])('%s says who answers for its folder', (path) => {
    expect(classOf(path)).toBe('authored');
  });

  test('a page beside a skill belongs to the skill', () => {
    expect(classOf('skills/runbooks/references/a.md', ['skills/runbooks/SKILL.md'])).toBe('about');
  });

  test('what a generator of clients signed is generated, wherever it stands but at the root', () => {
    expect(classOf('pkg/client/README.md', ['pkg/client/.openapi-generator/VERSION'])).toBe('generated');
    expect(classOf('pkg/client/docs/A.md', ['pkg/client/.swagger-codegen/VERSION'])).toBe('generated');
    expect(classOf('README.md', ['.openapi-generator/VERSION'])).toBe('authored');
  });
  test('spec holds tests only where a test file lies in it', () => {
    expect(classOf('spec/data/alerts.yaml', ['spec/models/user_spec.rb'])).toBe('fixture');
    expect(classOf('spec/openapi.yaml')).toBe('authored');
  });

  test('a folder named like a locale is a translation only where its pages have a counterpart', () => {
    expect(classOf('docs/de/setup.md', ['docs/setup.md'])).toBe('translated');
    expect(classOf('docs/de/extra.md', ['docs/de/setup.md', 'docs/en/setup.md'])).toBe('translated');
    expect(classOf('docs/cs/setup.md', ['docs/go/setup.md'])).toBe('authored');
    expect(classOf('docs/en/setup.md', ['docs/de/setup.md'])).toBe('authored');
  });

  test('a page with a locale suffix is a translation only beside its original', () => {
    expect(classOf('README.ja.md', ['README.md'])).toBe('translated');
    expect(classOf('README.zh-CN.md', ['README.md'])).toBe('translated');
    expect(classOf('README.ja.md')).toBe('authored');
    expect(classOf('docs/README.sync.md', ['docs/README.md'])).toBe('authored');
  });

  test('a folder with a licence and files that only a root has a use for is a copy of another repository', () => {
    const copy = ['cloud/sdk/LICENSE', 'cloud/sdk/.travis.yml'];
    expect(classOf('cloud/sdk/README.md', copy)).toBe('vendored');
    expect(classOf('cloud/sdk/docs/FAQ.md', copy)).toBe('vendored');
    expect(classOf('cloud/README.md', copy)).toBe('authored');
    expect(classOf('cloud/sdk/OWNERS', copy)).toBe('authored');
    expect(classOf('cloud/sdk/README.md', ['cloud/sdk/LICENSE'])).toBe('authored');
    expect(classOf('cloud/sdk/README.md', ['cloud/sdk/.github/workflows/ci.yml'])).toBe('authored');
    expect(classOf('README.md', ['LICENSE', '.travis.yml'])).toBe('authored');
    expect(classOf('cloud/sdk/README.md', copy, 'cloud/sdk/** -linguist-vendored')).toBe('authored');
  });

  test('a repository that was merged into this one is most of it, and no copy', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `web/src/${index}.ts`);
    const own = Array.from({ length: 150 }, (_, index) => `api/${index}.cs`);
    const merged = ['web/LICENSE', 'web/.github/workflows/build.yml'];
    expect(classOf('web/package.json', [...merged, ...many(120), ...own])).toBe('authored');
    expect(classOf('web/package.json', [...merged, ...many(30), ...own])).toBe('vendored');
  });

  test('a translated README may lie in a folder below the one it translates', () => {
    expect(classOf('readmes/README_ja_JP.md', ['README.md'])).toBe('translated');
    expect(classOf('api/README_ja.md', ['docs/README.md'])).toBe('authored');
  });

  test("a Perl program's tests", () => {
    expect(classOf('t/certs/ca.key', ['t/01-sanity.t'])).toBe('fixture');
    expect(classOf('t/page.md', ['src/a.t'])).toBe('authored');
  });

  describe('documentation of a release', () => {
    const set = (folder: string) => ['setup', 'upgrade', 'faq'].map((page) => `${folder}/${page}.md`);
    test.each<[PathClass, string, string[]]>([
      ['archived', 'site/docs/v1.9/setup.md', [...set('site/docs/v1.9'), ...set('site/docs/main')]],
      ['authored', 'site/docs/main/setup.md', [...set('site/docs/v1.9'), ...set('site/docs/main')]],
      ['authored', 'site/docs/v1.9/openapi.yaml', [...set('site/docs/v1.9'), ...set('site/docs/main')]],
      ['archived', 'docs/1.9.x/setup.md', [...set('docs/1.9.x'), ...set('docs/1.10.x')]],
      ['authored', 'docs/1.10.x/setup.md', [...set('docs/1.9.x'), ...set('docs/1.10.x')]],
      ['authored', 'docs/v1/setup.md', [...set('docs/v1'), ...set('docs/main')]],
      ['authored', 'docs/v1.9/setup.md', set('docs/v1.9')],
      ['authored', 'docs/v1.9/setup.md', [...set('docs/v1.9'), 'docs/main/other.md']],
      ['authored', 'notes/1.9/README.md', ['notes/1.9/README.md', 'notes/1.10/README.md', 'notes/main/README.md']],
    ])('%s: %s', (expected, path, paths) => {
      expect(classOf(path, paths)).toBe(expected);
    });
  });

  test('a submodule is vendored, and so is what a source lists below it', () => {
    const classify = classifyPaths([{ path: 'lib/mixin', type: 'submodule' }], undefined);
    expect([classify('lib/mixin'), classify('lib/mixin/alerts.yaml')]).toEqual(['vendored', 'vendored']);
  });
});

describe('.gitattributes', () => {
  test.each<[PathClass, string, string]>([
    ['vendored', 'internal/lib/ linguist-vendored', 'internal/lib/a/b.md'],
    ['authored', 'vendor/** -linguist-vendored', 'vendor/ours/README.md'],
    ['authored', 'vendor/** linguist-vendored=false', 'vendor/ours/README.md'],
    ['generated', '*.golden.yaml linguist-generated=true -text', 'a/b.golden.yaml'],
    ['authored', '*.yaml linguist-generated\nrules/*.yaml -linguist-generated', 'rules/a.yaml'],
    ['generated', '*.yaml linguist-generated\nrules/*.yaml -linguist-generated', 'rules/deep/a.yaml'],
    ['generated', 'a.yaml linguist-vendored linguist-generated\na.yaml !linguist-vendored', 'a.yaml'],
    ['authored', 'tests/guide/** linguist-documentation', 'tests/guide/runbook.md'],
    ['generated', '"with space/*" linguist-generated', 'with space/a.yaml'],
    ['authored', '# *.yaml linguist-generated', 'a.yaml'],
    ['authored', '*.MD linguist-generated', 'a.md'],
  ])('%s by %j: %s', (expected, attributes, path) => {
    expect(classOf(path, [], attributes)).toBe(expected);
  });

  test('a nested file speaks for its folder and wins over the one above', () => {
    const attributes = new Map([
      ['rules/.gitattributes', '*.yaml -linguist-generated'],
      ['.gitattributes', '*.yaml linguist-generated'],
    ]);
    expect(classOf('rules/a.yaml', [], attributes)).toBe('authored');
    expect(classOf('other/a.yaml', [], attributes)).toBe('generated');
  });
});
