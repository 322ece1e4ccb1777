import { headingText, holdsAny } from '../document/hints.ts';
import { isNamedPage, PAGE_EXTENSIONS } from '../document/page-of.ts';
import { type KindModule, listed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';

/** Load tests are programs, and only their names tell them from other programs before they are read. */
const LOAD_TEST =
  /(?:^|[-_.])(?:k6|load|loadtest|perf|performance|stress|soak|spike|smoke|thresholds?)(?=[-_.]|test).*\.[cm]?[jt]s$|^(?:test|script)\.js$|simulation\.(?:scala|kt|java)$/i;
const CONFIGURATION =
  /^\.?(?:lighthouserc|size-limit|bundlewatch\.config|bundlesize\.config)(?:\.(?:json|ya?ml|[cm]?[jt]s))?$|^(?:lighthouse-?)?budgets?\.json$/i;

const isNamed = (name: string): boolean => isNamedPage(name) || LOAD_TEST.test(name) || CONFIGURATION.test(name);

/** Limits on time or size: of tools that enforce them, of load tests, and of pages that state them. */
export const performanceBudgetKind: KindModule<'performance-budget'> = {
  kind: 'performance-budget',
  factsVersion: 2,
  paths: { baseNames: ['package.json', 'angular.json', 'project.json'], extensions: PAGE_EXTENSIONS, test: isNamed },
  // Load tests stand among test code, so that class says nothing against them.
  notIn: ['vendored', 'about', 'template', 'translated'],
  sniff: looksLikeBudget,
  load: async () => (await import('./parse.ts')).parsePerformanceBudgets,
  elements: ({ facts }) => facts.limits.map(({ name, limit, at }) => listed('limit', `${name} ${limit}`.trim(), at)),
};

const PACKAGE = /"(?:size-limit|bundlesize|bundlewatch|budgets)"\s*:/;
/** Tests of another sort, which may hold a load test as text. */
const UNIT_TEST = /['"](?:@jest\/globals|vitest|node:test|mocha)['"]/;

/** Parts of headings above limits, in lower case: the rest of a page is not searched. */
const HEADING_WORDS = [
  ...['budget', 'laten', 'respons', 'performance', 'bundle', 'functional', 'slo', 'service level', 'antwort'],
  ...['leistung', 'réponse', 'presupuesto', 'respuesta', 'resposta', 'ytelse', 'svartid'],
  ...['パフォ', '応答', '性能', '响应'],
];

function looksLikeBudget(file: RepositoryFile): boolean {
  const { text, baseName, pathClass } = file;
  const extension = baseName.slice(baseName.lastIndexOf('.') + 1).toLowerCase();
  if (/^(?:[cm]?[jt]s|scala|kt|java)$/.test(extension))
    return /k6|gatling|limit|assert/.test(text) && !UNIT_TEST.test(text);
  // Of test data only load tests are looked at.
  if (pathClass === 'fixture') return false;
  if (/^(?:package|angular|project)\.json$/i.test(baseName)) return PACKAGE.test(text);
  if (CONFIGURATION.test(baseName)) return true;
  return holdsAny(file.once(headingText), HEADING_WORDS);
}
