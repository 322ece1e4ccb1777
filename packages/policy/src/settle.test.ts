import { describe, expect, test } from '@jest/globals';
import { type Gap, type Investigation, profileWith, type RuledOutcome, type RuleMeta } from '@shipworthy/model';
import { selectRules, settle, UnknownRuleError } from './index.ts';

const rule: RuleMeta = {
  id: 'demo/holds',
  title: 'Something holds',
  stages: ['operate', 'improve'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'high',
  preset: 'recommended',
};
const gap = (path: string, start: number, extra: Partial<Gap> = {}): Gap => ({
  messageId: 'bad',
  message: `bad at ${start}`,
  at: { path, span: [start, start + 2] },
  related: [],
  ...extra,
});
const outcome = (id: string, ...gaps: Gap[]): RuledOutcome => ({
  rule: rule.id,
  subject: { type: 'alert', id, path: gaps[0]?.at.path ?? 'a' },
  result: gaps.length > 0 ? { outcome: 'gap', gaps } : { outcome: 'pass', evidence: [{ path: 'a', span: [0, 1] }] },
});
const audit = (outcomes: RuledOutcome[], text = 'one\ntwo\nthree\n') =>
  settle({
    investigation: {
      inventory: { files: [], history: 'full' },
      tree: {
        paths: ['a'],
        hasFile: () => true,
        hasFolder: () => true,
        ignoringCase: () => undefined,
        ignores: () => false,
      },
      profile: profileWith([]),
      rules: [rule],
      outcomes,
    } satisfies Investigation,
    tool: { name: 'test', version: '0' },
    target: 'here',
    preset: 'recommended',
    locateEvidence: true,
    readTexts: async (paths) => new Map(paths.map((path) => [path, text])),
  });

describe('settle', () => {
  test('offsets become lines, columns and an excerpt', async () => {
    const { findings } = await audit([outcome('x', gap('a', 5))]);
    expect(findings[0]).toMatchObject({
      location: { path: 'a', line: 2, column: 2, endLine: 2, endColumn: 4 },
      excerpt: 'two',
      severity: 'warning',
      count: 1,
    });
  });
  test('a line break of Windows is not part of the excerpt', async () => {
    const { findings } = await audit([outcome('x', gap('a', 6))], 'one\r\ntwo\r\n');
    expect(findings[0]).toMatchObject({ location: { line: 2, column: 2 }, excerpt: 'two' });
  });
  test('gaps of one cause at one place count, and show the place once', async () => {
    const same = { cause: 'block', joined: '{count} are bad' };
    const { findings } = await audit([
      outcome('x', gap('a', 0, same)),
      outcome('y', gap('a', 0, same)),
      outcome('z', gap('a', 4, same)),
      outcome('w', gap('a', 4, same)),
    ]);
    expect(findings.map(({ count, related }) => [count, related.map((r) => r.location.line)])).toEqual([[4, [2]]]);
  });
  test('gaps of one cause are one finding with a count and the other places', async () => {
    const same = { cause: 'file b', joined: '{count} are bad' };
    const { findings } = await audit([
      outcome('x', gap('a', 0, same)),
      outcome('y', gap('a', 4, same)),
      outcome('z', gap('a', 8)),
    ]);
    expect(
      findings.map(({ message, count, related }) => [message, count, related.map((r) => r.location.line)]),
    ).toEqual([
      ['2 are bad', 2, [2]],
      ['bad at 8', 1, []],
    ]);
  });
  test('a joined finding keeps the place of each of its many gaps', async () => {
    const lines = Array.from({ length: 60 }, () => 'x\n');
    const many = lines.map((_, index) => outcome(`s${index}`, gap('a', index * 2, { cause: 'c', joined: '{count}' })));
    const { findings } = await audit(many, lines.join(''));
    expect(findings.map(({ count, related }) => [count, related.length])).toEqual([[60, 59]]);
  });
  test('the fingerprint knows rule, subject and discriminator, not the place or the words', async () => {
    const print = async (...gaps: Gap[]) => (await audit([outcome('x', ...gaps)])).findings.map((f) => f.fingerprint);
    const [first] = await print(gap('a', 0));
    expect(await print(gap('a', 8, { message: 'other words' }))).toEqual([first]);
    expect(await print(gap('a', 0, { discriminator: 'second' }))).not.toEqual([first]);
    expect((await audit([outcome('y', gap('a', 0))])).findings[0]?.fingerprint).not.toBe(first);
    expect(first).toMatch(/^[0-9a-f]{20}$/);
  });
  test('an absent file keeps the place where it is expected', async () => {
    const { findings } = await audit([outcome('x', gap('docs/x.md', 0, { at: { path: 'docs/x.md', absent: true } }))]);
    expect(findings[0]?.location).toEqual({ path: 'docs/x.md', absent: true });
  });
  test('a rule is met when nothing contradicts it, in each of its stages', async () => {
    expect((await audit([outcome('x')])).summary).toEqual({
      stages: { operate: { met: 1, applicable: 1 }, improve: { met: 1, applicable: 1 } },
      qualities: { reliability: { met: 1, applicable: 1 } },
    });
    expect((await audit([outcome('x'), outcome('y', gap('a', 0))])).summary.stages).toEqual({
      operate: { met: 0, applicable: 1 },
      improve: { met: 0, applicable: 1 },
    });
  });
  test('unknown and not-applicable answers count neither way', async () => {
    const unknown: RuledOutcome = {
      rule: rule.id,
      subject: { type: 'alert', id: 'x', path: 'a' },
      result: { outcome: 'unknown', why: 'a wiki' },
    };
    expect((await audit([unknown])).summary).toEqual({ stages: {}, qualities: {} });
  });
});

describe('selectRules', () => {
  const all = (['essential', 'recommended', 'strict'] as const).map((preset) => ({
    ...rule,
    id: `demo/${preset}`,
    preset,
    subject: 'repository' as const,
    needs: {},
    messages: {},
    api: 1,
    check: () => ({ outcome: 'not-applicable', why: '' }) as const,
  }));
  const ids = (selection: Parameters<typeof selectRules>[1]) => selectRules(all, selection).map((r) => r.id);

  test('each preset holds those before it', () => {
    expect(ids({ preset: 'essential' })).toEqual(['demo/essential']);
    expect(ids({ preset: 'strict' })).toEqual(['demo/essential', 'demo/recommended', 'demo/strict']);
  });
  test('named rules run whatever the preset', () => {
    expect(ids({ preset: 'essential', only: ['demo/strict'] })).toEqual(['demo/strict']);
    expect(ids({ preset: 'essential', only: ['demo/*'] })).toHaveLength(3);
  });
  test('only rules that serve the stage', () => {
    expect(ids({ preset: 'strict', stage: 'improve' })).toHaveLength(3);
    expect(ids({ preset: 'strict', stage: 'deploy' })).toEqual([]);
  });
  test('a name that no rule answers to is refused', () => {
    expect(() => ids({ preset: 'strict', only: ['demo/nothing'] })).toThrow(UnknownRuleError);
  });
});
