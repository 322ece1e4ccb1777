import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { SEVERITIES, STAGES } from '@shipworthy/model';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { hostileReport } from '../test-data/hostile-report.ts';
import { sampleReport } from '../test-data/sample-report.ts';
import { renderReportJson } from './index.ts';

const schema: unknown = JSON.parse(
  readFileSync(new URL('../../../schema/org-report.schema.json', import.meta.url), 'utf8'),
);
if (typeof schema !== 'object' || schema === null) throw new TypeError('the schema is an object');
const validate = new Ajv2020({ strict: true, allErrors: true, strictRequired: false }).compile(schema);

const report = { ...sampleReport(), stateLost: true } as const;

describe('report.json', () => {
  test.each([
    ['a usual report', report],
    ['a hostile report', hostileReport()],
  ])('%s is as its schema says', (_, one) => {
    validate(JSON.parse(renderReportJson(one)));
    expect(validate.errors).toBeNull();
  });

  test('it is the report, on one line', () => {
    const text = renderReportJson(report);
    expect(JSON.parse(text)).toEqual(report);
    expect(text.indexOf('\n')).toBe(text.length - 1);
  });

  test.each([
    ['an unknown property', { ...report, more: 1 }],
    ['a negative count', { ...report, counts: { error: -1, warning: 0, info: 0 } }],
    ['a day that is none', { ...report, asOf: '22.11.2026' }],
    ['another version', { ...report, schema: 2 }],
    ['an unknown stage', { ...report, stages: { think: { met: 1, applicable: 1 } } }],
  ])('%s is refused', (_, one) => {
    expect(validate(one)).toBe(false);
  });
});

describe('the schema', () => {
  test('is closed wherever it describes an object, and describes everything', () => {
    const bad: string[] = [];
    visit(schema, '', (node, path) => {
      if (node.type === 'object' && node.additionalProperties === undefined) bad.push(`${path} is open`);
      const properties = node.properties;
      if (isRecord(properties))
        for (const [name, property] of Object.entries(properties))
          if (isRecord(property) && property.description === undefined && property.$ref === undefined)
            bad.push(`${path}/${name} has no description`);
    });
    expect(bad).toEqual([]);
  });

  test('names all stages and severities', () => {
    const text = JSON.stringify(schema);
    expect(text).toContain(JSON.stringify(STAGES));
    expect(text).toContain(JSON.stringify(SEVERITIES));
  });

  test('describes nothing that a full report does not hold', () => {
    const held = new Set<string>();
    visit(JSON.parse(renderReportJson({ ...hostileReport(), stateLost: true })), '', (node) => {
      for (const name of Object.keys(node)) held.add(name);
    });
    visit(JSON.parse(renderReportJson(report)), '', (node) => {
      for (const name of Object.keys(node)) held.add(name);
    });
    const described = new Set<string>();
    visit(schema, '', (node) => {
      if (isRecord(node.properties)) for (const name of Object.keys(node.properties)) described.add(name);
    });
    expect([...described].filter((name) => !held.has(name))).toEqual([]);
  });
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function visit(value: unknown, path: string, see: (node: Record<string, unknown>, path: string) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, path, see);
  if (!isRecord(value)) return;
  see(value, path);
  for (const [name, child] of Object.entries(value)) visit(child, `${path}/${name}`, see);
}
