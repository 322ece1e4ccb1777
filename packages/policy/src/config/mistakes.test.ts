import { describe, expect, test } from '@jest/globals';
import { MAX_FAULTS } from './fault.ts';
import { MAX_FILES } from './layers.ts';
import { mistakes } from './test-data/load.ts';

const CONFIG = '.shipworthy.yaml';
const EXEMPTION = 'rule: owner/declared, reason: legacy, owner: team-a, expires: 2026-12-31';

/** Every mistake: its name, the text, where it is, what is said and what is advised. */
const TABLE: readonly (readonly [name: string, text: string, place: string, what: string, advice: string])[] = [
  ['an unknown key', 'rulez: {}', '1:1', "the configuration has no key 'rulez'", 'Did you mean rules?'],
  [
    'a key nothing is near to',
    'zzz: 1',
    '1:1',
    "the configuration has no key 'zzz'",
    'It has extends, archetype, criticality, rubric,',
  ],
  [
    'a rule that is not',
    'rules:\n  alert/has-runbok: off',
    '2:3',
    "no rule is called 'alert/has-runbok'",
    'Did you mean alert/has-runbook?',
  ],
  ['a group that is not', 'rules:\n  alrt/*: off', '2:3', "no rule is called 'alrt/*'", 'Did you mean alert/*?'],
  [
    'a severity misspelt',
    'rules:\n  owner/declared: eror',
    '2:19',
    "rules.owner/declared cannot be 'eror'",
    'Did you mean error?',
  ],
  [
    'a severity of another tool',
    'rules:\n  owner/declared: warn',
    '2:19',
    "rules.owner/declared cannot be 'warn'",
    'Did you mean warning?',
  ],
  [
    'a severity as a number',
    'rules:\n  owner/declared: 2',
    '2:19',
    "rules.owner/declared must be text or a list or keys with values, not the value '2'",
    'Write it like off.',
  ],
  [
    'a severity misspelt in a pair',
    'rules:\n  page/short: [wrong, {limit: 3}]',
    '2:16',
    "rules.page/short[1] cannot be 'wrong'",
    'It is one of off, info, warning, error.',
  ],
  [
    'a key of a rule',
    'rules:\n  page/short: {severty: off}',
    '2:16',
    "rules.page/short has no key 'severty'",
    'Did you mean severity?',
  ],
  [
    'a setting that is not',
    'rules:\n  page/short: [error, {limt: 3}]',
    '2:24',
    "page/short has no setting 'limt'",
    'Did you mean limit?',
  ],
  [
    'a setting of a rule without',
    'rules:\n  owner/declared: [error, {limit: 3}]',
    '2:28',
    "owner/declared has no setting 'limit'",
    'It has no settings: give its severity alone.',
  ],
  [
    'a setting of the wrong type',
    'rules:\n  page/short: [error, {limit: many}]',
    '2:31',
    "limit of page/short must be a whole number, not the text 'many'",
    'It is the most lines; the default is 25.',
  ],
  [
    'a setting out of bounds',
    'rules:\n  page/short: [error, {limit: 0}]',
    '2:31',
    'limit of page/short must be at least 1, not 0',
    'It is the most lines; the default is 25.',
  ],
  [
    'a setting that is no word of the list',
    'rules:\n  page/short: {options: {mode: line}}',
    '2:32',
    "mode of page/short must be one of lines, words, not 'line' (did you mean lines?)",
    'It is what is counted; the default is "lines".',
  ],
  [
    'a setting that is no list',
    'rules:\n  page/short: {options: {names: x}}',
    '2:33',
    "names of page/short must be a list of texts, not the text 'x'",
    'It is names that are left out; the default is [].',
  ],
  [
    'a setting that is no truth value',
    'rules:\n  page/short: {options: {strict: 1}}',
    '2:34',
    "strict of page/short must be true or false, not the value '1'",
    'It is whether blank lines count; the default is false.',
  ],
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
    'a path class that is not',
    'pathClasses:\n  gen/**: genrated',
    '2:11',
    "pathClasses.gen/** cannot be 'genrated'",
    'Did you mean generated? It is one of authored, generated, vendored, fixture, example, template, about, archived, translated.',
  ],
  ['a kind that is not', 'artifacts:\n  runbok: ops', '2:3', "artifacts has no key 'runbok'", 'Did you mean runbook?'],
  [
    'an unknown criticality',
    'criticality: hot',
    '1:14',
    "criticality cannot be 'hot'",
    'It is one of experimental, standard, critical.',
  ],
  [
    'an unknown archetype',
    'archetype: servce',
    '1:12',
    "archetype cannot be 'servce'",
    'Did you mean service? It is one of',
  ],
  [
    'an unknown archetype of several',
    'archetype: [library, servce]',
    '1:22',
    "archetype[2] cannot be 'servce'",
    'Did you mean service? It is one of',
  ],
  ['a rubric answer', 'rubric: {harm: perhaps}', '1:16', "rubric.harm cannot be 'perhaps'", 'It is one of yes, no.'],
  ['a rubric question', 'rubric: {harms: yes}', '1:10', "rubric has no key 'harms'", 'Did you mean harm?'],
  [
    'a component without folder',
    'components: {api: servces/api}',
    '1:19',
    'there is no folder servces/api',
    'Did you mean services/api?',
  ],
  [
    'a vocabulary list',
    'vocabulary: {pagingSeverity: [x]}',
    '1:14',
    "vocabulary has no key 'pagingSeverity'",
    'Did you mean pagingSeverities?',
  ],
  [
    'a heading topic',
    'vocabulary: {headings: {meening: [x]}}',
    '1:25',
    "vocabulary.headings has no key 'meening'",
    'Did you mean meaning?',
  ],
  [
    'words that are no list',
    'vocabulary: {ownerLabels: crew}',
    '1:27',
    "vocabulary.ownerLabels must be a list, not the text 'crew'",
    'Begin each entry with a dash.',
  ],
  [
    'an address without scheme',
    'runbookSites: {runbooks.acme.dev: services}',
    '1:16',
    "'runbooks.acme.dev' is no address",
    'Begin it with its scheme: https://runbooks.acme.dev',
  ],
  [
    'a site of no folder',
    'runbookSites: {"https://r.acme.dev": runbooks}',
    '1:38',
    'there is no folder runbooks',
    'Write it from the root of the repository; the root itself is .',
  ],
  [
    'an override without files',
    'overrides: [{rules: {}}]',
    '1:13',
    'overrides[1] has no files',
    'Add files: legacy/**',
  ],
  [
    'an exemption without reason',
    'exemptions: [{rule: owner/declared, owner: a, expires: 2026-12-31}]',
    '1:14',
    'exemptions[1] has no reason',
    'Add reason: Retired in Q1; nobody is paged for it.',
  ],
  [
    'an exemption without owner',
    'exemptions: [{rule: owner/declared, reason: a, expires: 2026-12-31}]',
    '1:14',
    'exemptions[1] has no owner',
    'Add owner: platform-team',
  ],
  [
    'an exemption without end',
    'exemptions: [{rule: owner/declared, reason: a, owner: b}]',
    '1:14',
    'exemptions[1] has no expires',
    'Add expires: 2026-12-31',
  ],
  [
    'an exemption from everything',
    "exemptions: [{rule: '*', reason: a, owner: b, expires: 2026-12-31}]",
    '1:21',
    "an exemption from '*' without paths would accept everything",
    'Name the rule, or the paths.',
  ],
  [
    'a blank reason',
    'exemptions: [{rule: owner/declared, reason: " ", owner: b, expires: 2026-12-31}]',
    '1:45',
    "exemptions[1].reason cannot be ' '",
    'Write it like Retired in Q1; nobody is paged for it.',
  ],
  [
    'a day in another order',
    'exemptions: [{rule: owner/declared, reason: a, owner: b, expires: 31.12.2026}]',
    '1:67',
    "exemptions[1].expires cannot be '31.12.2026'",
    'Write it like 2026-12-31.',
  ],
  [
    'a day that is not',
    'exemptions: [{rule: owner/declared, reason: a, owner: b, expires: 2026-02-30}]',
    '1:67',
    'there is no day 2026-02-30',
    'Write the year, the month and the day: 2026-12-31.',
  ],
  [
    'an exempt rule that is not',
    'exemptions: [{rule: owner/declard, reason: a, owner: b, expires: 2026-12-31}]',
    '1:21',
    "no rule is called 'owner/declard'",
    'Did you mean owner/declared?',
  ],
  [
    'evidence without address',
    'evidence: [{rule: owner/declared, owner: a, reviewed: 2026-01-01, expires: 2026-12-31}]',
    '1:12',
    'evidence[1] has no url',
    'Add url: https://wiki.acme.dev/x',
  ],
  [
    'evidence at no address',
    'evidence: [{kind: runbook, url: wiki, owner: a, reviewed: 2026-01-01, expires: 2026-12-31}]',
    '1:33',
    "evidence[1].url cannot be 'wiki'",
    'Write it like https://wiki.acme.dev/x.',
  ],
  [
    'evidence for nothing',
    'evidence: [{url: "https://x.y", owner: a, reviewed: 2026-01-01, expires: 2026-12-31}]',
    '1:12',
    'an entry of evidence names neither a rule nor a kind',
    'Name one of them: rule: artifact/aspect, or kind: dashboard.',
  ],
  [
    'evidence for both',
    'evidence: [{rule: owner/declared, kind: runbook, url: "https://x.y", owner: a, reviewed: 2026-01-01, expires: 2026-12-31}]',
    '1:12',
    'an entry of evidence names both a rule and a kind',
    'Name one of them: rule: artifact/aspect, or kind: dashboard.',
  ],
  [
    'evidence for everything',
    "evidence: [{rule: '*', url: 'https://x.y', owner: a, reviewed: 2026-01-01, expires: 2026-12-31}]",
    '1:19',
    "evidence for '*' would answer everything",
    'Name the rule, or the kind, that is kept elsewhere.',
  ],
  [
    'a review that is still to come',
    'questions: [{question: a, answer: b, owner: c, reviewed: 2026-06-16}]',
    '1:58',
    'reviewed on 2026-06-16, which is still to come',
    'Today is 2026-06-15.',
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

const HERE = { 'services/api/a.ts': '', 'services/api/b.ts': '', 'docs/x.md': '' };

describe('mistakes in a configuration', () => {
  test('there are many of them', () => {
    expect(new Set(TABLE.map(([name]) => name)).size).toBe(TABLE.length);
    expect(TABLE.length).toBeGreaterThan(25);
  });

  test.each(TABLE)('%s', async (_, text, place, what, advice) => {
    const [first = '', ...more] = await mistakes({ ...HERE, [CONFIG]: text });
    expect(more).toEqual([]);
    const [said = '', advised = ''] = first.split(' | ');
    expect(said.startsWith(`${CONFIG}:${place}`)).toBe(true);
    expect(said).toContain(what);
    expect(advised).toContain(advice);
  });

  test('all of them at once, in the order they stand in', async () => {
    const text = [
      'extends: strct',
      'rulez: {}',
      'rules:',
      '  alert/has-runbok: off',
      '  owner/declared: warn',
      '  page/short: [error, {limit: 0, foo: 1}]',
      'criticality: hot',
      'ignore: ["docs/[a", ok/**]',
      'exemptions:',
      "  - rule: '*'",
      '    reason: x',
      '    expires: 2026-13-01',
      'evidence:',
      '  - {kind: runbok, owner: a, reviewed: 2026-01-01, expires: never}',
    ].join('\n');
    const places = (await mistakes({ ...HERE, [CONFIG]: text })).map((line) => line.split(' ')[0]);
    expect(places).toEqual(
      [
        '1:10',
        '2:1',
        '4:3',
        '5:19',
        '6:31',
        '6:34',
        '7:14',
        '8:10',
        '10:5',
        '10:11',
        '12:14',
        '14:5',
        '14:12',
        '14:61',
      ].map((place) => `${CONFIG}:${place}`),
    );
  });

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

  test('a hostile file ends soon', async () => {
    const keys = Array.from({ length: 20_000 }, (_, n) => `  zzz/k${n}: off`).join('\n');
    expect(await mistakes({ [CONFIG]: `rules:\n${keys}\n${'x'.repeat(100_000)}: 1` })).toHaveLength(MAX_FAULTS);
  });

  test('a named file that is not there', async () => {
    expect(await mistakes({}, 'other.yaml')).toEqual([
      'other.yaml there is no file other.yaml | Give a readable file, or --no-config.',
    ]);
  });

  test('an exemption past its day is no mistake', async () => {
    expect(await mistakes({ [CONFIG]: `exemptions: [{${EXEMPTION.replace('2026-12', '2025-12')}}]` })).toEqual([]);
  });
});
