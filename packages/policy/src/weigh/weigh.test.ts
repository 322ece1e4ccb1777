import { describe, expect, test } from '@jest/globals';
import { parseYaml } from '@shipworthy/artifacts/yaml';
import type { FileFacts, Gap, Outcome, RuledOutcome, SuppressionFacts } from '@shipworthy/model';
import { all, defineRule, type Rule } from '@shipworthy/rule-kit';
import { loadConfig } from '../config/load.ts';
import { selectRules } from '../select-rules.ts';
import { plainMeta } from '../test-data/plain-meta.ts';
import { settledSubjects } from './settled.ts';
import { weigh } from './weigh.ts';

const TODAY = '2026-06-15';
const never: Rule['check'] = () => ({ outcome: 'not-applicable', why: '' });
const plain = defineRule({ ...plainMeta, id: 'demo/plain', check: never });
const dead = defineRule({ ...plainMeta, id: 'demo/dead', severity: 'error', check: never });
const strict = defineRule({ ...plainMeta, id: 'demo/strict', preset: 'strict', packs: ['scenario-x'], check: never });
const vital = defineRule({
  ...plainMeta,
  id: 'owner/there',
  presence: { asked: ['service'], vital: true },
  needs: { owners: all('ownership') },
  check: never,
});
const RULES = [plain, dead, strict, vital];

const gap = (path: string, extra: Partial<Gap> = {}): Gap => ({
  messageId: 'bad',
  message: 'bad.',
  at: { path, span: [10, 12] },
  related: [],
  ...extra,
});
const EVIDENCE = 'url: "https://wiki", owner: team-a, reviewed: 2026-01-01';

interface Situation {
  readonly config: string;
  readonly rule?: Rule;
  readonly result?: Outcome;
  readonly suppressions?: readonly SuppressionFacts[];
  readonly named?: boolean;
  /** The README begins with a notice that it is over. */
  readonly retired?: boolean;
}

const README: FileFacts = {
  path: 'README.md',
  pathClass: 'authored',
  artifacts: [
    {
      kind: 'readme',
      path: 'README.md',
      pathClass: 'authored',
      level: 'parsed',
      confidence: 0.9,
      why: [],
      id: 'README.md',
      facts: { folder: '', manualPage: false, retired: [0, 9] },
    },
  ],
  problems: [],
};

async function weighed({
  config: text,
  rule = plain,
  result,
  suppressions,
  named = false,
  retired = false,
}: Situation) {
  const config = await loadConfig({
    read: async (path) => (path === '.shipworthy.yaml' ? { text } : { absent: true }),
    rules: RULES,
    paths: ['a.yaml'],
    today: TODAY,
    parser: async () => parseYaml,
  });
  const outcome: RuledOutcome = {
    rule: rule.id,
    subject: { type: 'repository', id: '.', path: 'a.yaml' },
    result: result ?? { outcome: 'gap', gaps: [gap('a.yaml')] },
  };
  const file = { path: 'a.yaml', pathClass: 'authored', artifacts: [], problems: [] } as const;
  const files = [suppressions ? { ...file, suppressions } : file, ...(retired ? [README] : [])];
  const input = { config, preset: config.preset ?? 'recommended', named, rules: RULES, today: TODAY } as const;
  const { outcomes, accepted } = weigh({
    ...input,
    investigation: { inventory: { files, history: 'none' }, outcomes: [outcome] },
  });
  const settled = settledSubjects({
    config,
    files,
    outcomes,
    asked: selectRules(RULES, { preset: 'recommended', config }),
    isOff: () => false,
    known: RULES.map(({ id }) => id),
    accepted,
  });
  return { outcomes, settled };
}

/** `gap error, warning`, `exempt: why`, `declared`... one for each outcome. */
const said = ({ outcomes }: Awaited<ReturnType<typeof weighed>>, rule: Rule = plain): string[] =>
  outcomes.map(({ result }) =>
    result.outcome === 'gap'
      ? `gap ${result.gaps.map(({ severity }) => severity ?? rule.severity).join(', ')}`
      : result.outcome === 'exempt'
        ? `exempt: ${result.why}`
        : result.outcome,
  );

