import { describe, expect, test } from '@jest/globals';
import { DEFAULT_VOCABULARY } from '@shipworthy/model';
import { NO_CONFIG } from './load.ts';
import { optionSetting } from './option-setting.ts';
import { sensitiveAreas } from './sensitive-areas.ts';
import { load } from './test-data/load.ts';

const of = (text: string, more: Readonly<Record<string, string>> = {}) => load({ '.shipworthy.yaml': text, ...more });

describe('the configuration in force', () => {
  test('none', async () => {
    expect(await load({ 'README.md': '' })).toBe(NO_CONFIG);
  });
  test.each(['', '# nothing yet\n', '---\n', 'rules:\nignore:\n', '{}'])('nothing in it: %j', async (text) => {
    expect(await of(text)).toMatchObject({ files: ['.shipworthy.yaml'], rules: [], vocabulary: DEFAULT_VOCABULARY });
  });
  test.each(['.shipworthy.yml', '.shipworthy.json'])('%s', async (name) => {
    const text = '{ "$schema": "./x.json", "extends": ["strict"] }';
    expect(await load({ [name]: text })).toMatchObject({ files: [name], preset: 'strict' });
  });
  test('a file that is named, and no other', async () => {
    const config = await load(
      { '.shipworthy.yaml': 'extends: strict', 'ci/x.yaml': 'extends: essential' },
      'ci/x.yaml',
    );
    expect(config).toMatchObject({ files: ['ci/x.yaml'], preset: 'essential' });
  });

  test.each([
    ['extends: strict', 'strict', []],
    ['extends: shipworthy:essential', 'essential', []],
    ['extends: [essential, scenario-http-endpoint, strict]', 'strict', ['scenario-http-endpoint']],
    ['criticality: critical', undefined, []],
  ])('%s', async (text, preset, packs) => {
    const config = await of(text);
    expect([config.preset, config.packs]).toEqual([preset, packs]);
  });

  test('later files win: base before what extends it, in the order they are named', async () => {
    const config = await of('extends: [./a.yaml, ./b/b.yaml]\nrules: {owner/declared: info}\nignore: own', {
      'a.yaml':
        'extends: strict\ncriticality: critical\nrules: {owner/declared: off}\nignore: a\nareas: {auth: a, data: a}',
      'b/b.yaml': 'extends: c.yaml\ncriticality: standard\nareas: {auth: b}',
      'b/c.yaml': 'extends: essential\ncriticality: experimental\nignore: c',
    });
    expect(config.files).toEqual(['a.yaml', 'b/c.yaml', 'b/b.yaml', '.shipworthy.yaml']);
    expect([config.preset, config.criticality]).toEqual(['essential', 'standard']);
    expect(config.rules.map(({ severity }) => severity)).toEqual(['off', 'info']);
    expect(config.answers.areas).toEqual({ auth: ['b'], data: ['a'] });
    expect(['a/x', 'c/x', 'own/x', 'd/x'].map((path) => config.choices.ignores(path))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  test('an area may say what a change to it must bring', async () => {
    const config = await of('areas: {auth: a/**, money: {paths: [b/**, c/**], brings: [tests, way-back]}}');
    expect(config.answers.areas).toEqual({ auth: ['a/**'], money: ['b/**', 'c/**'] });
    expect(sensitiveAreas(config).map(({ name, brings, holds }) => [name, brings, holds('c/x')])).toEqual([
      ['auth', undefined, false],
      ['money', ['tests', 'way-back'], true],
    ]);
  });

  test('a file that two others extend is read once', async () => {
    const entry = 'exemptions: [{rule: owner/declared, reason: a, owner: b, expires: 2027-01-01}]';
    const config = await of('extends: [./a.yaml, ./b.yaml]', {
      'a.yaml': 'extends: ./c.yaml',
      'b.yaml': 'extends: ./c.yaml',
      'c.yaml': entry,
    });
    expect(config.exemptions).toHaveLength(1);
  });

  test('the three ways to write a rule', async () => {
    const config = await of(
      'rules:\n  owner/declared: off\n  page/short: [error, {limit: 3}]\n  alert/*: [info]\n  contract/present: {severity: error}\noverrides:\n  - files: [legacy/**]\n    rules: {page/short: {options: {limit: 9, mode: words}}}\n',
    );
    expect(config.rules).toEqual([
      { name: 'owner/declared', severity: 'off', options: {} },
      { name: 'page/short', severity: 'error', options: { limit: 3 } },
      { name: 'alert/*', severity: 'info', options: {} },
      { name: 'contract/present', severity: 'error', options: {} },
    ]);
    const setting = optionSetting(config);
    expect([
      setting('page/short', 'limit', 'docs/a.md'),
      setting('page/short', 'limit', 'legacy/a.md'),
      setting('page/short', 'mode', 'docs/a.md'),
      setting('owner/declared', 'limit', 'legacy/a.md'),
    ]).toEqual([3, 9, undefined, undefined]);
  });

  test('answers of the profile', async () => {
    const { answers } = await of(
      'archetype: library\nrubric: {harm: yes, change: false}\ncomponents: {api: ./services/api/, all: .}',
      { 'services/api/a.ts': '' },
    );
    expect(answers).toMatchObject({
      archetypes: ['library'],
      rubric: { harm: 'yes', change: 'no' },
      components: { api: 'services/api', all: '' },
    });
  });

  test('local words come before the known ones, and no list loses any', async () => {
    const { vocabulary } = await of('vocabulary: {pagingSeverities: [Hot], headings: {meaning: [was ist los]}}');
    expect(vocabulary.pagingSeverities).toEqual(['Hot', 'hot', ...DEFAULT_VOCABULARY.pagingSeverities]);
    expect(vocabulary.headings.meaning[0]).toBe('was ist los');
    expect(vocabulary.headings.impact).toEqual(DEFAULT_VOCABULARY.headings.impact);
    expect(vocabulary.ownerLabels).toEqual(DEFAULT_VOCABULARY.ownerLabels);
  });

  test('each list of words, wherever it stands, takes more and loses none', async () => {
    const lists = (words: object): [string[], readonly string[]][] =>
      Object.entries(words).flatMap(([key, value]) =>
        Array.isArray(value)
          ? [[[key], value] as [string[], readonly string[]]]
          : lists(value).map(([path, list]) => [[key, ...path], list] as [string[], readonly string[]]),
      );
    const local = (words: object): object =>
      Object.fromEntries(
        Object.entries(words).map(([key, value]) => [key, Array.isArray(value) ? ['zzz local'] : local(value)]),
      );
    const { vocabulary } = await of(JSON.stringify({ vocabulary: local(DEFAULT_VOCABULARY) }));
    const known = lists(DEFAULT_VOCABULARY);
    expect(known.length).toBeGreaterThan(20);
    expect(lists(vocabulary)).toEqual(known.map(([path, words]) => [path, [...new Set(['zzz local', ...words])]]));
  });

  test('files: ignored, of a class, of a kind', async () => {
    const { choices } = await of(
      'ignore: ["*.bak", old/]\npathClasses: {"gen/**": generated, gen/own: authored}\nartifacts: {runbook: ops/**/*.md}',
    );
    expect(['a/b.bak', 'x/old/y', 'older/y'].map(choices.ignores)).toEqual([true, true, false]);
    expect(['gen/x', 'gen/own/x', 'src/x', 'ops/a/b.md'].map(choices.classOf)).toEqual([
      'generated',
      'authored',
      undefined,
      'authored',
    ]);
    expect(['ops/a.md', 'ops/a.txt'].map(choices.kindsOf)).toEqual([['runbook'], []]);
  });

  test('sites: the longer prefix comes first', async () => {
    const { runbookSites } = await of('runbookSites: {"https://a.dev": ., "https://a.dev/b": docs/}', {
      'docs/x.md': '',
    });
    expect(runbookSites).toEqual([
      { prefix: 'https://a.dev/b', folder: 'docs' },
      { prefix: 'https://a.dev', folder: '' },
    ]);
  });
});
