import { expect, test } from '@jest/globals';
import { parseFile } from '../contracts/testing/parse-file.ts';
import { asyncapiKind } from './kind.ts';

test('version 2: operations stand in channels', async () => {
  const text =
    "asyncapi: '2.6.0'\ninfo: { title: Events, version: 1.0.0 }\nservers:\n  main: { url: mq, protocol: amqp, security: [{ user: [] }] }\nchannels:\n  orders:\n    subscribe: { operationId: made, message: { $ref: '#/components/messages/Made' } }\n    publish: {}\ncomponents:\n  messages:\n    Made: {}\n  securitySchemes:\n    user: { type: userPassword }\n";
  const { artifacts } = await parseFile(asyncapiKind, 'docs/asyncapi.yaml', text);
  expect(artifacts[0]).toMatchObject({
    title: 'Events',
    confidence: 0.85,
    facts: {
      specVersion: '2.6.0',
      version: '1.0.0',
      servers: [{ name: 'main', secured: true }],
      channels: [{ name: 'orders' }],
      operations: [
        { method: 'publish', path: 'orders' },
        { method: 'subscribe', path: 'orders', id: 'made' },
      ],
      messages: [{ name: 'Made' }],
      schemes: [{ name: 'user', type: 'userPassword' }],
      faults: [],
    },
  });
});

test('version 3: operations refer to channels', async () => {
  const text = JSON.stringify({
    asyncapi: '3.0.0',
    info: { title: 'Events', version: '1' },
    channels: { orders: {} },
    operations: { made: { action: 'receive', channel: { $ref: '#/channels/orders' } } },
  });
  const { artifacts } = await parseFile(asyncapiKind, 'events.json', text);
  expect(artifacts[0]?.facts.operations).toMatchObject([{ method: 'receive', path: 'orders', id: 'made' }]);
});

test.each([
  ['the key with another meaning', 'asyncapi: true\n'],
  ['a dependency', '"@asyncapi/parser": 3.0.0\n'],
])('not %s', async (_name, text) => {
  expect(await parseFile(asyncapiKind, 'a.yaml', text)).toEqual({ artifacts: [], problems: [] });
});

test('a broken file is said to be one', async () => {
  const { problems } = await parseFile(asyncapiKind, 'a.yaml', 'asyncapi: 2.6.0\nchannels: [\n');
  expect(problems).toMatchObject([{ kind: 'asyncapi', effect: 'broken' }]);
});
