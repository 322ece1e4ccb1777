import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

/** An Alertmanager file: the lines below `route:` and below `receivers:`. */
const routing = (route: readonly string[], receivers: readonly string[]) =>
  ['route:', ...route.map((line) => `  ${line}`), 'receivers:', ...receivers, ''].join('\n');

const slack = (name: string) => [`- name: ${name}`, '  slack_configs:', "  - channel: '#ops'"];
const toPager = ['receiver: ops', 'routes:', '- receiver: pager', '  matchers: [severity="critical"]'];

const critical = `
  groups:
  - name: shop
    rules:
    - alert: ShopDown
      expr: up == 0
      labels:
        severity: critical
`;

testRule(import.meta.url, rule, {
  pass: [
    { name: 'a channel', files: { 'alertmanager.yml': routing(['receiver: ops'], slack('ops')) } },
    {
      name: 'one real address beside a placeholder',
      files: {
        'alertmanager.yml': routing(
          ['receiver: ops'],
          ['- name: ops', '  email_configs:', '  - to: ops@example.com', '  - to: ops@acme.dev'],
        ),
      },
    },
    {
      name: "Grafana's own default contact point is not written down",
      files: {
        'grafana/alerting/policies.yaml': 'apiVersion: 1\npolicies:\n- orgId: 1\n  receiver: grafana-default-email\n',
        'grafana/alerting/points.yaml':
          'apiVersion: 1\ncontactPoints:\n- orgId: 1\n  name: ops\n  receivers:\n  - uid: ops\n    type: slack\n    settings:\n      recipient: ops\n',
      },
    },
  ],
  gap: [
    {
      name: 'the pager is not connected',
      files: { 'alertmanager.yml': routing(toPager, [...slack('ops'), '- name: pager']) },
      findings: [
        'alertmanager.yml:10:9 error What matches severity="critical" is routed to receiver \'pager\', which has no integrations: the alert fires and nobody is told. Give it a notifier (e-mail, chat, pager, webhook), or name it null if silence is meant.',
      ],
    },
    {
      name: 'a catch-all that tells nobody may be meant',
      files: { 'alertmanager.yml': routing(['receiver: rest'], ['- name: rest']) },
      findings: [
        "alertmanager.yml:4:9 info Every alert is routed to receiver 'rest', which has no integrations: the alert fires and nobody is told. Give it a notifier (e-mail, chat, pager, webhook), or name it null if silence is meant.",
      ],
    },
    {
      name: 'a file of nothing but documentation addresses is a sample that is shipped',
      files: {
        'alertmanager.yml': routing(
          ['receiver: ops', 'routes:', '- receiver: pager', '  matchers: [service="files"]'],
          [
            '- name: ops',
            '  email_configs:',
            '  - to: ops@example.org',
            '- name: pager',
            '  email_configs:',
            '  - to: pager@example.org',
          ],
        ),
      },
      findings: [
        "alertmanager.yml:9:5 info Whatever no other route takes is routed to receiver 'ops', whose only address is ops@example.org, a placeholder: the alert fires and nobody reads it. Put in an address that somebody reads.",
        'alertmanager.yml:12:5 info What matches service="files" is routed to receiver \'pager\', whose only address is pager@example.org, a placeholder: the alert fires and nobody reads it. Put in an address that somebody reads.',
      ],
    },
    {
      name: 'a catch-all beside another route',
      files: {
        'alertmanager.yml': routing(['receiver: rest', ...toPager.slice(1)], [...slack('pager'), '- name: rest']),
      },
      findings: [
        "alertmanager.yml:10:9 info Whatever no other route takes is routed to receiver 'rest', which has no integrations: the alert fires and nobody is told. Give it a notifier (e-mail, chat, pager, webhook), or name it null if silence is meant.",
      ],
    },
    {
      name: 'a catch-all in which an alert that pages ends, beside a receiver that is told',
      files: {
        'alertmanager.yml': routing(
          ['receiver: rest', 'routes:', '- receiver: ops', '  matchers: [severity="warning"]'],
          [...slack('ops'), '- name: rest'],
        ),
        'a.rules.yaml': critical,
      },
      findings: [
        "alertmanager.yml:10:9 error Whatever no other route takes, ShopDown for one, is routed to receiver 'rest', which has no integrations: the alert fires and nobody is told. Give it a notifier (e-mail, chat, pager, webhook), or name it null if silence is meant.",
      ],
    },
    {
      name: 'a file that tells nobody at all waits to be filled in',
      files: { 'alertmanager.yml': routing(['receiver: rest'], ['- name: rest']), 'a.rules.yaml': critical },
      findings: [
        "alertmanager.yml:4:9 info Every alert, ShopDown for one, is routed to receiver 'rest', which has no integrations: the alert fires and nobody is told. Give it a notifier (e-mail, chat, pager, webhook), or name it null if silence is meant.",
      ],
    },
    {
      name: 'with two Alertmanagers nobody knows which gets the alert',
      files: {
        'apps/alertmanager.yml': routing(['receiver: rest'], ['- name: rest']),
        'platform/alertmanager.yml': routing(['receiver: ops'], slack('ops')),
        'a.rules.yaml': critical,
      },
      findings: [
        "apps/alertmanager.yml:4:9 info Whatever no other route takes is routed to receiver 'rest', which has no integrations: the alert fires and nobody is told. Give it a notifier (e-mail, chat, pager, webhook), or name it null if silence is meant.",
      ],
    },
    {
      name: 'a visible blank is an absence',
      files: {
        'alertmanager.yml': routing(
          ['receiver: ops'],
          ['- name: ops', '  slack_configs:', "  - channel: '#<channel>'"],
        ),
      },
      findings: [
        "alertmanager.yml:6:5 info Every alert is routed to receiver 'ops', whose only address is #<channel>, a placeholder: the alert fires and nobody reads it. Put in an address that somebody reads.",
      ],
    },
    {
      name: 'an address of documentation',
      files: {
        'alertmanager.yml': routing(['receiver: ops'], ['- name: ops', '  email_configs:', '  - to: ops@example.com']),
      },
      findings: [
        "alertmanager.yml:6:5 error Every alert is routed to receiver 'ops', whose only address is ops@example.com, a placeholder: the alert fires and nobody reads it. Put in an address that somebody reads.",
      ],
    },
    {
      name: 'a receiver that nobody defines',
      files: { 'alertmanager.yml': routing(toPager, slack('ops')) },
      findings: [
        "alertmanager.yml:4:5 error A route hands alerts to receiver 'pager', which alertmanager.yml does not define: Alertmanager refuses to load the file, and no alert is told to anybody. Define it or correct the name.",
      ],
    },
  ],
  skip: [
    {
      name: 'an example',
      files: { 'doc/examples/simple.yml': routing(toPager, [...slack('ops'), '- name: pager', '- name: spare']) },
    },
    {
      name: 'silent by name, by what is routed to it, and unused',
      files: {
        'alertmanager.yml': routing(
          ['receiver: "null"', 'routes:', '- receiver: alive', '  matchers: [alertname="Watchdog"]'],
          ['- name: "null"', '- name: alive', '- name: unused'],
        ),
      },
    },
  ],
  unknown: [
    {
      name: 'a chart fills in the receivers',
      files: {
        'charts/ops/templates/alertmanager.yaml': routing(
          ['receiver: ops'],
          ['- name: ops', '  {{- toYaml .Values.receiver | nindent 2 }}'],
        ),
      },
    },
  ],
});
