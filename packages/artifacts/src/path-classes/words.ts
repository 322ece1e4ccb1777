/**
 * The folder and file names by which public repositories mark what is not their own, living work. Segments are
 * compared in lower case.
 */

/** Copies of others' work. `*-modules` folders and `vendor-*` are matched by `VENDORED_SEGMENT`. */
export const VENDORED = new Set([
  'vendor',
  'vendors',
  'node_modules',
  'third_party',
  'third-party',
  'thirdparty',
  '3rdparty',
  '3rd-party',
  'bower_components',
  'jspm_modules',
  'carthage',
  'pods',
  '.yarn',
  '.terraform',
  'cue.mod',
  'site-packages',
]);
export const VENDORED_SEGMENT = /^vendor[-_]|^(?:elm|deno|perl|python|go|jsonnet|puppet)_modules$/;

/**
 * Files that a forge or a CI service reads at the root only. Beside a licence in a deeper folder they came along with a
 * copy of somebody else's repository.
 */
export const ROOT_ONLY =
  /^(.+)\/(?:\.travis\.yml|\.zuul\.ya?ml|\.?appveyor\.yml|\.circleci\/config\.yml|\.github\/workflows\/[^/]+)$/;
/** The name of a licence. */
export const LICENCE = /^(?:licen[cs]e|copying)(?:\.\w+)?$/i;

/** Data that tests read: never the repository's own, wherever it stands. */
export const TEST_DATA = new Set([
  'testdata',
  'test-data',
  'test_data',
  'fixtures',
  'fixture',
  'test-fixtures',
  'test_fixtures',
  'test-files',
  'test_files',
  'testfiles',
  'testfixtures',
  '__fixtures__',
  '__mocks__',
  '__snapshots__',
  'mock_data',
  'mockdata',
  'golden',
  'goldens',
  'testing-manifests',
  '__pilot_cache__',
]);

/** Folders of test code. Below a documentation folder the same words name chapters. */
export const TEST_CODE = new Set([
  'test',
  'tests',
  '__tests__',
  'e2e',
  'e2e-test',
  'e2etests',
  'integration-test',
  'integrationtest',
  'integrationtests',
  'systemtest',
  'systemtests',
  'acceptance',
  'testsuite',
  'testsuites',
  'androidtest',
  'unittest',
  'unittests',
  'cypress',
]);
/** `integration-tests`, `e2e_tests`, `Ordering.UnitTests`. */
export const TEST_CODE_SEGMENT = /(?:[-_.]|\.unit|\.functional|\.integration)tests$/;
/** Test code for programs; for pages the word names a chapter (`contributing/testing/`). */
export const TESTING = 'testing';
/** `spec/`, and Perl's `t/`, hold tests where a test file lies in it; elsewhere they hold specifications or anything. */
export const SPEC = new Set(['spec', 'specs', 't']);
export const SPEC_EVIDENCE =
  /(?:_spec\.rb|[._-]spec\.[cm]?[jt]sx?|(?:spec|rails)_helper\.rb|Spec\.(?:scala|kt|groovy|hs)|\.t)$/;

export const EXAMPLES = new Set([
  'example',
  'examples',
  'sample',
  'samples',
  'demo',
  'demos',
  'cookbook',
  'cookbooks',
  'playground',
  'playgrounds',
]);
export const EXAMPLE_SEGMENT = /[-_.](?:examples?|samples?|demos?)$|^(?:examples?|samples?)[-_]/;

/** Where Kubernetes projects keep what developers try things with: its data is nobody's set-up, its pages are pages. */
export const SCRATCH = new Set(['hack']);

/** A file of data and its stem: its name may say what its folder does not. */
export const DATA_NAME = /^(.+)\.(?:ya?ml|json)$/;
export const EXAMPLE_STEM = /^(?:examples?|samples?)(?:[-_.]|$)|[-_.](?:examples?|samples?)$/;
/** Kept to be refused: `rules-invalid.yaml`, `invalid_routes.yml`. */
export const INVALID_STEM = /^invalid(?:[-_.]|$)|[-_.]invalid$/;
/** What a test reads from beside itself: `testrules.yml`, `test-data.json`. */
export const TEST_DATA_STEM = /^tests?[-_.]?(?:alerts?|cases?|config|data|inputs?|rules?)$/;

/** Folders in which systems keep pipelines: what is called `test` there runs tests. */
export const PIPELINES = new Set([
  '.azure',
  '.azure-pipelines',
  '.azuredevops',
  '.buildkite',
  '.circleci',
  '.drone',
  '.gitlab',
  '.gitlab-ci',
  '.pipelines',
  '.semaphore',
  '.teamcity',
  '.tekton',
  '.woodpecker',
  'zuul.d',
]);

/** Run by the forge whatever it is called: `examples.yml` tries the examples, `test-config.yml` the configuration. */
export const WORKFLOW = /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/;

/** Folders of `.github` whose data the forge, or a service that builds, reads. In others lies what workflows feed to tools. */
export const READ_BY_FORGE = new Set([
  'workflows',
  'actions',
  'cloudbuild',
  'issue_template',
  'pull_request_template',
  'discussion_template',
]);

