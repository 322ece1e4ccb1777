import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { run } from '@shipworthy/engine';
import type { Rule } from '@shipworthy/rule-kit';
import { type Answered, answer } from './audit-files.ts';
import type { Situation } from './files.ts';
import { type Framework, framework } from './framework.ts';
import { PAGE_SECTIONS, type RulePage, readRulePage } from './rule-page.ts';
import { answersWith, duplicateOf, inexact, messagesUsed, outcomesOf } from './strictness.ts';

export interface RuleCase extends Situation {
  readonly name: string;
}
export interface GapCase extends RuleCase {
  /** Exactly the findings, in order: `path:line:column severity message`. */
  readonly findings: readonly string[];
}
export interface RuleCases {
  readonly pass: readonly RuleCase[];
  readonly gap: readonly GapCase[];
  /** The rule answers not-applicable at least once and finds nothing. Required when it can skip. */
  readonly skip?: readonly RuleCase[];
  /** The rule answers unknown at least once and finds nothing. Required when it can. */
  readonly unknown?: readonly RuleCase[];
  /** Rules that are asked as well, for a rule on what becomes of other rules' gaps. */
  readonly beside?: readonly Rule[];
}

const PASSES = { passes: true, errs: false, unknown: false };
/** Cases without findings, by the answer that they show. */
const SILENT = [
  ['skip', 'not-applicable'],
  ['unknown', 'unknown'],
] as const;

/**
 * Declares the tests of a rule: its cases, the examples of the `rule.md` beside the test, and the demands no case may
 * escape: no duplicates, every message produced, every gap located, an answer for every kind of answer the rule can give.
 * The page is the one the rule names, or `rule.md` beside the test.
 * @param testUrl `import.meta.url` of the test file.
 * @param using `describe` and `test` of a framework that does not offer them as globals.
 */
export function testRule(testUrl: string, rule: Rule, cases: RuleCases, using: Framework = framework): void {
  const { describe, test } = using;
  describe(rule.id, () => {
    const seen = new Map<string, string>();
    const used = new Set<string>();
    const ask = async (name: string, situation: Situation): Promise<Answered> => {
      const other = duplicateOf(situation, seen, name);
      if (other !== undefined) throw new Error(`case '${name}' repeats '${other}'`);
      const answered = await answer(rule, situation, cases.beside);
      for (const id of messagesUsed(rule, answered)) used.add(id);
      deepEqual(inexact(answered), [], 'a gap has no exact place');
      expectPure(rule, answered);
      return answered;
    };
    const page = async (): Promise<RulePage> =>
      readRulePage(await readFile(fileURLToPath(rule.page?.href ?? new URL('./rule.md', testUrl)), 'utf8'));

    for (const { name, ...situation } of cases.pass)
      test(`pass: ${name}`, async () => {
        const answered = await ask(name, situation);
        deepEqual(answered.findings, []);
        const kinds = new Set(outcomesOf(answered).map((result) => result.outcome));
        deepEqual({ passes: kinds.has('pass'), errs: kinds.has('error'), unknown: kinds.has('unknown') }, PASSES);
      });
    for (const { name, findings, ...situation } of cases.gap)
      test(`gap: ${name}`, async () => {
        deepEqual((await ask(name, situation)).findings, findings);
      });
    for (const [kind, outcome] of SILENT)
      for (const { name, ...situation } of cases[kind] ?? [])
        test(`${kind}: ${name}`, async () => {
          const answered = await ask(name, situation);
          deepEqual(answered.findings, []);
          const kinds = outcomesOf(answered).map((result) => result.outcome);
          ok(kinds.includes(outcome), `the rule never answers ${outcome}: ${kinds.join(', ') || 'nothing is asked'}`);
        });

    test('the page has its sections in order and its examples are true', async () => {
      const { sections, examples } = await page();
      deepEqual(sections, [...PAGE_SECTIONS]);
      for (const kind of ['gap', 'pass'])
        ok(
          examples.some((example) => example.kind === kind),
          `the page has no ${kind} example`,
        );
      for (const example of examples) {
        const answered = await ask(`rule.md, ${example.title}`, example);
        deepEqual(
          { example: example.title, findings: answered.findings },
          { example: example.title, findings: example.findings },
        );
        if (example.kind === 'pass')
          ok(
            outcomesOf(answered).some((result) => result.outcome === 'pass'),
            `${example.title}: nothing passes`,
          );
      }
    });
    test('no answer of the rule goes untested', () => {
      deepEqual(
        Object.keys(rule.messages).filter((id) => !used.has(id)),
        [],
        'messages that no case produces',
      );
      equal(answersWith(rule, 'skip') && !cases.skip?.length ? 'the rule can skip: add a skip case' : '', '');
      equal(answersWith(rule, 'unknown') && !cases.unknown?.length ? 'add an unknown case' : '', '');
    });
  });
}

/** A rule is a pure question: asked again of frozen facts, it answers the same. */
function expectPure(rule: Rule, { investigation, asked }: Answered): void {
  const { inventory, tree, profile, outcomes } = investigation;
  const again = run({ ...asked, inventory: freeze(inventory), tree, profile, rules: [rule] });
  deepEqual(again, outcomes, 'asked again the rule answers otherwise');
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}
