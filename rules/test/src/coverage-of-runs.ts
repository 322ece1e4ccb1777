import type { Artifact, PurposeFound, TestKind, TestLayer } from '@shipworthy/rule-kit';

/** Languages whose tests a program can run. Programs that are not listed may run any. */
const LANGUAGES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^(?:jest|vitest|mocha|ts-mocha|ava|tap|tape|uvu|jasmine|karma|qunit|wtr|web-test-runner|lab|node|bun|deno|playwright|cypress|wdio|testcafe|nightwatch|codeceptjs|detox|protractor|cucumber-js|ng|react-scripts|next|hardhat)$/,
    /^(?:JavaScript|TypeScript)$/,
  ],
  [/^(?:pytest|python|unittest|nose2|nosetests|tox|nox|behave|trial|stestr|manage\.py|hatch|green|ward)$/, /^Python$/],
  [/^(?:go|gotestsum|ginkgo|richgo)$/, /^Go$/],
  [/^(?:mvn|gradle|sbt|mill|ant|lein|clojure|clj)$/, /^(?:Java|Kotlin|Scala|Groovy|JVM|Clojure)$/],
  [/^(?:dotnet|vstest\.console|msbuild)$/, /^(?:C#|F#|\.NET)$/],
  [/^(?:cargo|nextest|cross|cargo-\w+)$/, /^Rust$/],
  [/^(?:rspec|minitest|rails|rake|parallel_\w+|turbo_tests)$/, /^Ruby$/],
  [/^(?:phpunit|pest|paratest|codecept|artisan|php|composer)$/, /^PHP$/],
  [/^mix$/, /^(?:Elixir|Erlang)$/],
  [/^(?:bats|shellspec)$/, /^shell$/],
];
/** Runners that do not take each other's tests. */
const APART: readonly RegExp[] = [
  /^playwright$/,
  /^cypress$/,
  /^vitest$/,
  /^jest$/,
  /^ava$/,
  /^(?:node|node:test)$/,
  /^detox$/,
];
/** Configuration that a runner is told to use, which is no path of tests. */
const CONFIGURATION = /(?:^|[./-])(?:config|conf|setup)[.-]|\.(?:json|ya?ml|toml|ini|xml|cfg)$/i;

/** Does the run take this file of tests in, as far as the words of its command tell? In doubt it does. */
export function covers(found: PurposeFound, test: Artifact<TestKind>, layer: TestLayer): boolean {
  return speaks(found.tool, test) && withinFolder(found, test.path) && chooses(found, test.path, layer);
}

function speaks(tool: string, { facts: { language, runner } }: Artifact<TestKind>): boolean {
  const known = LANGUAGES.find(([programs]) => programs.test(tool));
  if (
    known &&
    language !== undefined &&
    !known[1].test(language) &&
    LANGUAGES.some(([, names]) => names.test(language))
  )
    return false;
  const kind = runner === undefined ? undefined : APART.find((one) => one.test(runner));
  return kind === undefined || kind.test(tool) || !APART.some((one) => one.test(tool));
}

/** Runs in the folder that a build makes, what was built from anywhere. */
const OF_BUILDS = /^ctest$/;

const withinFolder = ({ tool, folder, only = [] }: PurposeFound, path: string): boolean =>
  OF_BUILDS.test(tool) ||
  folder === undefined ||
  folder === '' ||
  path.startsWith(`${folder}/`) ||
  only.some((one) => one.startsWith('../'));

function chooses({ only = [], folder = '', purpose }: PurposeFound, path: string, layer: TestLayer): boolean {
  const chosen = only.filter((one) => !/^\s*(?:not\b|!)/.test(one));
  const paths = chosen.filter((one) => /[/.]/.test(one) && !CONFIGURATION.test(one));
  if (paths.length > 0)
    return paths.some((one) => {
      if (/\$|\{\{/.test(one)) return true;
      // A pattern counts up to its first wildcard: `src/**/*.test.ts`.
      const start = one.replace(/^(?:\.{1,2}\/)+|[*{(?\\].*$|::.*$|\/\.{3}$/g, '');
      return start === '' || path.includes(start) || `${folder}/${start}`.startsWith(`${path}/`);
    });
  // Names of folders and of markers: `-m integration`, `vitest run unit`.
  const words = chosen.filter((one) => !CONFIGURATION.test(one));
  if (words.some((one) => path.split('/').includes(one))) return true;
  if (words.some((one) => /(?:^|[^a-z])unit/i.test(one))) return layer === 'unit';
  return words.length === 0 || purpose === 'unit' || purpose === layer;
}
