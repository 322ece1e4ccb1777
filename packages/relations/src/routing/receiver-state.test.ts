import { expect, test } from '@jest/globals';
import { isPlaceholder } from './receiver-state.ts';

test.each([
  ['admin@example.com', true],
  ['a@example.com, b@example.org', true],
  ['a@example.com, ops@acme.dev', false],
  ['https://hooks.example.com/services/x', true],
  ['https://alerts.example/hook', true],
  ['http://127.0.0.1:5001/', false],
  ['#alerts', false],
  ['#your-channel', true],
  ['changeme', true],
  ['https://chat.acme.dev/<token>', true],
  ['{{ template "url" . }}', false],
  ['https://example.computer/x', false],
  ['ops@myexample.com', false],
  ['', false],
])('%j is a placeholder: %s', (address, expected) => {
  expect(isPlaceholder(address)).toBe(expected);
});