export const ARCHIVED = new Set([
  'archive',
  'archived',
  'archives',
  'deprecated',
  'old',
  'superseded',
  // Docusaurus keeps what was written for each release there; what is written on lies in `docs`.
  'versioned_docs',
  'obsolete',
  'attic',
]);
export const ARCHIVED_SEGMENT =
  /^(?:deprecated|archived|obsolete|retired)[-_]|[-_](?:deprecated|archived|archive|obsolete)$/;

/** Folders that hold instructions to coding assistants. */
export const ABOUT = new Set([
  '.claude',
  '.cursor',
  '.agents',
  '.agent',
  '.rulesync',
  '.windsurf',
  '.kiro',
  '.opencode',
  '.gemini',
  '.codex',
  '.clinerules',
  '.roo',
  '.junie',
  '.continue',
  '.augment',
  '.trae',
  'guardrail-specs',
]);
/** Folders directly below `.github` that hold instructions to coding assistants. */
export const ABOUT_BELOW_GITHUB = new Set(['skills', 'instructions', 'prompts', 'agents', 'chatmodes', 'copilot']);
export const ABOUT_NAMES = new Set([
  'agents.md',
  'agents.override.md',
  'claude.md',
  'claude.local.md',
  'gemini.md',
  'skill.md',
  'copilot-instructions.md',
  'llms.txt',
  'llms-full.txt',
  '.cursorrules',
  '.windsurfrules',
]);
export const ABOUT_NAME = /\.(?:agent|instructions|prompt|chatmode)\.md$/;

/** Folders of documentation, where `test` and `spec` are chapters. */
export const DOCUMENTATION = new Set(['doc', 'docs', 'documentation', 'docs-site', 'website', 'handbook', 'wiki']);

/** Folders of translated strings and pages. */
export const TRANSLATIONS = new Set(['i18n', 'l10n', 'locale', 'locales', 'translations', '_locales', 'lang']);

/** Two-letter codes that documentation was seen to be translated to; region and script suffixes are allowed. */
export const LOCALE =
  /^(?:ar|az|bg|bn|ca|cs|da|de|el|en|es|et|fa|fi|fil|fr|he|hi|hr|hu|hy|id|it|ja|jp|ka|kk|ko|kr|lt|lv|ms|nb|ne|nl|nn|no|pl|ps|pt|ro|ru|si|sk|sl|sq|sr|sv|ta|te|th|tr|uk|ur|uz|vi|vn|zh|cn|tw)(?:[-_](?:[a-z]{2}|\d{3}|hans|hant|latn|cyrl))?$/;

/** Written by a program. */
export const GENERATED = new Set(['_gen', '__generated__', 'generated', '_generated', 'gen-go']);
export const GENERATED_SEGMENT = /-compiled$/;

/** Generators of clients sign the folder they write: what lies beside the signature is theirs. */
export const GENERATOR_SIGNATURE = /^(.+)\/\.(?:openapi-generator|swagger-codegen)\/VERSION$/;
export const LOCK_FILES = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'bun.lockb',
  'go.sum',
  'cargo.lock',
  'poetry.lock',
  'uv.lock',
  'pdm.lock',
  'pipfile.lock',
  'gemfile.lock',
  'composer.lock',
  'mix.lock',
  'pubspec.lock',
  'packages.lock.json',
  'podfile.lock',
  'flake.lock',
  'deno.lock',
  'jsonnetfile.lock.json',
  '.terraform.lock.hcl',
  'gradle.lockfile',
]);
export const GENERATED_NAME =
  /\.pb(?:\.[a-z]+)?\.go$|_pb2(?:_grpc)?\.pyi?$|^zz_generated|\.generated\.[a-z]+$|\.g\.(?:cs|dart)$|modelsnapshot\.cs$|\.designer\.cs$|\.min\.(?:js|css)$/;

/** Whole folders of project skeletons. */
export const SKELETON_SEGMENT = /^(?:archetypes|\{\{.*|.*\}\}|__[a-z_]*name__)$|cookiecutter/;
/** Where a program on the JVM keeps what it fills in at run time (Spring: `classpath:/templates/`). */
export const RUNTIME_TEMPLATES = /(?:^|\/)src\/main\/resources\/templates$/i;
/** Names of pages that are there to be copied. A guide to a template language is called otherwise. */
export const TEMPLATE_STEM =
  /(?:^|[-_. ])template$|^_?template[-_.](?:adr|rfc|kep|runbook|post-?mortem|incident|decision|proposal|design|readme|\d+)|^(?:nnnn|xxxx|yyyymmdd|yyyy-mm-dd)(?:[-_.]|$)/;
/** `0002-switch-to-the-project-template`: a record about a template, not one. */
export const NUMBERED_RECORD = /^(?:[a-z]{2,6}[-_]?)?0*[1-9]\d*(?:[-_][a-z\d]+){3,}$/;
/** Folders whose pages are there to be copied; a package called `x-template` is code. */
export const TEMPLATE_SEGMENT = /^[_.]?templates?$|^(?:nnnn|xxxx|\d{4}|yyyymmdd)[-_].*template$/;
/** Forms of the forge, which are artifacts of their own. */
export const FORGE_FORM = /^(?:pull_request|issue|merge_request)_template/;

export const PAGE = /\.(?:md|mdx|markdown|rst|adoc|asciidoc|txt)$/;

/** Files that say who answers for the folder they lie in, even if it holds tests or instructions to assistants. */
export const GOVERNANCE = new Set([
  'owners',
  'owners_aliases',
  'codeowners',
  'component_owners.yml',
  'component_owners.yaml',
]);