describe('severity', () => {
  test.each<[string, Omit<Situation, 'config'>, string]>([
    ['', {}, 'gap warning'],
    ['rules: {demo/plain: error}', {}, 'gap error'],
    ['rules: {demo/*: info}', {}, 'gap info'],
    ['rules: {demo/*: info, demo/plain: error}', {}, 'gap error'],
    ['rules: {demo/plain: off}', {}, 'not-applicable'],
    ['rules: {demo/plain: off}', { named: true }, 'gap warning'],
    ['rules: {demo/plain: off}\noverrides: [{files: a.yaml, rules: {demo/plain: info}}]', {}, 'gap info'],
    ['overrides: [{files: a.yaml, rules: {demo/plain: off}}]', {}, 'not-applicable'],
    ['overrides: [{files: b.yaml, rules: {demo/plain: off}}]', {}, 'gap warning'],
    ['overrides: [{files: a.yaml, rules: {demo/*: off}}, {files: "*.yaml", rules: {demo/*: error}}]', {}, 'gap error'],
    ['overrides: [{files: b.yaml, rules: {demo/strict: error}}]', { rule: strict }, 'not-applicable'],
    ['extends: scenario-x', { rule: strict }, 'gap warning'],
    ['criticality: experimental', {}, 'gap info'],
    ['criticality: experimental', { rule: dead }, 'gap error'],
    ['criticality: experimental\nrules: {demo/plain: warning}', {}, 'gap warning'],
    ['criticality: critical', {}, 'gap warning'],
    ['criticality: critical', { rule: vital }, 'gap error'],
    ['criticality: standard', { rule: vital }, 'gap warning'],
    ['', { retired: true }, 'gap info'],
    ['', { retired: true, rule: dead }, 'gap error'],
    ['criticality: standard', { retired: true }, 'gap warning'],
    [
      'criticality: critical',
      { rule: vital, result: { outcome: 'gap', gaps: [gap('a.yaml', { severity: 'info' })] } },
      'gap info',
    ],
  ])('%j %j', async (config, situation, expected) => {
    expect(said(await weighed({ config, ...situation }), situation.rule)).toEqual([expected]);
  });

  test('gaps of one subject in several files', async () => {
    const result: Outcome = { outcome: 'gap', gaps: [gap('a.yaml'), gap('b.yaml')] };
    const config = 'overrides: [{files: b.yaml, rules: {demo/plain: off}}]';
    expect(said(await weighed({ config, result }))).toEqual(['gap warning']);
  });
  test('a rule that broke stays broken', async () => {
    const result: Outcome = { outcome: 'error', why: 'oops' };
    expect(said(await weighed({ config: 'rules: {demo/plain: off}', result }))).toEqual(['error']);
  });
});

describe('evidence', () => {
  const of = (what: string, expires: string) => `evidence: [{${what}, ${EVIDENCE}, expires: ${expires}}]`;
  const unknown: Outcome = { outcome: 'unknown', why: 'a wiki' };
  const pass: Outcome = { outcome: 'pass', evidence: [] };

  test.each<[string, Omit<Situation, 'config'>, string]>([
    [of('rule: demo/plain', '2026-06-15'), {}, 'declared'],
    [of('rule: demo/plain', '2026-12-31'), { result: unknown }, 'declared'],
    [of('rule: demo/plain', '2026-12-31'), { result: pass }, 'pass'],
    [of('rule: demo/dead', '2026-12-31'), {}, 'gap warning'],
    [of('rule: demo/plain', '2026-06-14'), { result: unknown }, 'unknown'],
    [of('kind: ownership', '2026-12-31'), { rule: vital }, 'declared'],
    [of('kind: runbook', '2026-12-31'), { rule: vital }, 'gap warning'],
    [of('kind: ownership', '2026-12-31'), {}, 'gap warning'],
  ])('%s', async (config, situation, expected) => {
    expect(said(await weighed({ config, ...situation }))).toEqual([expected]);
  });

  test('past its day the gap is back and says so', async () => {
    const { outcomes } = await weighed({ config: of('rule: demo/plain', '2026-06-14') });
    const result = outcomes[0]?.result;
    expect(result?.outcome === 'gap' && result.gaps[0]?.message).toBe(
      'bad. The evidence declared for it (https://wiki) expired on 2026-06-14: look at it again.',
    );
  });
});

