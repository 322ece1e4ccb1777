import type { TestLayer } from '@shipworthy/model';
import { TEST_DATA } from '../path-classes/words.ts';
import { type TestLanguage, testLanguageOf } from './languages/index.ts';

/** How a path speaks for a test. */
export type Suits =
  /** By name or folder: looks like a test to whoever sees the path. */
  | 'test'
  /** A source file in whose language tests stand beside the code. */
  | 'inline';

/** Folders of tests, by a whole word of their name: `test`, `integration-tests`, `Ordering.UnitTests`, `androidTest`. */
const TEST_FOLDER =
  /^(?:t|e2e|specs?|it|cypress|playwright|testing|features|step_definitions|system|acceptance|pacts?)$|(?:^|[-_.])(?:tests?|specs?|e2e|testsuites?|k6|gatling|locust|jmeter|artillery|loadtests?|perftests?|testes|qa)(?:$|[-_.\d])|Tests?$|^(?:unit|integration|functional|system|load|perf|ui|smoke|stress|api|ct)tests?$/;
/** Of these the word alone is no test: `features/` and `system/` of a program, `api/spec/`. The file's name decides. */
const WEAK_FOLDER = new Set(['system', 'features', 'acceptance', 'it', 'specs', 'testing', 'qa', 't', 'playwright']);
/** Data that tests read, whatever it is called. */
const DATA = new Set([...TEST_DATA, 'snapshots', '__mocks__', 'node_modules', 'cassettes', 'corpus', 'baselines']);
/** What lies among tests and is none, unless its name says otherwise. */
const BESIDE = new Set([
  ...['mocks', 'mock', 'stubs', 'resources', 'assets', 'docs', 'doc', 'helpers', 'support', 'utils', 'factories'],
  ...[
    'migrations',
    'samples',
    'playground',
    'playgrounds',
    'inputs',
    'outputs',
    'test_files',
    'testfiles',
    'testcases',
  ],
  ...['test-cases', 'page-objects', 'pageobjects', 'page_objects', 'pages'],
]);
/** What helps tests and holds none. */
const HELPER =
  /^(?:conftest|__init__|setup|teardown|global-?setup|global-?teardown|helpers?|utils?|types|constants|(?:test|spec|rails)_helper|test-?utils?|jest\.setup|vitest\.setup|setup-?tests?|run|mocks?)\.\w+$|\.d\.ts$|\.(?:config|conf|setup|mock|stories|fixture|page)\.[cm]?[jt]sx?$|Fixtures?\.\w+$|^(?:jest|vitest|vite|playwright|cypress|karma|protractor|wdio)\.\S*(?:config|conf)\.|^\.|^(?:AssemblyInfo|GlobalUsings|Program|Usings)\.cs$/i;
/** What tests call to hold a response to the description: `support/validateAgainstSchema.js`, `helpers/openapi_matcher.rb`. */
const COMPARES =
  /(?:validat|match|satisf|conform|assert)\w*[-_]?(?:schema|openapi|swagger|contract)|(?:schema|openapi|swagger|contract)[-_]?(?:validat|match|assert|conform)/i;
export const comparesByName = (path: string): boolean => COMPARES.test(path.slice(path.lastIndexOf('/') + 1));
/** Programs that load other programs, by the names their tools and people give them. */
const LOAD_NAMED =
  /\.jmx$|\.hf\.ya?ml$|^locustfile\w*\.py$|(?:^|[-_.])k6(?:[-_.]|$).*\.[cm]?[jt]s$|(?:^|[-_.])(?:load|stress|soak|spike|perf|performance)[-_.]?tests?[-_.\w]*\.(?:[cm]?[jt]s|py|scala|kt|java|ya?ml|sh|jmx|lua|go)$|Simulation\.(?:scala|kt|java|ts|js)$|^(?:artillery|taurus|bzt)[-_.\w]*\.ya?ml$|[-_.]artillery\.ya?ml$/i;
const LOAD_FOLDER =
  /(?:^|[-_.])(?:k6|gatling|locust|jmeter|artillery|load-?tests?|loadtesting|load_tests?|perf-?tests?|perf_tests?|performance-?tests?|performance_tests?|stress-?tests?|stress_tests?|tsung|loadgen|load)(?:$|[-_.])/i;
