import { expect, test } from '@jest/globals';
import { BudgetWatch } from './api-budget.ts';

const NOW = 1_000_000;
const headers = (remaining: unknown, reset: unknown = 2000, resource: string | undefined = 'core') => ({
  'x-ratelimit-remaining': remaining,
  'x-ratelimit-reset': reset,
  ...(resource === undefined ? {} : { 'x-ratelimit-resource': resource }),
});

test.each<[string, ReturnType<typeof headers>[], number | undefined]>([
  ['no answer', [], undefined],
  ['an answer', [headers('4999')], 4999],
  ['the last answer', [headers('4999'), headers('4998')], 4998],
  ['the limit that is nearest', [headers('4000'), headers('12', 2000, 'graphql')], 12],
  ['a limit that was renewed since', [headers('3', 999)], undefined],
  ['the other, where one was renewed', [headers('3', 999), headers('40', 2000, 'graphql')], 40],
  ['an answer without headers', [{ ...headers(undefined) }], undefined],
  ['headers that are no numbers', [headers('many'), headers('5', 'soon'), headers('-1')], undefined],
  ['nothing left', [headers('0')], 0],
])('what is left by %s', (_, answers, left) => {
  const watch = new BudgetWatch();
  for (const answer of answers) watch.see(answer);
  expect(watch.least(NOW)?.remaining).toBe(left);
});
