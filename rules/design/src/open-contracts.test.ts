import { describe, expect, test } from '@jest/globals';
import type { Archetype } from '@shipworthy/model';
import type { SubjectMap } from '@shipworthy/rule-kit';
import { isCalledByOthers } from './open-contracts.ts';

type Contract = Pick<SubjectMap['contract'], 'artifact'>;
const contract = (kind: string, servers: readonly string[] = [], imports: readonly string[] = []) =>
  ({ artifact: { kind, facts: { servers, imports: imports.map((path) => ({ path })) } } }) as unknown as Contract;
const profile = (...names: Archetype[]) => ({ archetypes: names.map((name) => ({ name, because: 'test' })) });

describe('who calls a contract', () => {
  test.each([
    ['https://api.acme.org/v1', true],
    ['api.acme.org/v1', true],
    ['//api.acme.org', true],
    ['https://api.contest.org', true],
    ['http://localhost:3000', false],
    ['https://api.staging.acme.org', false],
    ['acme-staging.gov.uk/v0', false],
    ['https://orders.svc.cluster.local', false],
    ['http://127.0.0.1:8080', false],
    ['https://{host}/v1', false],
    ['https://api.example.com', false],
    ['/v1', false],
  ])('at %s: %s', (server, expected) => {
    expect(isCalledByOthers(contract('openapi', [server]), profile('service'))).toBe(expected);
  });

  test('whatever others build upon is called by them', () => {
    expect(isCalledByOthers(contract('protobuf'), profile('library'))).toBe(true);
    expect(isCalledByOthers(contract('graphql-schema'), profile('shipped-component'))).toBe(true);
    expect(isCalledByOthers(contract('protobuf'), profile('service'))).toBe(false);
  });

  test('the parts of what is shipped call each other, unless over HTTP as well', () => {
    const http = contract('protobuf', [], ['google/api/annotations.proto']);
    expect(isCalledByOthers(contract('protobuf'), profile('shipped-component'))).toBe(false);
    expect(isCalledByOthers(http, profile('shipped-component'))).toBe(true);
    expect(isCalledByOthers(http, profile('service'))).toBe(false);
  });
});
