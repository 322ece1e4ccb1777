import { expect, test } from '@jest/globals';
import { serverUrlOf } from './server-url.ts';

test.each([
  ['https://api.github.com', 'https://github.com'],
  ['https://api.acme.ghe.com', 'https://acme.ghe.com'],
  ['https://github.example.com/api/v3', 'https://github.example.com'],
  ['http://127.0.0.1:4013/api/v3', 'http://127.0.0.1:4013'],
])('%s is the API of %s', (api, server) => {
  expect(serverUrlOf(api)).toBe(server);
});
