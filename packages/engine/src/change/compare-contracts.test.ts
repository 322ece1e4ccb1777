import { describe, expect, test } from '@jest/globals';
import { type ContractComparison, DEFAULT_VOCABULARY, profileWith } from '@shipworthy/model';
import { contractChanges, defineRule } from '@shipworthy/rule-kit';
import { memorySource } from '@shipworthy/sources';
import { investigateChange } from './investigate-change.ts';

const rule = defineRule({
  id: 'demo/compared',
  title: 'Contracts are compared',
  stages: ['design'],
  qualities: ['reliability'],
  severity: 'info',
  confidence: 'high',
  preset: 'strict',
  subject: 'contract',
  when: 'changed',
  needs: { changes: contractChanges() },
  messages: {},
  check: (_contract, { skip }) => skip('only the comparison is looked at'),
});

type Files = Readonly<Record<string, string>>;

/** Of which the rule was asked last. */
let asked: readonly string[] = [];

async function compared(before: Files, after: Files): Promise<Record<string, ContractComparison>> {
  const { given, head } = await investigateChange({
    source: memorySource({ ...before, ...after }),
    base: memorySource(before),
    revision: 'base',
    words: { commits: [] },
    rules: [rule],
    profile: () => profileWith([]),
    vocabulary: DEFAULT_VOCABULARY,
    conduct: { today: '2026-06-15' },
  });
  asked = head.outcomes.map(({ subject }) => subject.path);
  return Object.fromEntries(given.contracts);
}

const api = (schema: string): string =>
  `openapi: 3.0.3
info: { title: Shop, version: 1.0.0 }
paths:
  /orders:
    get:
      responses:
        '200':
          description: fine
          content: { application/json: { schema: ${schema} } }
`;
const OBJECT = (...required: string[]) =>
  `{ type: object, required: [${required.join(', ')}], properties: { id: { type: string }, total: { type: string } } }`;

describe('contracts that a change may touch', () => {
  test('its own file', async () => {
    const found = await compared({ 'openapi.yaml': api(OBJECT('id', 'total')) }, { 'openapi.yaml': api(OBJECT('id')) });
    expect(found).toMatchObject({ 'openapi.yaml': { state: 'compared', changes: [expect.anything()] } });
  });

  test('a file that it is split over', async () => {
    const split = { 'api/openapi.yaml': api('{ $ref: schemas/order.yaml }') };
    const found = await compared(
      { ...split, 'api/schemas/order.yaml': `${OBJECT('id', 'total')}\n` },
      { 'api/schemas/order.yaml': `${OBJECT('id')}\n` },
    );
    expect(found).toMatchObject({ 'api/openapi.yaml': { state: 'compared', changes: [expect.anything()] } });
    expect(asked).toContain('api/openapi.yaml');
  });

  test('not one that the change is far from', async () => {
    const found = await compared(
      { 'openapi.yaml': api(OBJECT('id')), 'deploy/values.yaml': 'a: 1\n' },
      { 'deploy/values.yaml': 'a: 2\n' },
    );
    expect(found).toEqual({});
  });
});
