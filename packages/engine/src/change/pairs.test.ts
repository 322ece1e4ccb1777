import { expect, test } from '@jest/globals';
import { profileWith } from '@shipworthy/model';
import { base, defineRule, type When } from '@shipworthy/rule-kit';
import { memorySource } from '@shipworthy/sources';
import { investigateChange } from './investigate-change.ts';

const rules = (when: When | readonly When[]) => [
  defineRule({
    id: 'demo/alerts',
    title: 'Alerts of a change',
    stages: ['operate'],
    qualities: ['observability'],
    severity: 'info',
    confidence: 'high',
    preset: 'strict',
    subject: 'alert',
    when,
    needs: { before: base() },
    messages: {},
    check: (alert, { given, skip }) =>
      skip(`${alert.path} ${given.before?.annotations.summary ?? 'new'} ${alert.annotations.summary}`),
  }),
];

type Files = Readonly<Record<string, string>>;
const alert = (summary: string, name = 'Down'): string =>
  `groups:\n  - name: shop\n    rules:\n      - alert: ${name}\n        expr: up == 0\n        annotations: { summary: ${summary} }\n        labels: { severity: page }\n`;

async function asked(when: When | readonly When[], before: Files, after: Files): Promise<string[]> {
  const { head } = await investigateChange({
    source: memorySource(after),
    base: memorySource(before),
    revision: 'base',
    words: { commits: [] },
    rules: rules(when),
    profile: () => profileWith([]),
  });
  return head.outcomes.map(({ result }) => (result.outcome === 'not-applicable' ? result.why : result.outcome));
}

test.each<[string, When | readonly When[], Files, Files, string[]]>([
  ['added', 'added', { 'a.yml': alert('up') }, { 'a.yml': alert('up'), 'b.yml': alert('up', 'New') }, ['b.yml new up']],
  ['changed', 'changed', { 'a.yml': alert('up') }, { 'a.yml': alert('down') }, ['a.yml up down']],
  ['moved and changed', 'changed', { 'a.yml': alert('up') }, { 'd/a.yml': alert('down') }, ['d/a.yml up down']],
  ['shifted is not changed', 'changed', { 'a.yml': alert('up') }, { 'a.yml': `\n# x\n${alert('up')}` }, []],
  ['removed', 'removed', { 'a.yml': alert('up'), 'b.md': '' }, { 'b.md': '' }, ['a.yml up up']],
  [
    'of copies each is compared with its own',
    ['added', 'changed'],
    { 'a.yml': alert('up'), 'b.yml': alert('down') },
    { 'a.yml': alert('up'), 'b.yml': alert('gone') },
    ['b.yml down gone'],
  ],
])('%s', async (_name, when, before, after, expected) => {
  expect(await asked(when, before, after)).toEqual(expected);
});
