import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { LIMITED_KEYS } from '@shipworthy/policy';
import { rules as build } from '@shipworthy/rules-build';
import { rules as operate } from '@shipworthy/rules-operate';
import { rules as ofTests } from '@shipworthy/rules-test';
import { readPolicy } from './read-policy.ts';
import { policySchema } from './schema.ts';

const page = readFileSync(new URL('../../../../docs/organisation-policy.md', import.meta.url), 'utf8');
const [, example = ''] = /^```yaml file=org-policy\.yaml\n([\s\S]*?)^```$/m.exec(page) ?? [];

describe('docs/organisation-policy.md', () => {
  test('its example is a policy with every key', () => {
    const policy = readPolicy('org-policy.yaml', example, [...build, ...ofTests, ...operate]);
    const keys = Object.keys(Object(policySchema().properties)).filter((key) => key !== '$schema');
    expect(Object.keys(policy).sort()).toEqual(keys.sort());
  });

  test('its table has every key that is limited', () => {
    const table = page.split('\n').filter((line) => line.startsWith('|'));
    expect(LIMITED_KEYS.filter((key) => !table.some((row) => row.includes(`\`${key}\``)))).toEqual([]);
  });
});
