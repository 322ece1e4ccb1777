import { describe, expect, test } from '@jest/globals';
import type { PathClass } from '@shipworthy/model';
import { RepositoryFile } from '../repository-file.ts';
import { threatModelKind } from './kind.ts';

const parse = await threatModelKind.load();
function read(path: string, text: string, pathClass: PathClass = 'authored') {
  const file = new RepositoryFile(path, pathClass, text);
  return threatModelKind.sniff(file) ? parse(file) : { artifacts: [], problems: [] };
}
const found = (path: string, text: string) => read(path, text).artifacts[0];

const LONG =
  'It is a page with enough words that its length alone does not decide what it is, as pages of this sort are. It goes on for a while, so that nobody takes it for a pointer to another page, and then it ends here.';
const MODEL = `# Threat model\n\n${LONG}\n\n## Assets\n\n- Orders\n\n## Trust boundaries\n\nThe gateway.\n\n## Threats\n\n| Threat | Severity | Mitigation | Status |\n|---|---|---|---|\n| Forged token | High | Signature | done |\n| Guessed number | Low | - | open |\n| Flood | | | accepted |\n`;

describe('what is a threat model', () => {
  test.each([
    ['docs/threat-model.md', MODEL, 0.85],
    ['THREAT_MODEL.md', MODEL, 0.85],
    ['docs/threat-models/shop.md', MODEL.replace('Threat model', 'Shop'), 0.85],
    ['docs/security/shop.md', MODEL, 0.7],
    [
      'docs/threat-model.rst',
      'Threat model\n============\n\nTrust boundaries\n----------------\n\n'.concat(LONG),
      0.85,
    ],
    ['docs/threat-model.md', MODEL.replace('# Threat model', '# How to write a threat model'), undefined],
    [
      'docs/threat-model.md',
      `# Threat model\n\n## What’s threat modelling?\n\n${LONG}\n\n## Trust boundaries\n\n${LONG}\n`,
      undefined,
    ],
    ['docs/threat-model.md', `# Threat model\n\n## Trust boundaries\n\n${LONG}\n`, 0.85],
    [
      'docs/threat-model.md',
      MODEL.replace('# Threat model', '# Threat model\n\n## What is threat modelling?\n\nIt is work.'),
      undefined,
    ],
    ['docs/threat-model.md', MODEL.concat('\n## What is threat modelling?\n\nIt is work.\n'), 0.85],
    ['docs/threat-model.md', '# Threat model\n\nIn the wiki.\n', undefined],
    ['docs/threat-model.md', `# Threat model\n\n${LONG}\n`, undefined],
    ['docs/adr/0004-threat-model.md', MODEL, undefined],
    ['docs/blog/threat-model.md', MODEL, undefined],
    ['docs/rules/threat-model/complete.md', MODEL.replace('# Threat model', '# threat-model/complete'), undefined],
    ['docs/security/audit.md', `# Audit report\n\n${LONG}\n\n## Findings\n\n## Risks\n`, undefined],
    ['src/threatmetrix.md', `# ThreatMetrix feed\n\n${LONG}\n\n## Usage\n\nCall it.\n`, undefined],
  ])('%s', (path, text, confidence) => {
    expect(found(path, text)?.confidence).toBe(confidence);
  });

  test.each(['about', 'fixture', 'vendored', 'template'] as const)('never in the class %s', (pathClass) => {
    expect(threatModelKind.notIn).toContain(pathClass);
  });
});

test('threats stand in tables with room for an answer', () => {
  expect(found('docs/threat-model.md', MODEL)?.facts.threats.map(({ name, answered }) => [name, answered])).toEqual([
    ['Forged token', true],
    ['Guessed number', false],
    ['Flood', true],
  ]);
});

test.each([
  ['a column of answers under another name', '| Attack | Control |\n|---|---|\n| X ray | |\n', [false]],
  ['a table without one', '| Threat | Severity |\n|---|---|\n| X ray | High |\n', []],
  [
    'a row that lost a bar',
    '| Threat | Impact | Likelihood | Mitigation |\n|---|---|---|---|\n| X ray | High\n',
    [true],
  ],
  ['an example in a block of code', '```markdown\n| Threat | Mitigation |\n|---|---|\n| X ray | |\n```\n', []],
  ['a row without a threat', '| Threat | Mitigation |\n|---|---|\n| | |\n| - | none |\n', []],
])('%s', (_name, table, answered) => {
  const facts = found('docs/threat-model.md', `# Threat model\n\n${LONG}\n\n## Threats\n\n${table}`)?.facts;
  expect(facts?.threats.map((threat) => threat.answered)).toEqual(answered);
});

