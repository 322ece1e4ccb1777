import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const flagd = (more: string) => ({
  'a.flagd.json': `{"flags":{"new-checkout":{"state":"ENABLED","variants":{"on":true},"defaultVariant":"on"${more}}}}`,
});

testRule(import.meta.url, rule, {
  pass: [
    { name: 'an owner in the metadata', files: flagd(',"metadata":{"owner":"payments"}') },
    { name: 'a date to come', files: { 'config/features.yml': 'checkout:\n  enabled: true\n  expires: 2999-01-01\n' } },
  ],
  gap: [
    {
      name: 'switches alone',
      files: { 'config/feature_flags.yml': 'checkout: true\nsearch: false\n' },
      findings: [
        'config/feature_flags.yml:1:1 info 2 flags, among them checkout, search say neither an owner nor a date: in a year nobody remembers which path is tested. Write an owner and a date beside each, or mark it as permanent.',
      ],
    },
    {
      name: 'the date has passed',
      files: { 'config/feature_flags.yml': 'checkout:\n  enabled: true\n  owner: payments\n  remove_by: 2020-01-31\n' },
      findings: [
        'config/feature_flags.yml:1:1 info The flag checkout was to be gone by 2020-01-31: both paths are still kept alive, and one of them is no longer tested. Remove it, or give it a new date and a reason.',
      ],
    },
  ],
  skip: [
    {
      name: 'flags that a page shows',
      files: {
        'docs/assets/demo.flagd.json':
          '{"flags":{"a":{"state":"ENABLED","variants":{"on":true},"defaultVariant":"on"}}}',
      },
    },
    { name: 'meant to stay', files: flagd(',"metadata":{"type":"ops"}') },
    { name: 'breaks something on purpose', files: flagd(',"description":"Fails the payment service"') },
    {
      name: 'a list in code',
      files: { 'src/feature-flags.ts': 'export const F = {\n  AB: "a-b",\n  CD: "c-d",\n  EF: "e-f",\n};\n' },
    },
    {
      name: 'the manifest of a generator',
      files: { 'flags.json': '{"flags":{"a":{"flagType":"boolean","defaultValue":false}}}' },
    },
  ],
});
