import { describe, expect, test } from '@jest/globals';
import type { RuledOutcome } from '@shipworthy/model';
import { defineRule, type Rule } from '@shipworthy/rule-kit';
import { memorySource } from '@shipworthy/sources';
import { investigate } from './investigate.ts';

const rule = defineRule({
  id: 'acme/repository/holds',
  title: 'Something holds',
  stages: ['operate'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'high',
  preset: 'strict',
  subject: 'repository',
  messages: {},
  check: (_, { skip }) => skip('fine'),
});

/** Rules as JavaScript hands them over, whatever their types would say. */
const like = (change: Record<string, unknown>): Rule => Object.assign({ ...rule }, change);

type Tools = Record<'skip' | 'pass' | 'gap' | 'gaps' | 'fault', (...values: unknown[]) => unknown>;

async function outcomesOf(...rules: Rule[]): Promise<readonly RuledOutcome['result'][]> {
  const { outcomes } = await investigate({
    source: memorySource({ 'a.txt': '' }),
    rules,
    profile: (_inventory, _tree) => ({ archetypes: [], components: [] }) as never,
  });
  return outcomes.map(({ result }) => result);
}

describe('a rule that no compiler checked is an error, and the run goes on', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['a subject there is not', { subject: 'alarm' }, "there is no subject 'alarm'"],
    ['a subject that every object has', { subject: 'constructor' }, "there is no subject 'constructor'"],
    ['an answer that is waited for', { check: async () => ({ outcome: 'pass', evidence: [] }) }, 'it gave no answer'],
    ['nothing', { check: () => undefined }, 'it gave no answer'],
    ['another word', { check: () => ({ outcome: 'fine' }) }, 'it gave no answer'],
    ['no reason', { check: (_: unknown, { skip }: Tools) => skip() }, 'not-applicable and did not say why'],
    ['no place', { check: (_: unknown, { pass }: Tools) => pass([undefined]) }, 'a place that is none'],
    ['half a place', { messages: { m: 'm' }, check: (_: unknown, { gap }: Tools) => gap('m', { path: 1 }) }, 'is none'],
    ['no span', { check: (_: unknown, { pass }: Tools) => pass({ path: '', span: 3 }) }, 'a place that is none'],
    [
      'a severity there is not',
      {
        messages: { m: 'm' },
        check: (_: unknown, { gaps, fault }: Tools) => gaps([fault('m', { path: '' }, {}, { severity: 'fatal' })]),
      },
      "there is no severity 'fatal'",
    ],
    ['a message there is not', { check: (_: unknown, { gap }: Tools) => gap('m', { path: '' }) }, "no message 'm'"],
    ['an input there is not', { needs: { x: { need: 'link', relation: 'a -> b' } } }, ''],
    ['an input of no kind', { needs: { x: { need: 'weather' } } }, ''],
    ['an error', { check: () => Reflect.apply(Map.prototype.get, undefined, []) }, 'called on incompatible receiver'],
  ])('%s', async (_name, change, why) => {
    expect(await outcomesOf(like(change), rule)).toEqual([
      { outcome: 'error', why: expect.stringContaining(why) },
      { outcome: 'not-applicable', why: 'fine' },
    ]);
  });
});
