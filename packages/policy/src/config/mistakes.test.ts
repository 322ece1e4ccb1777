import { expect, test } from '@jest/globals';
import { mistakes } from './test-data/load.ts';
import { CONFIG, HERE } from './test-data/mistake.ts';

test('mistakes are told all at once, in the order they stand in', async () => {
  const text = [
    'extends: strct',
    'rulez: {}',
    'rules:',
    '  alert/has-runbok: off',
    '  owner/declared: warn',
    '  page/short: [error, {limit: 0, foo: 1}]',
    'criticality: hot',
    'ignore: ["docs/[a", ok/**]',
    'exemptions:',
    "  - rule: '*'",
    '    reason: x',
    '    expires: 2026-13-01',
    'evidence:',
    '  - {kind: runbok, owner: a, reviewed: 2026-01-01, expires: never}',
  ].join('\n');
  const places = (await mistakes({ ...HERE, [CONFIG]: text })).map((line) => line.split(' ')[0]);
  expect(places).toEqual(
    [
      '1:10',
      '2:1',
      '4:3',
      '5:19',
      '6:31',
      '6:34',
      '7:14',
      '8:10',
      '10:5',
      '10:11',
      '12:14',
      '14:5',
      '14:12',
      '14:61',
    ].map((place) => `${CONFIG}:${place}`),
  );
});
