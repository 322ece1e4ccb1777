import { expect, test } from '@jest/globals';
import { unknownRule } from '@shipworthy/audit/unknown-rule';
import { allRules } from './catalogue.ts';

test.each([
  ['a beginning with a typing error', 'alert/runbok', /^Did you mean alert\/runbook-resolves/],
  ['a beginning', 'runbook/action', /^Did you mean runbook\/actionable/],
  ['a typing error in the whole', 'alert/has-runbok', /^Did you mean alert\/has-runbook/],
  ['a group', 'alrt/*', /^Did you mean alert\/\*\?/],
  ['nothing near', 'foo', /^The rules there are: shipworthy rules$/],
])('%s', (_name, wanted, advice) => {
  expect(unknownRule(wanted, allRules).advice).toMatch(advice);
});
