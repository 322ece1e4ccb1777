import { expect, test } from '@jest/globals';
import type { SectionFacts } from '@shipworthy/model';
import { alertSections, isAlertName, namesFailure } from './names.ts';

test.each(['KubeAPIDown', 'etcdMembersDown', 'Tempo_IngesterFailing', 'Alert: "QueueDepthHigh"', 'Node5xxErrors'])(
  'a name of an alert: %s',
  (heading) => expect(isAlertName(heading)).toBe(true),
);

test.each(['Overview', 'KUBERNETES', 'Snapshot ID', 'some_snake_case', 'Disk-Full-Now', `aB${'1'.repeat(100)}-`])(
  'no name of an alert: %s',
  (heading) => expect(isAlertName(heading)).toBe(false),
);

const section = (level: number, heading: string): SectionFacts => ({
  level,
  heading,
  slug: heading.toLowerCase(),
  at: [0, 0],
  body: [0, 0],
  words: 0,
  steps: 0,
  bullets: 0,
  tableRows: 0,
  commands: 0,
  links: 0,
  says: [],
});

test('names of inputs are no alerts, and what comes after them may be', () => {
  const inputs = [section(2, 'Parameters'), section(3, 'RebootOption'), section(3, 'BaselineOverride')];
  expect(alertSections(inputs)).toEqual([]);
  expect(alertSections([...inputs, section(2, 'Alerts'), section(3, 'QueueDepthHigh')])).toEqual([4]);
  expect(alertSections([section(2, 'Alerts'), section(3, 'RebootOption')])).toEqual([1]);
});

test.each([
  ['Emergency: the queue is gone', true],
  ['disk-full', true],
  ['Running an emergency patch', false],
  ['Emergency access', false],
])('%s names a failure: %s', (text, expected) => expect(namesFailure(text)).toBe(expected));
