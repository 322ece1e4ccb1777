import type { Severity, Stage } from '@shipworthy/model';

export const TEAMS = ['payments', 'checkout', 'platform', 'data-eng', 'mobile', 'identity', 'search', 'edge'] as const;

const PARTS = ['checkout', 'billing', 'ledger', 'search', 'identity', 'catalog', 'pricing', 'orders', 'invoices'];
const FORMS = ['api', 'web', 'worker', 'Client', 'infra', 'jobs', 'docs.site'];
export const NAMES: readonly string[] = PARTS.flatMap((part) => FORMS.map((form) => `${part}-${form}`));

interface SampleRule {
  readonly id: string;
  readonly title: string;
  readonly stage: Stage;
  readonly severity: Severity;
  readonly absent?: true;
  /** Messages, each with the path it is said at. */
  readonly says: readonly (readonly [string, string])[];
}

const rule = (
  id: string,
  stage: Stage,
  severity: Severity,
  title: string,
  says: SampleRule['says'],
  absent?: true,
): SampleRule => ({ id, title, stage, severity, says, ...(absent ? { absent } : {}) });

export const RULES: readonly SampleRule[] = [
  rule(
    'requirements/present',
    'discovery',
    'warning',
    'What is to be built is written down',
    [['Nothing says what this is for and for whom. Write docs/requirements.md.', 'docs/requirements.md']],
    true,
  ),
  rule('decision/fallback', 'design', 'warning', 'A decision says what to do when it turns out wrong', [
    ['The decision to use Kafka names no way back. Add a section on it.', 'docs/adr/0007-use-kafka.md'],
    ['The decision to split the ledger names no way back.', 'docs/adr/0012-split-the-ledger.md'],
  ]),
  rule('contract/versioned', 'design', 'error', 'A contract and its version agree', [
    ['`info.version` is 2.1.0, and the path says /v1/. One of the two is wrong.', 'api/openapi.yaml'],
  ]),
  rule(
    'threat-model/present',
    'design',
    'info',
    'What could go wrong on purpose is thought through',
    [['The service takes payments and has no threat model.', 'docs/threat-model.md']],
    true,
  ),
  rule(
    'dependency/locked',
    'build',
    'warning',
    'Dependencies are locked',
    [['package.json has no lock file beside it.', 'package-lock.json']],
    true,
  ),
  rule('secrets/not-committed', 'build', 'error', 'No secret is committed', [
    ['A private key stands in the repository. Take it out and replace it where it is used.', 'deploy/tls/server.key'],
    ['`STRIPE_SECRET` has a value that looks real.', '.env.production'],
  ]),
  rule('test/critical-covered', 'test', 'warning', 'What must not break is tested', [
    ['`refund` is changed by 14 commits and no test names it.', 'src/refunds/refund.ts'],
  ]),
  rule('test/skipped', 'test', 'info', 'Skipped tests say why', [
    ['3 tests are skipped without a reason.', 'test/ledger.spec.ts'],
  ]),
  rule('rollback/present', 'deploy', 'error', 'There is a way back', [
    [
      'The deployment of `production` says nothing about going back. Add a job or a page.',
      '.github/workflows/deploy.yml',
    ],
  ]),
  rule('deploy/gated-by-tests', 'deploy', 'error', 'Nothing is deployed that was not tested', [
    ['The job `ship` needs no job that runs tests.', '.github/workflows/release.yml'],
  ]),
  rule('migration/reversible', 'deploy', 'warning', 'A migration can be undone', [
    ['The migration drops `orders.legacy_id` and its `down` is empty.', 'db/migrate/20261103_drop_legacy.sql'],
  ]),
  rule('alert/has-runbook', 'operate', 'warning', 'Every alert says what to do', [
    ['`CheckoutErrorRateHigh` pages and names no runbook. Add a `runbook_url`.', 'monitoring/alerts/checkout.yaml'],
    ['2 alerts of this file name no runbook, LedgerLag among them.', 'monitoring/alerts/ledger.yaml'],
  ]),
  rule(
    'slo/defined',
    'operate',
    'info',
    'It is said how good is good enough',
    [['Nothing says how available the service has to be.', 'docs/slo.md']],
    true,
  ),
  rule('postmortem/actions-tracked', 'improve', 'warning', 'Actions of postmortems are followed', [
    ['2 of 5 actions have neither an owner nor a link.', 'docs/postmortems/2026-09-14-checkout.md'],
  ]),
  rule('docs/references-resolve', 'improve', 'info', 'What the documentation points at exists', [
    ['`docs/deploy.md` is linked and does not exist.', 'README.md'],
  ]),
];
