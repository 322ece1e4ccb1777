import { expect, test } from '@jest/globals';
import { descriptionKey } from './same-description.ts';

test.each([
  ['json/Transfers-v3.json', 'yaml/Transfers-v3.yaml', true],
  ['api/v1/openapi.yaml', 'api/v2/openapi.yaml', true],
  ['api/openapi.json', 'api/openapi.yaml', true],
  ['orders/openapi.yaml', 'payments/openapi.yaml', false],
])('%s and %s of one title are one: %s', (one, other, same) => {
  expect(descriptionKey(one, 'Transfers') === descriptionKey(other, 'Transfers')).toBe(same);
  expect(descriptionKey(one, 'Transfers')).not.toBe(descriptionKey(one, 'Payments'));
});
