import { describe, expect, test } from '@jest/globals';
import { MAX_FAULTS } from './fault.ts';
import { mistakes } from './test-data/load.ts';
import { CONFIG, eachIsTold, type Mistake } from './test-data/mistake.ts';

const TABLE: readonly Mistake[] = [
  ['an unknown key', 'rulez: {}', '1:1', "the configuration has no key 'rulez'", 'Did you mean rules?'],
  [
    'a key nothing is near to',
    'zzz: 1',
    '1:1',
    "the configuration has no key 'zzz'",
    'It has extends, archetype, criticality, rubric,',
  ],
  [
    'a duplicate key',
    'ignore: a\nignore: b',
    '2:1',
    "the key 'ignore' is there twice",
    'Keep one of them, with both values.',
  ],
  ['a tab', 'rules:\n\towner/declared: off', '2:1', 'a tab is used as indentation', 'Indent with spaces.'],
  [
    'an indentation',
    'rules:\n  owner/declared: off\n alert/has-runbook: off',
    '3:2',
    'bad indentation of a mapping entry',
    'Look at the indentation, for a colon behind each key, and for an open bracket or quote.',
  ],
  [
    'a quote left open',
    'criticality: "critical',
    '1:23',
    'a double quote is never closed',
    'Look for what is left open on this line or above it.',
  ],
  [
    'a list for a file',
    '- rules',
    '1:1',
    'the configuration must be keys with values, not a list',
    'Write keys, each with a colon: extends: ...',
  ],
  [
    'a text for a file',
    'strict',
    '1:1',
    "the configuration must be keys with values, not the text 'strict'",
    'Write keys, each with a colon: extends: ...',
  ],
  [
    'a text where keys belong',
    'rules: strict',
    '1:8',
    "rules must be keys with values, not the text 'strict'",
    'Severity and settings by rule id or artifact/*.',
  ],
  [
    'keys where a list belongs',
    'exemptions: {rule: x}',
    '1:13',
    'exemptions must be a list, not keys with values',
    'Begin each entry with a dash.',
  ],
  [
    'a second document',
    'ignore: a\n---\nignore: b',
    '3:1',
    'a second document begins here',
    'Keep one document: remove the --- line.',
  ],
  [
    'an alias bomb',
    `a: &a [${'x,'.repeat(99)}]\n${bomb()}`,
    '4:',
    'aliases expand the document to more than',
    'Write the values out instead of repeating them by alias.',
  ],
];

function bomb(): string {
  const names = ['b', 'c', 'd', 'e'];
  return names.map((name, i) => `${name}: &${name} [${`*${['a', ...names][i]},`.repeat(99)}]`).join('\n');
}

describe('mistakes in the form of a configuration', () => {
  eachIsTold(TABLE);

  test('two files', async () => {
    expect(await mistakes({ [CONFIG]: '', '.shipworthy.json': '{}' })).toEqual([
      '.shipworthy.yaml there are several configuration files: .shipworthy.yaml and .shipworthy.json | Keep one of them; .shipworthy.yaml is the usual name.',
    ]);
  });

  test('a comment in JSON', async () => {
    expect(await mistakes({ '.shipworthy.json': '{ "ignore": [], // nothing yet\n}' })).toEqual([
      '.shipworthy.json:1:17 a comment stands where JSON has none | Use .shipworthy.yaml, and # before comments.',
    ]);
  });

  test('a hostile file ends soon', async () => {
    const keys = Array.from({ length: 20_000 }, (_, n) => `  zzz/k${n}: off`).join('\n');
    expect(await mistakes({ [CONFIG]: `rules:\n${keys}\n${'x'.repeat(100_000)}: 1` })).toHaveLength(MAX_FAULTS);
  });

  test('a named file that is not there', async () => {
    expect(await mistakes({}, 'other.yaml')).toEqual([
      'other.yaml there is no file other.yaml | Give a readable file, or --no-config.',
    ]);
  });
});
