import { describe, expect, test } from '@jest/globals';
import { parseFile } from '../contracts/testing/parse-file.ts';
import { featureFlagsKind } from './kind.ts';

const read = async (path: string, text: string) => (await parseFile(featureFlagsKind, path, text)).artifacts[0]?.facts;

describe('flags', () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      'demo.flagd.json',
      '{"flags":{"a":{"state":"ENABLED","variants":{"on":true},"defaultVariant":"on"}}}',
      'flagd',
      ['a'],
    ],
    ['src/any.json', '{"flags":{"a":{"variants":{"on":true},"defaultVariant":"on"}}}', 'flagd', ['a']],
    ['flags.json', '{"flags":{"a":{"flagType":"boolean","defaultValue":false}}}', 'openfeature', ['a']],
    ['features.yml', 'flags:\n  - key: a\n    enabled: true\n', 'flipt', ['a']],
    ['features.json', '{"features":[{"name":"a","strategies":[]}]}', 'unleash', ['a']],
    ['config/feature_flags/wip/a.yml', 'name: a\ndefault_enabled: false\n', 'other', ['a']],
    ['config/feature_flags.yml', 'a:\n  description: x\nb:\n  description: y\n', 'other', ['a', 'b']],
    [
      'src/feature-flags.ts',
      'export const F = {\n  A_B: "a-b",\n  C_D: "c-d",\n  E_F: "e-f",\n};\n',
      'code',
      ['a-b', 'c-d', 'e-f'],
    ],
    [
      'pkg/feature_flag.go',
      'const (\n\tFlagAb = "a_b"\n\tFlagCd = "c_d"\n\tFlagEf = "e_f"\n)\n',
      'code',
      ['a_b', 'c_d', 'e_f'],
    ],
    [
      'lib/flags/index.ts',
      'import { flag } from "flags/next";\nexport const a = flag<boolean, Who>({\n  key: "new-a",\n  defaultValue: false,\n});\n',
      'code',
      ['new-a'],
    ],
    ['flags.tf', 'resource "launchdarkly_feature_flag" "a" {\n  key = "new-a"\n}\n', 'launchdarkly', ['new-a']],
  ])('%s: %j is of %s', async (path, text, format, keys) => {
    const facts = await read(path, text);
    expect(facts?.format).toBe(format);
    expect(facts?.flags.map(({ key }) => key)).toEqual(keys);
  });

  test.each([
    ['src/feature-flags.ts', 'export const PREFIX = "x-";\nexport function isOn(key: string) {}\n'],
    ['cmd/flags/index.ts', 'import { flag } from "./command";\nexport const a = flag({\n  key: "x",\n});\n'],
    ['schema/flags.json', '{"$defs":{},"flags":{"a":{"variants":{},"defaultVariant":"on"}}}'],
    ['config/settings.json', '{"flags":{"a":true}}'],
    ['features.yml', 'name: shop\nversion: 1\nbeta: true\n'],
    ['telemetry/attributes/feature_flag.yaml', 'groups:\n  - id: registry.feature_flag\n'],
  ])('%s: %j is none', async (path, text) => {
    expect(await read(path, text)).toBeUndefined();
  });

  test('owner, date and permanence', async () => {
    const text =
      'a:\n  enabled: true\n  owner: shop\n  remove_by: 2030-01-01\nb:\n  enabled: true\n  type: ops\nc:\n  enabled: true\n  description: Simulates a slow disk\n';
    expect((await read('config/features.yml', text))?.flags).toMatchObject([
      { owner: 'shop', expires: '2030-01-01', permanent: false },
      { permanent: true },
      { permanent: true },
    ]);
  });
});
