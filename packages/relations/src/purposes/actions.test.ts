import { expect, test } from '@jest/globals';
import { ACTIONS } from './actions.ts';

test.each([
  ['gradle/wrapper-validation-action', ['lint']],
  ['gradle/actions/wrapper-validation', ['lint']],
  ['gradle/actions/setup-gradle', []],
  ['github/codeql-action/analyze', ['sast']],
  ['actions/checkout', []],
])('%s: %j', (name, expected) => {
  expect(ACTIONS.filter(({ action }) => action.test(name)).flatMap(({ purposes }) => purposes)).toEqual(expected);
});
