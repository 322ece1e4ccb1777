import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { run } from '@shipworthy/engine';
import { DEFAULT_VOCABULARY } from '@shipworthy/model';
import type { Rule } from '@shipworthy/rule-kit';
import { type Answered, answer, type Files } from './audit-files.ts';
import { PAGE_SECTIONS, type RulePage, readRulePage } from './rule-page.ts';
import { answersWith, duplicateOf, inexact, messagesUsed, outcomesOf } from './strictness.ts';

export interface RuleCase {
  readonly name: string;
  readonly files: Files;
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
}

/**
 * Declares the tests of a rule: its cases, the examples of the `rule.md` beside the test, and the demands no case may
 * escape: no duplicates, every message produced, every gap located, an answer for every kind of answer the rule can give.
 * @param testUrl `import.meta.url` of the test file.
 */
export function testRule(testUrl: string, rule: Rule, cases: RuleCases): void {
  describe(rule.id, () => {
    const seen = new Map<string, string>();
    const used = new Set<string>();
    const ask = async (name: string, files: Files): Promise<Answered> => {
      const other = duplicateOf(files, seen, name);
      if (other !== undefined) throw new Error(`case '${name}' repeats '${other}'`);
      const answered = await answer(rule, files);
      for (const id of messagesUsed(rule, answered)) used.add(id);
      expect(inexact(answered)).toEqual([]);
      expectPure(rule, answered);
      return answered;
    };
    const page = async (): Promise<RulePage> =>
      readRulePage(await readFile(fileURLToPath(new URL('./rule.md', testUrl)), 'utf8'));

    test.each(cases.pass.map((c) => [c.name, c] as const))('pass: %s', async (name, { files }) => {
      const answered = await ask(name, files);
      expect(answered.findings).toEqual([]);
      const kinds = new Set(outcomesOf(answered).map((result) => result.outcome));
      expect([...kinds]).toContain('pass');
      expect(kinds.has('error') || kinds.has('unknown')).toBe(false);
    });
    test.each(cases.gap.map((c) => [c.name, c] as const))('gap: %s', async (name, { files, findings }) => {
      expect((await ask(name, files)).findings).toEqual(findings);
    });
    if (cases.skip?.length)
      test.each(cases.skip.map((c) => [c.name, c] as const))('skip: %s', async (name, { files }) => {
        const answered = await ask(name, files);
        expect(answered.findings).toEqual([]);
        expect(outcomesOf(answered).map((result) => result.outcome)).toContain('not-applicable');
      });
    if (cases.unknown?.length)
      test.each(cases.unknown.map((c) => [c.name, c] as const))('unknown: %s', async (name, { files }) => {
        const answered = await ask(name, files);
        expect(answered.findings).toEqual([]);
        expect(outcomesOf(answered).map((result) => result.outcome)).toContain('unknown');
      });

    test('the page has its sections in order and its examples are true', async () => {
      const { sections, examples } = await page();
      expect(sections).toEqual([...PAGE_SECTIONS]);
      expect(examples.map((example) => example.kind)).toEqual(expect.arrayContaining(['gap', 'pass']));
      for (const example of examples) {
        const answered = await ask(`rule.md, ${example.title}`, example.files);
        expect({ example: example.title, findings: answered.findings }).toEqual({
          example: example.title,
          findings: example.findings,
        });
        if (example.kind === 'pass') expect(outcomesOf(answered).map((r) => r.outcome)).toContain('pass');
      }
    });
    test('no answer of the rule goes untested', () => {
      expect(Object.keys(rule.messages).filter((id) => !used.has(id))).toEqual([]);
      expect(answersWith(rule, 'skip') && !cases.skip?.length ? 'the rule can skip: add a skip case' : '').toBe('');
      expect(answersWith(rule, 'unknown') && !cases.unknown?.length ? 'add an unknown case' : '').toBe('');
    });
  });
}

/** A rule is a pure question: asked again of frozen facts, it answers the same. */
function expectPure(rule: Rule, { investigation }: Answered): void {
  const { inventory, tree, profile, outcomes } = investigation;
  const again = run({ inventory: freeze(inventory), tree, profile, rules: [rule], vocabulary: DEFAULT_VOCABULARY });
  expect(again).toEqual(outcomes);
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}