const LOAD_FILE = /\.(?:[cm]?[jt]s|py|scala|kt|java|jmx|ya?ml|sh|lua)$/i;
/** Flows of devices and clusters, contract tools and tests of charts, that are written in YAML. */
const YAML_TEST =
  /(?:^|\/)(?:\.?maestro|chainsaw|kuttl|e2e|schemathesis)\/(?:.+\/)?[\w.-]+\.ya?ml$|(?:^|\/)(?:chainsaw-test|kuttl-test|dredd|schemathesis|tavern|test_\w+\.tavern)\.(?:ya?ml|toml)$|\.tavern\.ya?ml$|(?:^|\/)dredd\.ya?ml$|(?:^|\/)tests\/[\w.-]+_test\.ya?ml$/i;

/** Where Maven and Gradle keep the program itself. */
const PROGRAM = /(?:^|\/)src\/main\//;

interface FolderWords {
  /** Some folder on the way is one of tests. */
  readonly tests: boolean;
  /** ... of which one alone says so for sure. */
  readonly surely: boolean;
  readonly data: boolean;
  readonly beside: boolean;
  readonly load: boolean;
}

const ROOT: FolderWords = { tests: false, surely: false, data: false, beside: false, load: false };

/** Says of each path whether it suits; folders are judged once. */
export function pathJudge(): (path: string) => Suits | undefined {
  const folders = new Map<string, FolderWords>([['', ROOT]]);
  const wordsOf = (folder: string): FolderWords => {
    const known = folders.get(folder);
    if (known) return known;
    const cut = folder.lastIndexOf('/');
    const words = descend(wordsOf(folder.slice(0, Math.max(0, cut))), folder.slice(cut + 1));
    folders.set(folder, words);
    return words;
  };
  return (path) => {
    const language = testLanguageOf(path);
    if (!language && !/\.(?:jmx|ya?ml)$/i.test(path)) return undefined;
    const cut = path.lastIndexOf('/');
    return judge(path, path.slice(cut + 1), language, wordsOf(path.slice(0, Math.max(0, cut))));
  };
}

function descend(above: FolderWords, name: string): FolderWords {
  const segment = name.toLowerCase();
  const tests = TEST_FOLDER.test(name) || TEST_FOLDER.test(segment);
  return {
    tests: above.tests || tests,
    surely: above.surely || (tests && !WEAK_FOLDER.has(segment)),
    data: above.data || DATA.has(segment),
    beside: above.beside || BESIDE.has(segment),
    load: above.load || LOAD_FOLDER.test(segment),
  };
}

function judge(path: string, name: string, language: TestLanguage | undefined, folder: FolderWords): Suits | undefined {
  if (folder.surely && !folder.data && language && comparesByName(name)) return 'test';
  if (folder.data || (folder.beside && !language?.named.test(name))) return undefined;
  if (LOAD_NAMED.test(name) || (folder.load && LOAD_FILE.test(name))) return 'test';
  if (YAML_TEST.test(path)) return 'test';
  if (!language) return undefined;
  if (HELPER.test(name)) return undefined;
  // The classes of a program are named like tests as well: `KafkaConnectSpec`, `HttpContext`.
  if (language.named.test(name) && !PROGRAM.test(path)) return 'test';
  if (language.byFolder && folder.surely) return 'test';
  return language.inline ? 'inline' : undefined;
}

type Words = readonly (readonly [TestLayer, RegExp])[];

