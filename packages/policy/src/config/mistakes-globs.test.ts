import { describe } from '@jest/globals';
import { eachIsTold, type Mistake } from './test-data/mistake.ts';

const TABLE: readonly Mistake[] = [
  [
    'a glob that does not compile',
    'ignore: ["docs/[a"]',
    '1:10',
    "'docs/[a' is no glob (] is missing)",
    'Close every bracket, or write ? for it.',
  ],
  ['an empty glob', 'ignore: [""]', '1:10', 'a glob is empty', 'Write a path such as docs/** or remove it.'],
  [
    'an absolute glob',
    'ignore: /docs',
    '1:9',
    "'/docs' is an absolute path",
    'Globs start at the root of the repository: write docs.',
  ],
  ['a glob with a backslash', "ignore: 'docs\\old'", '1:9', "'docs\\old' has a backslash", 'Write docs/old.'],
  [
    'a glob that leads out',
    'overrides: [{files: ../x, rules: {}}]',
    '1:21',
    "'../x' leads out of the repository",
    'Globs start at the root of the repository.',
  ],
  [
    'a glob that takes back',
    'ignore: "!docs"',
    '1:9',
    "'!docs' takes files back",
    'Globs only add: list what is meant.',
  ],
  [
    'a glob nobody can match in time',
    'areas: {auth: "a/**/b/**/c/**/d/**/e"}',
    '1:15',
    "'a/**/b/**/c/**/d/**/e' has too many wildcards",
    'Write several simpler globs.',
  ],
  [
    'a glob of an area with more than globs',
    'areas: {auth: {paths: [src/**, /lib], brings: [tests]}}',
    '1:32',
    "'/lib' is an absolute path",
    'Globs start at the root of the repository: write lib.',
  ],
  [
    'a path class that is not',
    'pathClasses:\n  gen/**: genrated',
    '2:11',
    "pathClasses.gen/** cannot be 'genrated'",
    'Did you mean generated? It is one of authored, generated, vendored, fixture, example, template, about, archived, translated.',
  ],
  [
    'an override without files',
    'overrides: [{rules: {}}]',
    '1:13',
    'overrides[1] has no files',
    'Add files: legacy/**',
  ],
];

describe('mistakes in globs', () => {
  eachIsTold(TABLE);
});
