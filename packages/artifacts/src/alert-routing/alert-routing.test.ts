import { describe, expect, test } from '@jest/globals';
import type { Artifact } from '@shipworthy/model';
import { RepositoryFile } from '../repository-file.ts';
import { alertRoutingKind } from './kind.ts';
import { parseMatchers } from './matchers.ts';
import { parseAlertRouting } from './parse.ts';

const file = (text: string, path = 'alertmanager.yml') => new RepositoryFile(path, 'authored', text);

function only<T>(items: readonly T[]): T {
  const [first] = items;
  if (first === undefined || items.length !== 1) throw new Error(`${items.length} instead of one`);
  return first;
}
const artifact = (text: string, path?: string): Artifact<'alert-routing'> =>
  only(parseAlertRouting(file(text, path)).artifacts);

const CONFIG = `route:
  receiver: default
  routes:
  - matchers: ['severity="page"', 'team=~a|b']
    receiver: oncall
    continue: true
  - match: {alertname: Watchdog}
    match_re: {x: y.*}
    receiver: 'null'
receivers:
- name: default
  email_configs:
  - to: team@shop.test
- name: oncall
  pagerduty_configs:
  - service_key: 0123456789abcdef
  slack_configs:
  - channel: '#oncall'
    api_url: https://hooks.chat.test/T1/B2/secret
  webhook_configs:
  - url: https://hooks.shop.test/alerts
  - url: https://hooks.shop.test/c0ffee0123456789
- name: 'null'
`;

test('an Alertmanager file', () => {
  const { facts, id, level } = artifact(CONFIG);
  expect({ id, level, dialect: facts.dialect, templated: facts.templated, faults: facts.faults }).toEqual({
    id: 'alertmanager.yml',
    level: 'parsed',
    dialect: 'alertmanager',
    templated: false,
    faults: [],
  });
  expect(facts.route).toMatchObject({
    receiver: 'default',
    matchers: [],
    continue: false,
    routes: [
      {
        receiver: 'oncall',
        continue: true,
        matchers: [
          { label: 'severity', operator: '=', value: 'page' },
          { label: 'team', operator: '=~', value: 'a|b' },
        ],
      },
      {
        receiver: 'null',
        matchers: [
          { label: 'alertname', operator: '=', value: 'Watchdog' },
          { label: 'x', operator: '=~', value: 'y.*' },
        ],
      },
    ],
  });
  expect(
    facts.receivers.map(({ name, integrations }) => [name, integrations.map(({ type, target }) => [type, target])]),
  ).toEqual([
    ['default', [['email', 'team@shop.test']]],
    [
      'oncall',
      [
        ['pagerduty', undefined],
        ['slack', '#oncall'],
        ['webhook', 'https://hooks.shop.test/alerts'],
        ['webhook', 'https://hooks.shop.test'],
      ],
    ],
    ['null', []],
  ]);
  expect(facts.receivers.map(({ spans }) => CONFIG.slice(...(spans.name ?? [0, 0])))).toEqual([
    'default',
    'oncall',
    "'null'",
  ]);
  expect(JSON.stringify(facts)).not.toMatch(/secret|0123456789/);
});

