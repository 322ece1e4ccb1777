import { expect, test } from '@jest/globals';
import { ACTIONS } from './actions.ts';

test.each([
  ['gradle/wrapper-validation-action', ['lint']],
  ['gradle/actions/wrapper-validation', ['lint']],
  ['gradle/actions/setup-gradle', []],
  ['github/codeql-action/analyze', ['sast']],
  ['crystal-ameba/github-action', ['lint']],
  ['actions/checkout', []],
])('%s: %j', (name, expected) => {
  expect(ACTIONS.filter(({ action }) => action.test(name)).flatMap(({ purposes }) => purposes)).toEqual(expected);
});

test.each([
  ['vuln,secret,misconfig', ['infrastructure-scan', 'secret-scan', 'dependency-scan']],
  ['vuln', ['dependency-scan']],
  [undefined, ['dependency-scan']],
])('the scanners of an action: %s', (scanners, expected) => {
  const inputs: Readonly<Record<string, string>> = scanners === undefined ? {} : { scanners };
  const does = ACTIONS.filter(({ action }) => action.test('aquasecurity/trivy-action')).flatMap(
    ({ purposes, input }) => {
      const value = input && inputs[input.name];
      return (value === undefined ? (input?.otherwise ?? true) : input?.value.test(value)) ? purposes : [];
    },
  );
  expect(does).toEqual(expected);
});
