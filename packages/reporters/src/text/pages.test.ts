import { describe, expect, test } from '@jest/globals';
import type { InventoryJson, RulesJson } from '../json/shapes.ts';
import { renderPage } from './explain.ts';
import { renderInventoryText } from './inventory.ts';
import { renderRulesText } from './rules.ts';
import { renderWhy } from './why.ts';

const PLAIN = { color: 0, width: 60, hyperlinks: false } as const;

test('a page reads without its markup', () => {
  const page = [
    '<!-- Generated -->',
    '# alert/has-runbook',
    '',
    'A long line that says why it matters at two in the night, when everybody else is asleep.',
    '',
    '- first, with enough words to be wrapped to a second line below',
    '- second',
    '',
    '```yaml alerts.yaml',
    'groups:',
    '  - name: a',
    '```',
  ].join('\n');
  expect(renderPage(page, PLAIN)).toMatchInlineSnapshot(`
"alert/has-runbook

A long line that says why it matters at two in the night,
when everybody else is asleep.

- first, with enough words to be wrapped to a second line
  below
- second

  yaml alerts.yaml
    groups:
      - name: a
"
`);
});

test('the inventory is listed by kind, with elements below their document', () => {
  const inventory: InventoryJson = {
    schema: 1,
    tool: { name: 'shipworthy', version: '0' },
    files: 9,
    artifacts: [
      {
        kind: 'alert-rules',
        path: 'deploy/a.yaml',
        id: 'deploy/a.yaml',
        confidence: 0.85,
        pathClass: 'authored',
        elements: [{ type: 'alert', name: 'Down\u001b', line: 4 }],
      },
      {
        kind: 'runbook',
        path: 'docs/r.md',
        line: 2,
        id: 'r',
        title: 'When it breaks',
        confidence: 0.7,
        pathClass: 'example',
      },
    ],
  };
  expect(renderInventoryText(inventory, PLAIN)).toMatchInlineSnapshot(`
"alert-rules (1)
  deploy/a.yaml  0.85
    alert  Down\\x1b  line 4

runbook (1)
  docs/r.md:2  0.70  example  When it breaks

2 artifacts of 2 kinds in 9 files.
"
`);
});

test('an inventory says of how many files of tests only some were read', () => {
  const sampled = [{ kinds: ['test-unit'], read: 300, left: 12 }];
  const text = renderInventoryText(
    { schema: 1, tool: { name: 'shipworthy', version: '0' }, files: 999, artifacts: [], sampled },
    PLAIN,
  );
  expect(text).toContain('Of 312 files that look like tests 300 were read, from every folder some.\n');
});

describe('many documents of a kind', () => {
  const schema = (path: string): InventoryJson['artifacts'][number] => ({
    kind: 'json-schema',
    path,
    id: path,
    confidence: 0.85,
    pathClass: path.startsWith('gen/') ? 'generated' : 'authored',
  });
  const inventory = (paths: readonly string[], more: object = {}): InventoryJson => ({
    schema: 1,
    tool: { name: 'shipworthy', version: '0' },
    files: 99,
    artifacts: paths.map((path) => ({ ...schema(path), ...more })),
  });
  const numbered = (count: number, of: (index: number) => string) => Array.from({ length: count }, (_, n) => of(n));
  const many = [
    ...numbered(20, (n) => `gen/a/${n}.json`),
    ...numbered(20, (n) => `gen/b/${n}.json`),
    'x/y/z.json',
    'c.json',
    'd.json',
  ];

  test('are shown by folder', () => {
    expect(renderInventoryText(inventory(many), PLAIN)).toMatchInlineSnapshot(`
"json-schema (43)
  gen/a/       ×20  generated
  gen/b/       ×20  generated
  x/y/z.json  0.85
  ./            ×2

43 artifacts of 1 kind in 99 files.
× counts the documents of a folder: --elements or --format json lists each.
"
`);
  });
  test('are shown by the folders above where there are too many folders', () => {
    const text = renderInventoryText(inventory(numbered(60, (n) => `gen/${n % 2}/${n}/a.json`)), PLAIN);
    expect(text).toContain('gen/0/  ×30');
    expect(text).toContain('gen/1/  ×30');
  });
  test('are listed when few, or when their elements are asked for', () => {
    expect(renderInventoryText(inventory(many.slice(0, 30)), PLAIN)).toContain('gen/a/0.json');
    expect(renderInventoryText(inventory(many, { elements: [] }), PLAIN)).not.toContain('×');
  });
});

