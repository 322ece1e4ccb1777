import type { Span, TestLayer, TestSuiteFacts } from '@shipworthy/model';
import type { RepositoryFile } from '../repository-file.ts';
import { FLOW_SIGNS } from './flow-signs.ts';
import { type TestLanguage, testLanguageOf } from './languages/index.ts';
import { loadTestIn } from './load-tests.ts';
import { comparesByName, layerOfPath } from './test-paths.ts';

/** What one file of tests is. */
export interface Suite {
  readonly layer: TestLayer;
  readonly facts: TestSuiteFacts;
  /** What decided, for `inventory --why`. */
  readonly why: readonly string[];
}

/** Longer files are searched this far: what a test is shows in its imports and first cases. */
const MAX_CHARACTERS = 60_000;

/** Tests of tools for load tests quote them. */
const UNIT_NAMED = /[._-](?:test|spec)\.[cm]?[jt]sx?$/;

/** The tests that a file holds; undefined: none that check something. Compute it through `file.once`. */
export function suiteOf(file: RepositoryFile): Suite | undefined {
  const { path } = file;
  const text = file.text.length > MAX_CHARACTERS ? file.text.slice(0, MAX_CHARACTERS) : file.text;
  const load = UNIT_NAMED.test(path) && layerOfPath(path) !== 'load' ? undefined : loadTestIn(path, text);
  if (load) {
    const { runner, language, at, thresholds } = load;
    return {
      layer: 'load',
      facts: {
        runner,
        ...(language === undefined ? {} : { language }),
        checks: at,
        means: [],
        ...(thresholds ? { thresholds } : {}),
      },
      why: [`puts load on a program with ${runner}`, thresholds ? 'states bounds that fail a run' : 'states no bounds'],
    };
  }
  const language = testLanguageOf(path);
  return language ? suiteIn(path, text, language) : flowIn(text);
}

function suiteIn(path: string, text: string, language: TestLanguage): Suite | undefined {
  if (!language.cases.test(text)) return comparesByName(path) ? comparisonIn(text, language) : undefined;
  const checked = language.checks.exec(text);
  if (!checked) return undefined;
  const runner = language.runners.find(([, sign]) => sign.test(text))?.[0];
  const { layer, means, why } = layerIn(path, text, language, runner);
  return {
    layer,
    facts: {
      ...(runner === undefined ? {} : { runner }),
      language: language.name,
      checks: trimmed(checked),
      means,
    },
    why: [`holds tests in ${language.name}${runner === undefined ? '' : ` for ${runner}`}`, why],
  };
}

/** What tests call instead of holding cases of its own: it loads the description and checks something against it. */
function comparisonIn(text: string, { name }: TestLanguage): Suite | undefined {
  const loaded = DESCRIPTION.exec(text);
  if (!loaded || !CHECKS.test(text)) return undefined;
  return {
    layer: 'contract',
    facts: { language: name, checks: trimmed(loaded), means: ['openapi-document'] },
    why: ['loads a description and checks against it, for the tests beside it'],
  };
}
const CHECKS = /\b(?:validate\w*|assert\w*|expect|is_valid|isValid)\b/i;

/** Flows in YAML have no language: only what they do makes them tests. */
function flowIn(text: string): Suite | undefined {
  const found = FLOW_SIGNS.find(({ sign }) => sign.test(text));
  if (!found?.layer) return undefined;
  const at = found.sign.exec(text);
  return {
    layer: found.layer,
    facts: { ...(at ? { checks: trimmed(at) } : {}), means: [found.means] },
    why: [`steps that work with: ${found.means}`],
  };
}

interface Judged {
  readonly layer: TestLayer;
  readonly means: readonly string[];
  readonly why: string;
}

/** What the tests work with decides; where nothing of it shows, the path; a folder of unit tests is believed before. */
function layerIn(path: string, text: string, { signs }: TestLanguage, runner: string | undefined): Judged {
  const named = layerOfPath(path);
  const steps = runner === 'cucumber' || runner === 'behave';
  const fit = signs.filter(({ sign, path: where }) => (where?.test(path) ?? true) && sign.test(text));
  const means = [
    ...new Set([
      ...fit.map((sign) => sign.means),
      ...(DESCRIPTION.test(text) || /openapi/i.test(path) ? ['openapi-document'] : []),
    ]),
  ];
  const bySign = fit.find(({ layer }) => layer !== undefined);
  const says = (layer: TestLayer, why: string): Judged => ({ layer, means, why });
  if (bySign?.layer === 'contract' || bySign?.layer === 'unit')
    return says(bySign.layer, `works with: ${bySign.means}`);
  if (named === 'unit') return says('unit', 'lies among unit tests');
  if (bySign?.layer === 'e2e') return says('e2e', `works with: ${bySign.means}`);
  if (named === 'e2e' || named === 'contract') return says(named, `its path says so: ${named}`);
  if (bySign?.layer) return says(bySign.layer, `works with: ${bySign.means}`);
  if (named === 'integration' && !(IN_PACKAGE.test(path) && means.length === 0))
    return says(named, 'its path says so: integration');
  if (means.includes('requests') && !means.some((word) => STANDS_IN.has(word)))
    return says('integration', 'sends requests over the network');
  if (means.includes('database') && means.includes('in-process') && !HALF_DATABASE.test(path))
    return says('integration', 'asks the whole application, with its database');
  if (steps) return says(/\.rb$/.test(path) ? 'e2e' : 'integration', 'steps of features, which use the whole');
  return says('unit', 'nothing shows that it starts or asks anything outside of the code');
}

/** Below it folders are packages, which may be named after what is tested: `data/integration`. */
const IN_PACKAGE = /(?:^|\/)src\/test\/\w+\/.*\/integration\/.*(?<!IT|Integration\w*)\.\w+$/;

/** A test that reads the description of an interface, by whatever means it compares. */
const DESCRIPTION = /(?:openapi|swagger)[\w-]{0,30}(?:\.(?:ya?ml|json)\b|['"`]|\/[\w./-]{1,60}\.(?:ya?ml|json)\b)/i;

const STANDS_IN: ReadonlySet<string> = new Set(['wiremock', 'vcr', 'http-stub']);
/** Frameworks whose every test has the database at hand: asking the application is a unit test there. */
const HALF_DATABASE = /\.(?:py|java|kt)$/;

const trimmed = (found: RegExpExecArray): Span => {
  const lead = found[0].length - found[0].trimStart().length;
  return [found.index + lead, found.index + found[0].trimEnd().length];
};