test.each([
  [
    'The aim is to protect access to shops. Limits stop brute-force guesses, rotation ends session fixation, binding an LDAP injection.',
    ['scope', 'threats'],
  ],
  ['This tells what it is protecting against: attacks, attackers and threats, and brute-force guesses.', []],
  ['It stops a brute-force guess, another brute-force guess, and brute-force guesses.', []],
])('what sentences tell: %s', (line, expected) => {
  const facts = found('docs/threat-model.md', `# Threat model\n\n${LONG}\n\n## Trust boundaries\n\n${line}\n`)?.facts;
  expect(Object.keys(facts?.parts ?? {}).filter((part) => part !== 'boundaries')).toEqual(expected);
});

test.each([
  ['We reduce the likelihood of each with a proxy in front.', true],
  ['Nothing is done.', false],
])('what is done about threats: %s', (line, answered) => {
  const facts = found('docs/threat-model.md', `# Threat model\n\n${LONG}\n\n## Threats\n\nFloods.\n\n${line}\n`)?.facts;
  expect(facts?.parts.answers !== undefined).toBe(answered);
});

test.each([
  ['Last reviewed: 2026-03-01', true],
  ['| Reviewed by | Ada |', true],
  ['**Review date**: March 2026', true],
  ['Please review this page.', false],
  ['Reviewed: never', false],
])('a review is on record: %s', (line, reviewed) => {
  expect(found('docs/threat-model.md', `${MODEL}\n${line}\n`)?.facts.reviewed !== undefined).toBe(reviewed);
});

describe('files of tools', () => {
  test('Threagile', () => {
    const text =
      'title: Shop\ndata_assets:\n  Orders:\n    id: orders\ntechnical_assets:\n  Shop:\n    id: shop\ntrust_boundaries:\n  Cloud:\n    id: cloud\nrisk_tracking:\n  a@shop:\n    status: mitigated\n  b@shop:\n    status: unchecked\n';
    const artifact = found('model.yml', text);
    expect(Object.keys(artifact?.facts.parts ?? {})).toEqual(['scope', 'boundaries', 'threats', 'answers']);
    expect(artifact?.facts.threats.map(({ name, answered }) => [name, answered])).toEqual([
      ['a@shop', true],
      ['b@shop', false],
    ]);
  });
  test('a broken Threagile model is said', () => {
    expect(read('threagile.yaml', 'technical_assets:\n  - "open\n').problems).toHaveLength(1);
  });
  test('other YAML with an equal key is none', () => {
    expect(found('inventory.yaml', 'technical_assets:\n  - printer\n')).toBeUndefined();
  });
  test('Threat Dragon, version 1', () => {
    const text = JSON.stringify({
      summary: { title: 'Shop' },
      detail: {
        diagrams: [
          {
            diagramJson: {
              cells: [
                { type: 'tm.Flow' },
                { type: 'tm.Process', threats: [{ title: 'Guess', status: 'Open', severity: 'High', mitigation: '' }] },
              ],
            },
          },
        ],
      },
    });
    const facts = found('tm/shop.json', text)?.facts;
    expect(facts?.threats).toMatchObject([{ name: 'Guess', severity: 'High', answered: false }]);
    expect(facts?.parts.boundaries).toBeDefined();
  });
  test.each([
    ['diagrams of something else', '{"diagrams": [], "threats": 1}'],
    ['broken JSON', '{"summary": {}, "detail": {"diagrams": [ "threat'],
  ])('%s', (_name, text) => {
    expect(found('a.json', text)).toBeUndefined();
  });
  test('pytm is read by a line scan', () => {
    expect(found('threat_model.py', 'from pytm import TM\n\ntm = TM("shop")\n')?.level).toBe('scraped');
    expect(found('tm.py', 'import tornado\n')).toBeUndefined();
  });
});
