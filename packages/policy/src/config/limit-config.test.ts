import { describe, expect, test } from '@jest/globals';
import { type HouseLimits, LIMITED_KEYS, limitConfig } from './limit-config.ts';
import { load, RULES } from './test-data/load.ts';

const TODAY = '2026-11-22';
const LIMITS: HouseLimits = { free: [], exemptions: { never: [] } };

async function limited(text: string, house: Partial<HouseLimits>) {
  const config = await load({ '.shipworthy.yaml': text });
  return limitConfig(config, { ...LIMITS, ...house }, { rules: RULES, today: TODAY });
}

const exemption = (rule: string, expires: string): string =>
  `- {rule: ${rule}, paths: x/**, reason: later, owner: me, expires: ${expires}}\n`;

describe('a configuration within what its organisation allows', () => {
  test.each([
    ['a lower preset', 'extends: essential', { preset: 'recommended' }, { preset: 'recommended' }],
    ['a higher preset', 'extends: strict', { preset: 'recommended' }, { preset: 'strict' }],
    ['no preset of its own', '', { preset: 'strict' }, { preset: 'strict' }],
    ['no preset of the house', 'extends: essential', {}, { preset: 'essential' }],
    ['a lower preset, free', 'extends: essential', { preset: 'strict', free: ['preset'] }, { preset: 'essential' }],
    ['a lower criticality', 'criticality: experimental', { criticality: 'critical' }, { criticality: 'critical' }],
    ['a rule switched off', 'rules: {owner/declared: "off"}', {}, { rules: [] }],
    ['a rule made lighter', 'rules: {owner/declared: info}', {}, { rules: [] }],
    [
      'a rule made graver',
      'rules: {owner/declared: error}',
      {},
      { rules: [{ name: 'owner/declared', severity: 'error', options: {} }] },
    ],
    [
      'a rule switched off, free',
      'rules: {owner/declared: "off"}',
      { free: ['rules'] },
      { rules: [{ name: 'owner/declared', severity: 'off', options: {} }] },
    ],
    [
      'settings',
      'rules: {page/short: [warning, {limit: 99}]}',
      {},
      { rules: [{ name: 'page/short', severity: 'warning', options: {} }] },
    ],
    [
      'rules for some files',
      'overrides: [{files: x/**, rules: {owner/declared: info}}]',
      {},
      { overrides: [{ rules: [] }] },
    ],
    ['what it is', 'archetype: library', {}, { answers: { rubric: {} } }],
    ['its exemptions', `exemptions:\n${exemption('owner/declared', '2026-12-01')}`, {}, { exemptions: [] }],
  ] satisfies [string, string, Partial<HouseLimits>, object][])('%s', async (_, text, house, wanted) => {
    expect((await limited(text, house)).config).toMatchObject(wanted);
  });

  test.each([
    ['extends: essential', 'its preset essential does not count: strict holds'],
    ['criticality: experimental', 'its criticality experimental does not count: critical holds'],
    ['rules: {owner/declared: "off"}', 'owner/declared: off in its rules does not count'],
    ['rules: {page/short: [warning, {limit: 99}]}', 'settings of page/short in its rules do not count'],
    [
      'overrides: [{files: x/**, rules: {owner/declared: info}}]',
      'owner/declared: info in its overrides does not count',
    ],
    ['ignore: docs/**', 'its ignore does not count'],
    ['pathClasses: {x/**: generated}', 'its pathClasses does not count'],
    ['archetype: library', 'its archetype does not count'],
    [
      'evidence: [{rule: owner/declared, url: "https://a.example/b", owner: me, reviewed: 2026-01-01, expires: 2027-01-01}]',
      'its evidence does not count',
    ],
  ])('what does not count is said, and nothing is where it is free: %s', async (text, said) => {
    const house = { preset: 'strict', criticality: 'critical' } as const;
    expect((await limited(text, house)).refused).toEqual([said]);
    expect((await limited(text, { ...house, free: LIMITED_KEYS })).refused).toEqual([]);
  });

  test('files that are ignored are looked at, unless that is free', async () => {
    const ignores = async (free: HouseLimits['free']) =>
      (await limited('ignore: docs/**', { free })).config.choices.ignores('docs/a.md');
    expect([await ignores([]), await ignores(['ignore'])]).toEqual([false, true]);
  });

  test.each([
    ['days', { days: 30, never: [] }, ['owner/declared 2026-12-22'], 'the longest are 30 days'],
    [
      'number',
      { most: 1, never: [] },
      ['owner/declared 2026-12-22'],
      '2 of its exemptions do not count: 1 are allowed',
    ],
    ['rule', { never: ['owner/*'] }, ['alert/has-runbook 2026-12-23'], 'owner/declared cannot be exempted'],
  ])('caps on exemptions: %s', async (_, caps, counting, said) => {
    const { config, refused } = await limited(
      `exemptions:\n${exemption('owner/declared', '2026-12-22')}${exemption('alert/has-runbook', '2026-12-23')}${exemption("'*'", '2026-12-24')}`,
      { free: ['exemptions'], exemptions: caps },
    );
    expect(config.exemptions.map(({ rule, expires }) => `${rule} ${expires}`)).toEqual(counting);
    expect(refused.join('\n')).toContain(said);
  });
});
