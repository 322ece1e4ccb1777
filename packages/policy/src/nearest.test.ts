import { expect, test } from '@jest/globals';
import { nearest } from './nearest.ts';

test.each([
  ['a letter too few', 'lnt', ['lint', 'rules'], ['lint']],
  ['two swapped letters', 'jsno', ['text', 'json'], ['json']],
  ['nothing near', 'deploy', ['lint', 'rules'], []],
  ['two short words that share nothing', 'ab', ['cd'], []],
  [
    'several, nearest first',
    'alert/has-runbok',
    ['alert/has-owner', 'alert/has-runbook'],
    ['alert/has-runbook', 'alert/has-owner'],
  ],
])('%s', (_, wanted, known, near) => {
  expect(nearest(wanted, known, 2)).toEqual(near);
});
