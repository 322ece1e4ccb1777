import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { buildIfStale, shipworthy } from './run-built.ts';

jest.setTimeout(60_000);

const FIXTURES = fileURLToPath(new URL('../../../../fixtures/repositories/', import.meta.url));
const DAY = { SHIPWORTHY_TODAY: '2026-04-01' };

/**
 * What the article says is missing of each of its examples, and the rule whose finding on the bare program says so.
 * `later` names the rule that will say it: such a rule must not exist yet, so that its arrival is noticed here.
 */
type Missing = readonly [point: string, rule: string] | readonly [point: string, later: { readonly later: string }];
const later = (rule: string) => ({ later: rule });

const EVERY_PROGRAM: readonly Missing[] = [
  ['who is the user, what does done look like', 'requirements/present'],
  ['decisions exist, but they are implicit', 'decision/log-present'],
  ['where does state live, what is the failure mode', 'architecture/present'],
  ['assign clear ownership', 'owner/declared'],
  ['a small README that explains what can go wrong', 'readme/what-can-go-wrong'],
  ['unit tests for logic', 'test/present'],
  ['a minimal CI workflow', 'pipeline/present'],
  ['a dependency update routine', 'dependency/updates-automated'],
];

const PROGRAMS: Readonly<Record<string, readonly Missing[]>> = {
  'status-endpoint': [
    ['how is it authenticated?', 'contract/auth-defined'],
    ['what is the schema and versioning plan?', 'contract/versioned'],
    ['what is the failure response?', 'contract/errors-defined'],
    ['how will we test it: tests that lock the contract', 'contract/tested'],
    ['how will we deploy it: a release pipeline step', 'pipeline/present'],
    ['a health endpoint distinct from status', later('health/endpoint-present')],
    ['structured logging (request id, latency)', later('logging/structured')],
    ['a small README that explains how to run it', 'readme/how-to-run'],
    ['latency budgets per endpoint class', 'performance/budget-declared'],
    ['alerts that page the right person: nobody is on call', 'oncall/documented'],
  ],
  'latency-report': [
    ['packaging: how is it run by somebody else?', 'readme/how-to-run'],
    ['input validation', later('report/input-validated')],
    ['scheduled execution', later('report/owner-and-freshness')],
    ['access control', later('report/access-controlled')],
    ['audit logs', later('report/audit-logged')],
    ['what happens when the CSV format changes?', later('report/format-drift-detected')],
    ['executives rely on it: who is called when it is not there?', 'oncall/documented'],
  ],
  'daily-email': [
    ['where does the data come from?', later('email/source-declared')],
    ['who receives it, and can they unsubscribe?', later('email/unsubscribe')],
    ['how do you avoid sending duplicates?', later('email/send-once')],
    ['what happens on partial failure?', later('email/partial-failure')],
    ['how do you store delivery status?', later('email/delivery-status')],
    ['how do you secure credentials and rotate them?', later('email/credentials-rotated')],
    ['on-call handling', 'oncall/documented'],
    ['background jobs can tolerate seconds or minutes: which?', 'performance/budget-declared'],
  ],
  login: [
    ['do you support SSO?', later('login/sso-decided')],
    ['do you need MFA or passkeys?', later('login/second-factor')],
    ['how do you handle account recovery safely?', later('login/recovery-safe')],
    ['what is your rate-limit strategy for brute force?', later('login/brute-force-limited')],
    ['how do you log auth events without leaking secrets?', later('login/events-logged-safely')],
    ['what does a caller get when it is refused?', 'contract/errors-defined'],
    ['a vulnerability in it is reported, to whom?', 'security-policy/actionable'],
    ['on-call handling', 'oncall/documented'],
  ],
  'mobile-app': [
    ['offline mode and sync conflict rules', later('mobile/offline-sync-rules')],
    ['crash reporting', later('mobile/crash-reporting')],
    ['version rollout', later('mobile/staged-rollout')],
    ['backward compatibility with older systems', later('mobile/min-version-policy')],
    ['accessibility and localization', later('ux/accessible-and-localised')],
    ['store release, review cycles, incident response', later('mobile/store-release-runbook')],
  ],
};

beforeAll(buildIfStale);

async function findings(name: string): Promise<{ readonly rule: string }[]> {
  const run = ['lint', join(FIXTURES, name, 'repository'), '--preset', 'strict', '--format', 'json'];
  return JSON.parse((await shipworthy(run, DAY)).out).findings;
}

describe.each(Object.entries(PROGRAMS))('%s', (name, missing) => {
  test('the bare program shows what the article says is missing', async () => {
    const found = new Set((await findings(`${name}-program`)).map(({ rule }) => rule));
    const all = [...EVERY_PROGRAM, ...missing];
    expect(all.filter(([, rule]) => typeof rule === 'string' && !found.has(rule))).toEqual([]);
  });
  test('the dependable product is clean', async () => {
    expect(await findings(`${name}-product`)).toEqual([]);
  });
});

test('what is said to come later does not exist yet', async () => {
  const { rules } = JSON.parse((await shipworthy(['rules', '--format', 'json'], {})).out);
  const known = new Set(rules.map(({ id }: { readonly id: string }) => id));
  const late = [EVERY_PROGRAM, ...Object.values(PROGRAMS)]
    .flat()
    .flatMap(([, rule]) => (typeof rule === 'string' ? [] : [rule.later]));
  expect(late.filter((id) => known.has(id))).toEqual([]);
});