/** Words by which a folder says of which layer the tests in it are. */
const FOLDER_WORDS: Words = [
  ['unit', /(?:^|[-_.])unit(?:[-_.]?(?:tests?|specs?))?(?:$|[-_.])|UnitTests?(?:$|[-_.])/i],
  [
    'load',
    /(?:^|[-_.])(?:k6|gatling|locust\w*|jmeter|artillery|load|loadtests?|perf|performance|stress|soak)(?:[-_.]?tests?)?(?:$|[-_.])|(?:Load|Performance|Stress)Tests?(?:$|[-_.])/,
  ],
  [
    'contract',
    /(?:^|[-_.])contract[-_.]?(?:tests?|specs?)(?:$|[-_.])|^pacts?(?:[-_.]tests?)?$|ContractTests?(?:$|[-_.])/,
  ],
  [
    'e2e',
    /(?:^|[-_.])(?:acceptance|smoke|journeys?|browser|system|ui)[-_.]?(?:tests?|specs?|testing)(?:$|[-_.])|(?:^|[-_.])(?:e2e|end-?2-?end|end-?to-?end|acceptance|cypress|playwright|selenium|detox|maestro|uitests?)(?:[-_.]?tests?)?(?:$|[-_.])|(?:E2E|E2e|EndToEnd|Acceptance|UI|Smoke|Browser)Tests?(?:$|[-_.])|^smoke$/,
  ],
  [
    'integration',
    /(?:^|[-_.])(?:integration|integ|functional|itest)(?:[-_.]?(?:tests?|specs?))?(?:$|[-_.])|(?:^|[-_.])(?:int[-_.]?tests?|itests?|func[-_.]?tests?|integrationtests?|functionaltests?|component[-_.]tests?|api[-_.]tests?|service[-_.]tests?)(?:$|[-_.])|^it$|(?:Integration|Functional|Component|Api)Tests?(?:$|[-_.])/,
  ],
];

/** Paths that frameworks give a meaning: Rails and RSpec, Laravel. */
const FRAMEWORK_PATHS: Readonly<Record<string, Words>> = {
  rb: [
    ['integration', /(?:^|\/)spec\/requests?\//],
    ['e2e', /(?:^|\/)(?:spec|test)\/(?:system|features?)\/|^features\//],
  ],
  php: [['integration', /(?:^|\/)tests\/Feature\//]],
};

/** The same of the names of files, where more words are of what is tested: `system_test.go` tests a package `system`. */
const NAME_WORDS: Words = [
  ['unit', /(?:^|[-_.])unit[-_.](?:tests?|specs?)?|UnitTests?\./i],
  ['load', /(?:^|[-_.])(?:k6|locustfile)(?=[-_.])|(?:Load|Stress)Tests?\.|Simulation\./],
  ['contract', /[-_.]pact(?=[-_.])|^(?:(?:open)?api-)?contract\.(?:test|spec)\.|Pact(?:Tests?|Specs?|IT)\./],
  [
    'e2e',
    /(?:^|[-_.])(?:e2e|end-?2-?end|end-?to-?end|cy|smoke)(?=[-_.])|(?:E2E|E2e|EndToEnd|Acceptance|UI|Smoke)(?:Tests?|Specs?|IT)\w*\./,
  ],
  [
    'integration',
    /(?:^|[-_.])(?:integration|integ|functional)[-_.]?(?:tests?|specs?)(?=[-_.])|^test_(?:integration|functional)|[-_.](?:int|it)[-_.](?:tests?|specs?)(?=[-_.])|(?:Integration|Functional|Component)(?:Tests?|Specs?)\w*\.|[a-z\d](?:IT|ITCase|ISpec|ITest)\./,
  ],
];

/** Folders of specifications are named after what they specify: `integration_customers` of a model of integrations. */
const OF_MODEL = /^integration_(?!tests?|specs?)/;

/** The layer that the path names, if it names one: the nearest word to the file. */
export function layerOfPath(path: string): TestLayer | undefined {
  const [name = '', ...folders] = path.split('/').reverse();
  // Classes of Ruby are one to a file, and `Integration` is a name as good as others.
  const isRuby = name.endsWith('.rb');
  const byName = isRuby ? undefined : named(NAME_WORDS, name);
  return (
    byName ??
    first(folders, (folder) => (isRuby && OF_MODEL.test(folder) ? undefined : named(FOLDER_WORDS, folder))) ??
    named(FRAMEWORK_PATHS[name.slice(name.lastIndexOf('.') + 1)] ?? [], path)
  );
}

const named = (words: Words, text: string): TestLayer | undefined => words.find(([, sign]) => sign.test(text))?.[0];

function first<T, R>(items: readonly T[], answer: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = answer(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
