import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const ALERTS = 'alerts/shop.yaml';
const alert = (name: string, metric: string): string =>
  `      - alert: ${name}\n        expr: ${metric} > 5\n        labels:\n          severity: critical\n`;
const alerts = (...of: readonly string[]): string => `groups:\n  - name: shop\n    rules:\n${of.join('')}`;
const DOWN = alert('ShopDown', 'shop_down_total');
const SLOW = alert('ShopSlow', 'shop_seconds');
const nobodyHears = 'What it told people, nobody hears any more. If that is meant, say why in the pull request.';

const CI = '.github/workflows/ci.yml';
const ci = (steps: readonly string[], more = ''): string =>
  `name: CI\non: [pull_request]\n${more}jobs:\n  test:\n    runs-on: ubuntu-latest\n    timeout-minutes: 10\n    steps:\n${steps.map((step) => `      - run: ${step}\n`).join('')}`;
const PYTEST = 'pytest';
const RUFF = 'ruff check .';
const usersCatch = 'What it caught is caught by users from now on. Put it back, or say why in the pull request.';

const DEPLOY = '.github/workflows/deploy.yml';
const deploy = (more: string): string =>
  `name: Deploy\non:\n  push:\n    branches: [main]\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n${more}    steps:\n      - run: kubectl apply -f k8s/\n`;

