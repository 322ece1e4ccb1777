import { describe, expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { onCallKind } from './kind.ts';

const parse = await onCallKind.load();
function tells(path: string, text: string) {
  const file = new RepositoryFile(path, 'authored', text);
  if (!onCallKind.sniff(file)) return [];
  return parse(file).artifacts.flatMap(({ facts }) => [facts.form, ...facts.tells.map(({ topic }) => topic)]);
}
const WORDS =
  'One engineer of the team is on call for a week at a time; the rotation stands in the calendar of the team. Whoever does not answer within fifteen minutes is passed over, and the page escalates to the team lead.\n';

test.each([
  ['docs/on-call.md', `# On call\n\n${WORDS}`],
  ['ops/oncall/README.md', `# Who is called\n\n${WORDS}`],
  ['docs/manual/out-of-hours.md', `# Nights\n\n${WORDS}`],
  ['handbook.md', `# On-call rotation\n\n${WORDS}\n## Escalation\n\nCall the lead.\n`],
])('%s', (path, text) => {
  expect(tells(path, text)).toEqual(['page', 'rotation', 'escalation']);
});
test('the process of an incident', () => {
  expect(
    tells(
      'docs/incident-response.md',
      '# Incidents\n\n## Roles\n\nThe incident commander leads and touches nothing. The scribe writes down what happens, the liaison tells the users every thirty minutes until it is over, and nobody else speaks for us.\n',
    ),
  ).toEqual(['page', 'process']);
});
test.each([
  ['about connecting a product', 'docs/notifications/services/pagerduty.md', `# PagerDuty\n\n${WORDS}`],
  ['a runbook that escalates', 'docs/runbooks/on-call/QueueFull.md', `# QueueFull\n\n${WORDS}`],
  ['an incident of its own', 'docs/incidents/2024-03-01-on-call.md', `# Outage\n\n${WORDS}`],
  ['a proposal', 'docs/rfcs/on-call.md', `# On call\n\n${WORDS}`],
  ['a stub', 'docs/on-call.md', '# On call\n\nTBD\n'],
  ['a privilege', 'docs/privilege-escalation.md', `# Escalation\n\n${WORDS}`],
  ['a callback', 'docs/callback.md', `# Callbacks\n\n${WORDS}`],
])('a page %s is none', (_, path, text) => {
  expect(tells(path, text)).toEqual([]);
});

describe('what is not a page', () => {
  test('Terraform of a pager service', () => {
    const text =
      'resource "pagerduty_schedule" "week" {\n}\n\nresource "opsgenie_escalation" "lead" {\n}\n\nresource "pagerduty_user" "a" {\n}\n';
    expect(tells('main.tf', text)).toEqual(['terraform', 'rotation', 'escalation']);
    const topic = (endpoint: string) =>
      `resource "aws_sns_topic_subscription" "alerts" {\n  endpoint = "${endpoint}"\n}\n`;
    expect(tells('sns.tf', topic('https://events.pagerduty.com/x'))).toEqual(['terraform', 'pager']);
    expect(tells('sns.tf', `# not PagerDuty\n${topic('https://hooks.slack.com/x')}`)).toEqual([]);
    expect(tells('users.tf', 'resource "pagerduty_user" "a" {\n}\n')).toEqual([]);
  });
  const entity = (annotation: string): string =>
    `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: shop\n  annotations:\n    ${annotation}\n`;
  test.each([
    ['pagerduty.com/service-id: PABC', ['catalog', 'pager']],
    ['opsgenie.com/team: shop', ['catalog', 'pager']],
    ['pagerduty.com/service-id: ""', []],
    ['incident-owner: shop', []],
  ])('an annotation %s', (annotation, expected) => {
    expect(tells('catalog-info.yaml', entity(annotation))).toEqual(expected);
  });
});
