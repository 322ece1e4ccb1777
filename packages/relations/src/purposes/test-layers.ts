import type { TestLayer } from '@shipworthy/model';

/** Words of a path, a tag, a marker or a name of a script by which people tell the layers of tests apart. */
const WORDS: readonly (readonly [TestLayer, RegExp])[] = [
  [
    'load',
    /(?:^|[^a-z])(?:load|loadtests?|perf|performance|stress|k6|locust|gatling|benchmarks?|bench|soak)(?:[^a-z]|$)/i,
  ],
  ['contract', /(?:^|[^a-z])(?:contracts?|pacts?|consumer|provider|schemathesis|dredd)(?:[^a-z]|$)/i],
  [
    'e2e',
    /(?:^|[^a-z0-9])(?:e2e|e2e-?tests?|end-?(?:2|to)-?end|acceptance|system|systemtests?|browser|browsers|ui-?tests?|cypress|playwright|selenium|webdriver|smoke|journey|journeys|capybara)(?:[^a-z0-9]|$)/i,
  ],
  [
    'integration',
    /(?:^|[^a-z])(?:integration|integrations|integrationtests?|integ|functional|functionaltests?|component|it|itests?|inttests?|docker|db|database|postgres\w*|mysql|redis|kafka|api-?tests?)(?:[^a-z]|$)/i,
  ],
];
const UNIT = /(?:^|[^a-z])(?:unit|units|unittests?)(?:[^a-z]|$)/i;
/** Options whose value says what is left out. */
const LEAVES_OUT =
  /^(?:--?(?:ignore(?:-glob)?|exclude(?:-\w+)?|deselect|skip(?:-\w+)?|testPathIgnorePatterns|modulePathIgnorePatterns|grep-invert|invert|grepInvert|x|no-\w[\w-]*))(?:[=:]|$)/;
/** Options whose value says what is run. */
const CHOOSES =
  /^(?:-(?:m|k|t|run|tags|T|P)|--?(?:tags?|grep|project|testPathPattern|testPathPatterns|testNamePattern|test-path-pattern|suite|testsuite|group|groups|filter|only|label-filter|focus|selectProjects|config|workspace|test|dir|root|spec|profile|features|marker|include|package|p|type|args))(?:[=:](.*))?$/;
/** Options with a value that says nothing about what is run. */
const OTHER_VALUE =
  /^(?:-(?:n|j|c|o|w|timeout|parallel|count|coverprofile|covermode|coverpkg|cpu|p|shuffle|exec|ldflags|gcflags|mod)|--?(?:reporter|reporters|outputFile|output|cov|cov-report|cov-config|junitxml|junit-xml|maxWorkers|workers|retries|logger|results-directory|collect|configuration|verbosity|format|require|exit|durations|maxfail|tb|color|colors|log-level|seed|order|coverageDirectory|dist|rerun|reruns|jobs|threads|pool|timeout|shard))$/;

export interface TestScope {
  readonly layer: TestLayer;
  /** Paths, tags and filters it is restricted to, as written; empty: whatever the runner finds. */
  readonly only: readonly string[];
}

/** Which tests a runner is told to run. `hint`: names of the scripts and targets that led to it. */
export function scopeOf(args: readonly string[], hint = ''): TestScope {
  const only: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const word = args[index] ?? '';
    const next = args[index + 1];
    if (LEAVES_OUT.test(word)) {
      if (!/[=:]/.test(word) && next !== undefined && !next.startsWith('-')) index++;
    } else {
      const chosen = CHOOSES.exec(word);
      if (chosen?.[1] !== undefined) only.push(chosen[1]);
      else if (chosen) {
        if (next !== undefined && !next.startsWith('-')) only.push(args[++index] ?? '');
      } else if (OTHER_VALUE.test(word)) {
        if (next !== undefined && !next.startsWith('-')) index++;
      } else if (
        !word.startsWith('-') &&
        !/^(?:test|run|nextest|t|watch|ci|exec|all|\.\/\.\.\.|\.\.\.|\.|--|\S*=\S*)$/.test(word)
      )
        only.push(word);
    }
  }
  const told = only.filter((text) => !/^\s*(?:not\b|no:|!|\^\(\?!)/.test(text));
  const layer = layerIn(told.join(' ')) ?? layerIn(hint);
  return {
    layer: layer ?? 'unit',
    only: only.filter((text) => !/^\$|^\.{1,3}\/?$|^no:/.test(text) && !WHOLE.test(text)).map(projectFolder),
  };
}

/** A solution of .NET is all of it. */
const WHOLE = /\.(?:sln|slnx|slnf)$/i;

/** A project of .NET is given by its file, and its tests lie in the folder of that. */
const projectFolder = (text: string): string => {
  const file = text.replaceAll('\\', '/');
  return /\.(?:cs|fs|vb)proj$/i.test(file) && file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : text;
};

/** The layer that words tell; undefined when they tell none. */
export function layerIn(text: string): TestLayer | undefined {
  const plain = text.replace(/\b(?:and )?not \w+/g, '');
  if (UNIT.test(plain)) return 'unit';
  return WORDS.find(([, words]) => words.test(plain))?.[0];
}
