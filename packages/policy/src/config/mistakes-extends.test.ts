import { describe, expect, test } from '@jest/globals';
import { MAX_FILES } from './layers.ts';
import { mistakes } from './test-data/load.ts';
import { CONFIG, eachIsTold, type Mistake } from './test-data/mistake.ts';

const TABLE: readonly Mistake[] = [
  [
    'a preset that is not',
    'extends: recomended',
    '1:10',
    "there is no preset 'recomended'",
    'Did you mean recommended?',
  ],
  [
    'a preset of ours that is not',
    'extends: [shipworthy:strikt]',
    '1:11',
    "there is no preset 'shipworthy:strikt'",
    'Did you mean strict?',
  ],
  [
    'a pack that is not',
    'extends: scenario-http-endpoints',
    '1:10',
    "there is no preset 'scenario-http-endpoints'",
    'Did you mean scenario-http-endpoint?',
  ],
  [
    'an extended file that is not there',
    'extends: ./base.yaml',
    '1:10',
    'there is no file base.yaml',
    'Write the path of a YAML or JSON file, relative to the file that names it.',
  ],
  [
    'an extended file outside',
    'extends: ../base.yaml',
    '1:10',
    "'../base.yaml' lies outside the repository",
    'Keep the file inside it, or use --config.',
  ],
  [
    'an extended address',
    'extends: https://acme.dev/base.yaml',
    '1:10',
    "'https://acme.dev/base.yaml' is on the network",
    'Nothing is fetched: keep a copy in the repository.',
  ],
  [
    'itself extended',
    'extends: .shipworthy.yaml',
    '1:10',
    '.shipworthy.yaml extends .shipworthy.yaml',
    'Break the circle: remove one of them.',
  ],
];

describe('mistakes about what is extended', () => {
  eachIsTold(TABLE);

  test('a circle through another file, told where it closes', async () => {
    const files = { [CONFIG]: 'extends: ./base.yaml', 'base.yaml': 'extends: ./.shipworthy.yaml' };
    expect(await mistakes(files)).toEqual([
      'base.yaml:1:10 .shipworthy.yaml extends base.yaml extends .shipworthy.yaml | Break the circle: remove one of them.',
    ]);
  });

  test('mistakes of an extended file are told with its name', async () => {
    const files = { [CONFIG]: 'extends: ./conf/base.yaml\ncriticality: hot', 'conf/base.yaml': 'criticality: cold' };
    expect((await mistakes(files)).map((line) => line.split(' cannot')[0])).toEqual([
      '.shipworthy.yaml:2:14 criticality',
      'conf/base.yaml:1:14 criticality',
    ]);
  });

  test('files that extend each other are bounded', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: MAX_FILES + 2 }, (_, n) => [`c${n}.yaml`, `extends: ./c${n + 1}.yaml`]),
    );
    const [first = ''] = await mistakes(chain, 'c0.yaml');
    expect(first).toContain(`more than ${MAX_FILES} files extend each other`);
  });
});
