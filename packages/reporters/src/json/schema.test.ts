import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { ARCHETYPES, CRITICALITIES, PATH_CLASSES, PRESETS, QUALITIES, SEVERITIES, STAGES } from '@shipworthy/model';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { audit, fullAudit, outcome } from '../test-data/sample-audit.ts';
import { sampleProfile } from '../test-data/sample-profile.ts';
import { renderInventoryJson } from './inventory.ts';
import { renderJson } from './lint.ts';
import { renderProfileJson } from './profile.ts';
import { renderRulesJson } from './rules.ts';
import type { InventoryJson, RulesJson } from './shapes.ts';

const inventory: InventoryJson = {
  schema: 1,
  tool: { name: 'shipworthy', version: '0.1.0' },
  files: 3,
  sampled: [{ kinds: ['test-unit', 'test-e2e'], read: 300, left: 12 }],
  artifacts: [
    { kind: 'runbook', path: 'a.md', id: 'a.md', title: 'A', line: 1, confidence: 0.85, pathClass: 'authored' },
    {
      kind: 'alert-rules',
      path: 'b',
      id: 'b',
      confidence: 1,
      pathClass: 'example',
      elements: [{ type: 'alert', name: 'X' }],
    },
  ],
};
const rules: RulesJson = {
  schema: 1,
  rules: [
    {
      id: 'alert/has-runbook',
      title: 'T',
      stage: 'operate',
      stages: ['operate'],
      qualities: ['reliability'],
      severity: 'warning',
      preset: 'recommended',
      package: '@shipworthy/rules-operate',
      docs: 'docs/rules/alert/has-runbook.md',
    },
  ],
};

const rendered = {
  lint: renderJson(fullAudit()),
  inventory: renderInventoryJson(inventory),
  rules: renderRulesJson(rules),
  profile: renderProfileJson(sampleProfile()),
};
type Name = keyof typeof rendered;

const ajv = new Ajv2020({ strict: true, allErrors: true, strictRequired: false });
const validators = new Map(
  (['lint', 'inventory', 'rules', 'profile'] as const).map((name) => {
    const file = new URL(`../../schema/${name}.schema.json`, import.meta.url);
    return [name, ajv.compile(JSON.parse(readFileSync(file, 'utf8')))];
  }),
);
const valid = (name: Name, document: unknown): boolean => validators.get(name)?.(document) === true;

/** A copy with one value replaced (or, with undefined, removed). */
function mutated(name: Name, path: readonly (string | number)[], value: unknown): unknown {
  const copy: unknown = JSON.parse(rendered[name]);
  let at = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  at[path.at(-1) ?? ''] = value;
  return JSON.parse(JSON.stringify(copy));
}

describe('published schemas', () => {
  test.each(['lint', 'inventory', 'rules', 'profile'] as const)('%s: what is rendered is valid', (name) => {
    expect(valid(name, JSON.parse(rendered[name])) || validators.get(name)?.errors).toBe(true);
  });

  test.each<[Name, (string | number)[], unknown]>([
    ['lint', ['schema'], 2],
    ['lint', ['tool'], undefined],
    ['lint', ['extra'], 1],
    ['lint', ['history'], 'some'],
    ['lint', ['profile', 'archetypes', 0, 'name'], 'spaceship'],
    ['lint', ['components'], []],
    ['lint', ['findings', 0, 'severity'], 'fatal'],
    ['lint', ['findings', 0, 'fingerprint'], undefined],
    ['lint', ['findings', 0, 'path'], undefined],
    ['lint', ['findings', 0, 'line'], 0],
    ['lint', ['findings', 0, 'rule'], 'NoSlash'],
    ['lint', ['findings', 0, 'excerpt'], 'x'.repeat(401)],
    ['lint', ['findings', 1, 'count'], 1],
    ['lint', ['findings', 1, 'related', 0, 'path'], ''],
    ['lint', ['outcomes', 0, 'outcome'], 'maybe'],
    ['lint', ['outcomes', 0, 'evidence'], []],
    ['lint', ['summary', 'stages', 'sleep'], { met: 1, applicable: 1 }],
    ['lint', ['summary', 'stages', 'operate', 'met'], -1],
    ['profile', ['delivery'], 'flown'],
    ['profile', ['unknown'], { why: 'x' }],
    ['lint', ['profile', 'unknown'], { why: 'x' }],
    ['profile', ['rubric', 'harm'], undefined],
    ['profile', ['history', 'why'], undefined],
    ['profile', ['archetypes', 0, 'name'], 'spaceship'],
    ['inventory', ['files'], undefined],
    ['inventory', ['artifacts', 0, 'confidence'], 1.1],
    ['inventory', ['artifacts', 0, 'pathClass'], 'mine'],
    ['inventory', ['artifacts', 0, 'why'], []],
    ['inventory', ['artifacts', 1, 'elements', 0, 'name'], undefined],
    ['rules', ['rules', 0, 'stages'], []],
    ['rules', ['rules', 0, 'docs'], undefined],
    ['rules', ['rules', 0, 'preset'], 'all'],
  ])('%s: a change at %j is refused', (name, path, value) => {
    expect(valid(name, mutated(name, path, value))).toBe(false);
  });
});

describe('the words of the schemas are the words of the model', () => {
  const LISTS = { ARCHETYPES, CRITICALITIES, PATH_CLASSES, PRESETS, QUALITIES, SEVERITIES, STAGES };
  const enumsOf = (value: unknown): string[][] => {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => (key === 'enum' ? [inner] : enumsOf(inner)));
  };
  test.each(['lint', 'inventory', 'rules', 'profile'])('%s', (name) => {
    const file = new URL(`../../schema/${name}.schema.json`, import.meta.url);
    // Two words in common are no accident.
    for (const words of enumsOf(JSON.parse(readFileSync(file, 'utf8'))))
      for (const [list, known] of Object.entries(LISTS))
        if (words.filter((word) => (known as readonly string[]).includes(word)).length > 1)
          expect({ list, words: [...words].sort() }).toEqual({ list, words: [...known].sort() });
  });
});

describe('renderJson', () => {
  test('the root of the repository, as evidence of a link, is a dot', () => {
    const result = { outcome: 'pass', evidence: [] } as const;
    const document = JSON.parse(renderJson(audit({ outcomes: [outcome(result, { evidence: [{ path: '' }] })] })));
    expect(document.outcomes[0].evidence).toEqual([{ path: '.' }]);
    expect(valid('lint', document)).toBe(true);
  });

  const lint = JSON.parse(rendered.lint);

  test('a missing file has a path and no line', () => {
    expect(lint.findings[1]).toMatchObject({ path: '.github/CODEOWNERS', count: 48 });
    expect(lint.findings[1]).not.toHaveProperty('line');
  });

  test('a finding that stands for itself has no count', () => {
    expect(lint.findings[0]).not.toHaveProperty('count');
    expect(lint.findings[0]).toMatchObject({ rule: 'alert/runbook-resolves', stage: 'operate', line: 12, column: 18 });
  });

  test('outcomes say why, or the note of a pass', () => {
    expect(lint.outcomes.map((outcome: { outcome: string; why?: string }) => [outcome.outcome, outcome.why])).toEqual([
      ['gap', undefined],
      ['pass', 'by name'],
      ['unknown', 'template syntax hides the rules'],
      ['not-applicable', 'it is a library'],
    ]);
  });
});
