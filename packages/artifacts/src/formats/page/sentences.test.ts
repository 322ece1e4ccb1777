import { expect, test } from '@jest/globals';
import { sentenceMask, sentenceNames } from './sentences.ts';

test.each([
  ['the alert fires when the queue is full', ['meaning']],
  ['visitors cannot log in', ['impact']],
  ['vérifiez le tableau', ['diagnosis']],
  ['(restart the pod)', ['mitigation']],
  ['_fix', []],
  ['prefix, suffixed, fixed', []],
  ['re-queue it', ['mitigation']],
  ['ask on-call', ['escalation']],
  ['users: check the logs, fix it, page the on-call', ['impact', 'diagnosis', 'mitigation', 'escalation']],
  ['fix', ['mitigation']],
  ['', []],
])('%j', (text, names) => {
  expect(sentenceNames(sentenceMask(text, 0))).toEqual(names);
});

test('what is known stays known', () => {
  expect(sentenceNames(sentenceMask('users', sentenceMask('restart', 0)))).toEqual(['impact', 'mitigation']);
});