describe('exemptions and suppressions', () => {
  const of = (more: string) => `exemptions: [{rule: demo/plain, reason: legacy, owner: team-a, ${more}}]`;
  const comment = (extra: Partial<SuppressionFacts> = {}): SuppressionFacts => ({
    rules: ['demo/plain'],
    reason: 'shared',
    at: [0, 9],
    covers: [10, 20],
    ...extra,
  });
  const { reason: _, ...unexplained } = comment();

  test.each<[string, Omit<Situation, 'config'>, string[]]>([
    [of('expires: 2026-06-15'), {}, ['exempt: legacy']],
    [of('expires: 2026-06-14'), {}, ['gap warning']],
    [of('expires: 2026-12-31, paths: b'), {}, ['gap warning']],
    [of('expires: 2026-12-31, paths: "*.yaml"'), {}, ['exempt: legacy']],
    ['', { suppressions: [comment()] }, ['exempt: shared']],
    ['', { suppressions: [unexplained] }, ['gap warning']],
    ['', { suppressions: [comment({ rules: ['demo/dead'] })] }, ['gap warning']],
    ['', { suppressions: [comment({ covers: [20, 30] })] }, ['gap warning']],
    [of('expires: 2026-12-31'), { suppressions: [comment()] }, ['exempt: shared']],
  ])('%s %j', async (config, situation, expected) => {
    expect(said(await weighed({ config, ...situation }))).toEqual(expected);
  });

  test('some gaps of a subject: what is left is still a gap', async () => {
    const result: Outcome = {
      outcome: 'gap',
      gaps: [gap('a.yaml'), gap('a.yaml'), gap('a.yaml', { at: { path: 'a.yaml', span: [30, 31] } })],
    };
    const { outcomes } = await weighed({ config: '', result, suppressions: [comment()] });
    expect(outcomes.map(({ result: { outcome } }) => outcome)).toEqual(['gap', 'exempt']);
    expect(outcomes[1]?.result).toMatchObject({ by: 'suppression', gaps: [{ message: 'bad.' }, { message: 'bad.' }] });
  });

  test.each<[string, Omit<Situation, 'config'>, boolean, number]>([
    [of('expires: 2026-12-31'), {}, true, 1],
    [of('expires: 2026-12-31, paths: b'), {}, true, 0],
    [of('expires: 2026-12-31'), { result: { outcome: 'unknown', why: '' } }, false, 0],
    [`${of('expires: 2026-12-31')}\nrules: {demo/plain: off}`, { result: { outcome: 'pass', evidence: [] } }, false, 0],
  ])('what an exemption was needed for: %s', async (config, situation, asked, uses) => {
    const { settled } = await weighed({ config, ...situation });
    expect(settled.exemption).toMatchObject([{ asked, uses }]);
  });

  test('what a comment was needed for', async () => {
    const suppressions = [comment({ rules: ['demo/plain', 'demo/dead', 'demo/plan'] })];
    const { settled } = await weighed({ config: '', suppressions });
    expect(settled.suppression[0]?.named).toEqual([
      { rule: 'demo/plain', known: true, asked: true, uses: 1 },
      { rule: 'demo/dead', known: true, asked: true, uses: 0 },
      { rule: 'demo/plan', known: false, asked: false, uses: 0, nearest: 'demo/plain' },
    ]);
  });
});

describe('which rules are asked', () => {
  test.each([
    ['', ['demo/dead', 'demo/plain', 'owner/there']],
    ['rules: {demo/*: off}', ['owner/there']],
    ['rules: {demo/*: off, demo/plain: info}', ['demo/plain', 'owner/there']],
    ['extends: scenario-x', ['demo/dead', 'demo/plain', 'demo/strict', 'owner/there']],
    ['overrides: [{files: x, rules: {demo/strict: info}}]', ['demo/dead', 'demo/plain', 'demo/strict', 'owner/there']],
    ['rules: {demo/strict: {options: {}}}', ['demo/dead', 'demo/plain', 'owner/there']],
  ])('%s', async (text, ids) => {
    const config = await loadConfig({
      read: async (path) => (path === '.shipworthy.yaml' ? { text } : { absent: true }),
      rules: RULES,
      paths: [],
      today: TODAY,
      parser: async () => parseYaml,
    });
    expect(selectRules(RULES, { preset: 'recommended', config }).map(({ id }) => id)).toEqual(ids);
  });
});
