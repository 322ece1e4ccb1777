import type { AstBuilder, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import type { FeatureChild, GherkinDocument, Scenario, Step } from '@cucumber/messages';
import type { ReadProblem, RequirementsFacts, ScenarioFacts, Span } from '@shipworthy/model';

/** The parts of the parser's package, loaded for the first feature. */
export interface Gherkin {
  readonly Parser: typeof Parser;
  readonly AstBuilder: typeof AstBuilder;
  readonly GherkinClassicTokenMatcher: typeof GherkinClassicTokenMatcher;
}

export type ReadFeature =
  | { readonly name: string; readonly at: Span; readonly facts: RequirementsFacts }
  | { readonly problem: ReadProblem }
  /** Comments and blank lines only. */
  | undefined;

/** The scenarios of a feature file, in any of the languages of Gherkin. Never throws. */
export function readFeature(gherkin: Gherkin, text: string): ReadFeature {
  const lines = lineStarts(text);
  let document: GherkinDocument;
  try {
    const builder = new gherkin.AstBuilder(() => '');
    document = new gherkin.Parser(builder, new gherkin.GherkinClassicTokenMatcher()).parse(text);
  } catch (error) {
    return { problem: problemOf(error, text, lines) };
  }
  const { feature } = document;
  if (!feature) return undefined;
  const scenarios: ScenarioFacts[] = [];
  const take = (child: FeatureChild, around: readonly string[]): void => {
    if (child.scenario) scenarios.push(scenarioFacts(child.scenario, around, text, lines));
    const tags = child.rule?.tags.map(({ name }) => name) ?? [];
    for (const inner of child.rule?.children ?? []) take(inner, tags);
  };
  for (const child of feature.children) take(child, []);
  const at = spanOfLine(feature.location.line, text, lines);
  return {
    name: feature.name,
    at,
    facts: { form: 'feature', scenarios, tags: feature.tags.map(({ name }) => name), says: {} },
  };
}

function scenarioFacts(
  scenario: Scenario,
  around: readonly string[],
  text: string,
  lines: readonly number[],
): ScenarioFacts {
  const kinds = kindsOf(scenario.steps);
  return {
    name: scenario.name,
    tags: [...around, ...scenario.tags.map(({ name }) => name)],
    at: spanOfLine(scenario.location.line, text, lines),
    steps: scenario.steps.length,
    outcomes: kinds.filter((kind) => kind === 'Outcome').length,
    bullets: kinds.filter((kind) => kind === 'Unknown').length,
  };
}

/** `And` and `But` are what the step before them is. */
function kindsOf(steps: readonly Step[]): string[] {
  let last = 'Unknown';
  return steps.map(({ keywordType = 'Unknown' }) => {
    if (keywordType !== 'Conjunction') last = keywordType;
    return last;
  });
}

function problemOf(error: unknown, text: string, lines: readonly number[]): ReadProblem {
  const message = error instanceof Error ? error.message : String(error);
  const place = /\((\d+):\d+\): ([^\n]+)/.exec(message);
  const what = place?.[2]?.replace(/^expected: (.*), got '(.*)'$/, "'$2' stands where Gherkin has no place for it");
  return {
    kind: 'requirements',
    what: what ?? 'cannot be read as Gherkin',
    at: spanOfLine(Number(place?.[1] ?? 1), text, lines),
    effect: 'broken',
  };
}

/** Offsets of the beginnings of lines. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The text of a line (1-based) without indentation. */
function spanOfLine(line: number, text: string, lines: readonly number[]): Span {
  const start = lines[line - 1] ?? 0;
  const raw = text.slice(start, lines[line] ?? text.length);
  const indent = raw.length - raw.trimStart().length;
  return [start + indent, start + indent + raw.trim().length];
}
