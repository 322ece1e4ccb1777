import { type Artifact, all, type Place, type TestKind } from '@shipworthy/rule-kit';

/** What a rule needs to see every test that was read. */
export const EVERY_SUITE = {
  unit: all('test-unit'),
  integration: all('test-integration'),
  e2e: all('test-e2e'),
  contract: all('test-contract'),
} as const;

export type Suite = Artifact<TestKind>;

interface Given {
  readonly unit: readonly Suite[];
  readonly integration: readonly Suite[];
  readonly e2e: readonly Suite[];
  readonly contract: readonly Suite[];
}

/** The tests of all layers, the smallest first. Load tests check how fast it is, not that it is right. */
export const suitesOf = ({ unit, integration, e2e, contract }: Given): readonly Suite[] => [
  ...unit,
  ...integration,
  ...contract,
  ...e2e,
];

/** Where a suite checks something. */
export const placeOf = ({ path, facts }: Suite): Place => ({ path, ...(facts.checks ? { span: facts.checks } : {}) });