const K8S = 'k8s/shop.yaml';
const workload = (probe: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: shop\nspec:\n  template:\n    spec:\n      containers:\n        - name: shop\n          image: shop:1.0.0\n${probe}`;
const PROBE = '          readinessProbe:\n            httpGet:\n              path: /ready\n              port: 8080\n';

const RUNBOOK = 'docs/runbooks/ShopDown.md';
const runbook =
  '# ShopDown\n\n## Meaning\n\nThe shop is down.\n\n## Diagnosis\n\nLook at the pods: `kubectl get pods`.\n\n## Mitigation\n\nRestart it: `kubectl rollout restart deploy/shop`.\n';

const SLO = 'slo/shop.yaml';
const slo = (...names: readonly string[]): string =>
  `version: prometheus/v1\nservice: shop\nslos:\n${names.map((name) => `  - name: ${name}\n    objective: 99.9\n    sli:\n      events:\n        error_query: sum(rate(errors{name="${name}"}[{{.window}}]))\n        total_query: sum(rate(total[{{.window}}]))\n    alerting:\n      page_alert:\n        disable: true\n      ticket_alert:\n        disable: true\n`).join('')}`;

const OWNERS = '.github/CODEOWNERS';
const billing = { 'billing/a.ts': 'export {};\n', 'billing/b.ts': 'export {};\n' };
const edited = (path: string, before: string, after: string) => ({
  files: { [path]: after },
  base: { [path]: before },
});
const without = (path: string, before: string, rest: Readonly<Record<string, string>>) => ({
  files: rest,
  base: { [path]: before },
});
const code = { 'src/refunds.ts': 'export const refund = () => 1;\n' };
const TEST = "import { refund } from './refunds';\ntest('refunds', () => expect(refund()).toBe(1));\n";

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'an alert, with a word',
      ...edited(ALERTS, alerts(DOWN, SLOW), alerts(DOWN)),
      commits: ['Remove the ShopSlow alert: it fired at every backup'],
    },
    {
      name: 'alerts, commented out with a word',
      ...edited(ALERTS, alerts(DOWN, SLOW), alerts(DOWN)),
      commits: ['Comment out some overly chatty alerts'],
    },
    {
      name: 'linting, with its name in two words',
      ...edited(CI, ci([PYTEST, RUFF]), ci([PYTEST])),
      commits: ['Deleted ru ff'],
    },
    {
      name: 'tests, with a word',
      ...without('src/refunds.test.ts', TEST, code),
      body: 'The refund tests move to the contract suite of the gateway.\n',
    },
  ],
  gap: [
    {
      name: 'an alert',
      ...edited(ALERTS, alerts(DOWN, SLOW), alerts(DOWN)),
      commits: ['Tidy up'],
      findings: [`${ALERTS} (absent) warning This change takes an alert away: ShopSlow. ${nobodyHears}`],
    },
    {
      name: 'many alerts are one finding',
      ...without(ALERTS, alerts(DOWN, SLOW, alert('ShopFull', 'shop_disk'), alert('ShopOld', 'shop_age')), {
        'README.md': '# Shop\n',
      }),
      findings: [
        `${ALERTS} (absent) warning This change takes 4 alerts away: ShopDown, ShopSlow, ShopFull and 1 more. ${nobodyHears}`,
      ],
    },
    {
      name: 'an objective',
      ...edited(SLO, slo('available', 'fast'), slo('available')),
      findings: [
        `${SLO} (absent) warning This change takes an objective away: fast. Nobody notices any more when the promise is broken. If that is meant, say why in the pull request.`,
      ],
    },
    {
      name: 'a runbook whose alert stays',
      files: { [ALERTS]: alerts(DOWN) },
      base: { [RUNBOOK]: runbook },
      findings: [
        `${RUNBOOK} (absent) warning This change takes a runbook away: ShopDown. Whoever is called next time starts from nothing. If that is meant, say why in the pull request, or what is read instead.`,
      ],
    },
    {
      name: 'tests of code that stays',
      ...without('src/refunds.test.ts', TEST, code),
      findings: [
        'src/refunds.test.ts (absent) warning This change takes a file of tests away, and the code stays as it is: src/refunds.test.ts. The next mistake there meets nothing. Put something in its place, or say why in the pull request.',
      ],
    },
    {
      name: 'linting that nothing does any more',
      ...edited(CI, ci([PYTEST, RUFF]), ci([PYTEST])),
      findings: [
        `${CI} (absent) warning Since this change nothing stops a pull request by linting (ruff). ${usersCatch}`,
      ],
    },
    {
      name: 'tests that run only after the merge',
      ...edited(
        CI,
        ci([PYTEST]),
        ci([PYTEST]).replace('[pull_request]', '\n  push:\n    branches: [main]').replace('on: \n', 'on:\n'),
      ),
      findings: [`${CI}:10:14 warning Since this change nothing stops a pull request by tests (pytest). ${usersCatch}`],
    },
    {
      name: 'a check whose failure fails nothing',
      ...edited(CI, ci([RUFF]), ci([`${RUFF} || true`])),
      findings: [
        `${CI}:8:14 warning Since this change a pull request passes whatever comes of linting (ruff): a failure fails nothing. A check that nobody has to heed is not heeded. Let it fail, or say in the pull request until when it may not.`,
      ],
    },
    {
      name: 'an environment that waited for a person',
      ...edited(DEPLOY, deploy('    environment: production\n'), deploy('')),
      findings: [
        `${DEPLOY}:6:3 warning Since this change deploy deploys without the environment or the person that it waited for. Whoever pushes, releases. Put it back, or say why in the pull request.`,
      ],
    },
    {
      name: 'a token that was bounded',
      ...edited(CI, ci([PYTEST], 'permissions:\n  contents: read\n'), ci([PYTEST])),
      findings: [
        `${CI}:4:3 warning Since this change the jobs of ${CI} get a token that may do more than they were allowed. Say what each job needs, or why it needs all of it.`,
      ],
    },
    {
      name: 'a token that may do everything',
      ...edited(CI, ci([PYTEST], 'permissions:\n  contents: read\n'), ci([PYTEST], 'permissions: write-all\n')),
      findings: [
        `${CI}:3:1 warning Since this change the jobs of ${CI} get a token that may do more than they were allowed. Say what each job needs, or why it needs all of it.`,
      ],
    },
    {
      name: 'a probe',
      ...edited(K8S, workload(PROBE), workload('')),
      findings: [
        `${K8S}:9:11 warning This change takes a probe away: readiness probe of shop. Traffic goes to a program that cannot answer, or a hung one stays. Put it back, or say why in the pull request.`,
      ],
    },
    {
      name: 'a line of CODEOWNERS',
      files: { ...billing, [OWNERS]: '/web/ @acme/web\n' },
      base: { [OWNERS]: '/web/ @acme/web\n/billing/ @acme/billing\n' },
      findings: [
        `${OWNERS} (absent) warning Since this change nobody owns billing/a.ts and 1 more: the line that named @acme/billing is gone from CODEOWNERS. Changes there ask nobody. Name an owner, or say why in the pull request.`,
      ],
    },
    {
      name: 'a bound on time',
      ...edited(CI, ci([PYTEST]), ci([PYTEST]).replace('    timeout-minutes: 10\n', '')),
      findings: [
        `${CI}:4:3 info test had a bound on its time and has none: a hung run holds its runner for hours. Put it back, or say why in the pull request.`,
      ],
    },
  ],
  skip: [
    { name: 'nothing is taken away', ...edited(ALERTS, alerts(DOWN), alerts(DOWN, SLOW)) },
    {
      name: 'an alert that goes elsewhere',
      files: { 'alerts/other.yaml': alerts(SLOW), [ALERTS]: alerts(DOWN) },
      base: { 'alerts/other.yaml': null, [ALERTS]: alerts(DOWN, SLOW) },
    },
    {
      name: 'an alert under another name',
      ...edited(ALERTS, alerts(SLOW), alerts(alert('ShopLatencyHigh', 'shop_seconds'))),
    },
    { name: 'a file of alerts that cannot be read any more', ...edited(ALERTS, alerts(SLOW), 'groups: [\n') },
    {
      name: 'a runbook and its alert',
      files: { [ALERTS]: alerts(SLOW) },
      base: { [ALERTS]: alerts(alert('ShopDown', 'shop_seconds')), [RUNBOOK]: runbook },
    },
    {
      name: 'a runbook that is rewritten elsewhere',
      files: { 'ops/ShopDown.md': `${runbook}\nAsk the shop team.\n` },
      base: { 'ops/ShopDown.md': null, [RUNBOOK]: runbook },
    },
    {
      name: 'tests with their code',
      files: { 'README.md': '# Shop\n' },
      base: { ...code, 'src/refunds.test.ts': TEST },
    },
    { name: 'linting by another program', ...edited(CI, ci([RUFF]), ci(['flake8'])) },
    {
      name: 'tests of a tool that went, beside a step that may be tests',
      ...edited(CI, ci([PYTEST, './tools/try-all test']), ci(['./tools/try-all test'])),
    },
    {
      name: 'linting in another file',
      files: { [CI]: ci([PYTEST]), '.github/workflows/lint.yml': ci([RUFF]) },
      base: { [CI]: ci([PYTEST, RUFF]), '.github/workflows/lint.yml': null },
    },
    { name: 'a probe of a workload that goes', files: { 'README.md': '# Shop\n' }, base: { [K8S]: workload(PROBE) } },
    {
      name: 'an owner who is another',
      files: { ...billing, [OWNERS]: '/billing/ @acme/money\n' },
      base: { [OWNERS]: '/billing/ @acme/billing\n' },
    },
    {
      name: 'what each job says it needs',
      ...edited(
        CI,
        ci([PYTEST], 'permissions:\n  contents: read\n'),
        ci([PYTEST]).replace('  test:\n', '  test:\n    permissions:\n      contents: read\n'),
      ),
    },
    {
      name: 'a program took it away',
      ...edited(ALERTS, alerts(DOWN, SLOW), alerts(DOWN)),
      commits: ['Update'],
      author: 'renovate[bot] <bot@example.com>',
    },
  ],
  unknown: [
    {
      name: 'commits that cannot be seen',
      ...edited(ALERTS, alerts(DOWN, SLOW), alerts(DOWN)),
      unseen: 'the clone is shallow',
    },
  ],
});