test('an empty inventory says how to ask why', () => {
  const text = renderInventoryText({ schema: 1, tool: { name: 's', version: '0' }, files: 1, artifacts: [] }, PLAIN);
  expect(text).toBe('No artifacts found in 1 file. Expected one? Ask: shipworthy inventory --why FILE\n');
});

test('the catalogue is listed by stage, in lifecycle order', () => {
  const rule = { qualities: ['reliability'], severity: 'error', preset: 'essential', package: 'p', docs: 'd' } as const;
  const catalogue: RulesJson = {
    schema: 1,
    rules: [
      { ...rule, id: 'a/later', title: 'Later', stage: 'operate', stages: ['operate'] },
      { ...rule, id: 'b/earlier', title: 'Earlier', stage: 'build', stages: ['build'] },
    ],
  };
  const text = renderRulesText(catalogue, PLAIN);
  expect(text.indexOf('b/earlier')).toBeLessThan(text.indexOf('a/later'));
  expect(text).toContain('operate\n  a/later  error  essential\n      Later\n');
});

describe('renderWhy', () => {
  test('lists the signals and what could not be read', () => {
    const text = renderWhy(
      {
        path: 'a.yaml',
        type: 'file',
        pathClass: 'authored',
        candidates: [
          { kind: 'alert-rules', verdict: 'found' },
          { kind: 'alert-routing', verdict: 'content' },
        ],
        facts: {
          path: 'a.yaml',
          pathClass: 'authored',
          artifacts: [],
          problems: [{ kind: 'alert-rules', what: 'bad indentation', effect: 'broken' }],
        },
      },
      PLAIN,
    );
    expect(text).toBe(
      'a.yaml\n  path class: authored\n  1 problem\n    - bad indentation (as alert-rules, broken)\n' +
        '  not alert-routing: its content does not show it\n',
    );
  });

  test.each([
    [
      'a name no kind is looked for in',
      { type: 'file', pathClass: 'authored', candidates: [] },
      'no kind is looked for',
    ],
    [
      'test data',
      { type: 'file', pathClass: 'fixture', candidates: [{ kind: 'alert-rules', verdict: 'path-class' }] },
      'not alert-rules: files of class fixture are never looked',
    ],
    [
      'a link',
      { type: 'symlink', pathClass: 'authored', candidates: [] },
      'a symbolic link: it is listed, never followed',
    ],
    [
      'one of many files of tests',
      { type: 'file', pathClass: 'fixture', candidates: [{ kind: 'test-unit', verdict: 'sample' }] },
      'not test-unit: not read, since of many files of tests',
    ],
    [
      'several kinds at once',
      {
        type: 'file',
        pathClass: 'authored',
        candidates: [
          { kind: 'runbook', verdict: 'content' },
          { kind: 'slo', verdict: 'content' },
        ],
      },
      'not runbook, slo: its content does not show them\n',
    ],
    ['a submodule', { type: 'submodule', pathClass: 'authored', candidates: [] }, 'another repository'],
  ] as const)('says what spoke against %s', (_name, report, expected) => {
    expect(renderWhy({ path: 'a', ...report }, PLAIN)).toContain(expected);
  });
});

test('strong words of a page have no stars', () => {
  expect(renderPage('- **Error**: a dead link, `**` apart.\n', PLAIN)).toBe('- Error: a dead link, `**` apart.\n');
});