describe('where it is held', () => {
  const indented = CONFIG.replaceAll('\n', '\n    ').trimEnd();
  test.each<[string, string, string, string, string]>([
    [
      'a secret',
      `kind: Secret\nmetadata: {name: n, namespace: s}\nstringData:\n  alertmanager.yaml: |-\n    ${indented}\n`,
      'secret',
      's/n',
      'oncall',
    ],
    [
      'a secret in base64',
      `kind: Secret\nmetadata: {name: n}\ndata:\n  alertmanager.yaml: ${Buffer.from(CONFIG).toString('base64')}\n`,
      'secret',
      'n',
      'alertmanager.yaml',
    ],
    ["a chart's values", `alertmanager:\n  config:\n    ${indented}\n`, 'alertmanager', 'values.yaml', 'oncall'],
  ])('%s', (_name, text, dialect, id, written) => {
    const found = artifact(text, 'values.yaml');
    expect([found.facts.dialect, found.id]).toEqual([dialect, id]);
    expect(text.slice(...(found.facts.receivers[1]?.spans.name ?? [0, 0]))).toBe(written);
  });

  test('an AlertmanagerConfig object', () => {
    const { facts, id } = artifact(`kind: AlertmanagerConfig
metadata: {name: n, namespace: s}
spec:
  route:
    receiver: r
    matchers: [{name: a, value: b, matchType: '!='}, {name: c, value: d, regex: true}]
  receivers:
  - name: r
    pagerdutyConfigs: [{routingKey: {name: x, key: y}}]
`);
    expect([facts.dialect, facts.namespace, id]).toEqual(['alertmanager-config', 's', 's/n']);
    expect(facts.route?.matchers).toMatchObject([
      { label: 'a', operator: '!=', value: 'b' },
      { label: 'c', operator: '=~', value: 'd' },
    ]);
    expect(facts.receivers[0]?.integrations).toMatchObject([{ type: 'pagerduty' }]);
    expect(facts.faults).toEqual([]);
  });

  test('Grafana contact points and policies', () => {
    const { facts } = artifact(`apiVersion: 1
contactPoints:
- name: mail
  receivers:
  - {uid: a, type: email, settings: {addresses: a@shop.test}}
policies:
- receiver: mail
  routes:
  - receiver: mail
    object_matchers: [[severity, '=', page]]
`);
    expect(facts.dialect).toBe('grafana');
    expect(facts.receivers).toMatchObject([{ name: 'mail', integrations: [{ type: 'email', target: 'a@shop.test' }] }]);
    expect(facts.route?.routes).toMatchObject([{ matchers: [{ label: 'severity', operator: '=', value: 'page' }] }]);
  });

  test.each([
    ['a telemetry collector', 'receivers:\n  otlp: {}\nexporters: {}\nservice:\n  pipelines: {}\nroute: {}\n'],
    ['a mesh route', 'kind: VirtualService\nspec:\n  http:\n  - route:\n    - destination: {host: receivers}\n'],
    ['a definition', `kind: CustomResourceDefinition\nspec:\n    ${indented}`],
  ])('not in %s', (_name, text) => expect(parseAlertRouting(file(text))).toEqual({ artifacts: [], problems: [] }));
});

describe('faults', () => {
  test.each<[string, string, string]>([
    ['the root has no receiver', CONFIG.replace('  receiver: default\n', ''), 'the root route names no receiver'],
    [
      'the root has matchers',
      CONFIG.replace('default\n', 'default\n  match: {a: b}\n'),
      'the root route has matchers, and everything must match it',
    ],
    ['a receiver twice', `${CONFIG}- name: oncall\n`, 'receiver `oncall` is there twice'],
    ['an unreadable matcher', CONFIG.replace('team=~a|b', 'team a'), '`team a` is no matcher'],
  ])('%s', (_name, text, what) => expect(artifact(text).facts.faults).toMatchObject([{ what, effect: 'refused' }]));

  test.each([
    ['a substituted value', CONFIG.replace('#oncall', '$\u007bCHANNEL}').replace('team=~a|b', 'team a')],
    ['an invitation', CONFIG.replace('0123456789abcdef', '<pagerduty key>').replace('team=~a|b', 'team a')],
  ])('none where parts are filled in later: %s', (_name, text) => {
    expect(artifact(text).facts).toMatchObject({ templated: true, faults: [] });
  });

  test('a file that does not parse is told', () => {
    const text = `${CONFIG}   bad: "x\n`;
    expect(parseAlertRouting(file(text)).problems).toMatchObject([{ kind: 'alert-routing', effect: 'broken' }]);
  });
});

test.each([
  ['a="b"', ['a = b']],
  ['a=b', ['a = b']],
  ['{a="b", c!~"d,e"}', ['a = b', 'c !~ d,e']],
  ['"b c" =~ x|y', ['b c =~ x|y']],
  ['severity = critical', ['severity = critical']],
  ['a="q\\"r"', ['a = q"r']],
  ['a=', ['a = ']],
  ['a', undefined],
  ['a="b" c="d"', undefined],
])('parseMatchers(%j)', (text, expected) => {
  expect(parseMatchers(text, [0, 1])?.map(({ label, operator, value }) => `${label} ${operator} ${value}`)).toEqual(
    expected,
  );
});

test.each([
  [CONFIG, true],
  ['kind: Secret\ndata:\n  alertmanager.yaml: x', true],
  ['contactPoints:\n- receivers: []', true],
  ['receivers:\n  otlp:', false],
  ['kind: Deployment', false],
])('sniff', (text, expected) => expect(alertRoutingKind.sniff(file(text))).toBe(expected));

test('a template inside a config map leaves open what it fills in', () => {
  const { artifacts, problems } = parseAlertRouting(
    file(
      `kind: ConfigMap\ndata:\n  alertmanager.yaml: |\n    {{/*\n    # {{ X }} comes from a vault\n    */}}\n    global:\n      slack_api_url: {{ .url }}\n    route:\n      receiver: chat\n    receivers:\n    - name: chat\n      slack_configs:\n      - channel: '#alerts'\n`,
    ),
  );
  expect(problems).toEqual([]);
  expect(only(artifacts)).toMatchObject({
    level: 'tolerant',
    facts: { templated: true, receivers: [{ name: 'chat' }] },
  });
});
