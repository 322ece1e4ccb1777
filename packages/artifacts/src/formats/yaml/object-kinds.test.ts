import { describe, expect, test } from '@jest/globals';
import { holdsOnlyDescriptions } from './object-kinds.ts';

const CRD = 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec:\n  kind: x\n';
const RULES = 'kind: PrometheusRule\nspec: {}\n';

describe('streams that only describe objects', () => {
  test.each([
    ['one description', CRD, true],
    ['after a marker and comments', `# made\n---\n# by hand\n${CRD}`, true],
    ['two of them', `${CRD}--- # next\nkind: "ClusterServiceVersion"\n`, true],
    ['one that is none', `${CRD}---\n${RULES}`, false],
    ['one that names no kind', `${CRD}---\ngroups: []\n`, false],
    ['the kind of something inside', `groups:\n  kind: CustomResourceDefinition\n`, false],
    ['nothing', '', false],
  ])('%s: %#', (_, text, expected) => {
    expect(holdsOnlyDescriptions(text)).toBe(expected);
  });
});
