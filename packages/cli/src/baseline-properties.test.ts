import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { auditPath } from '@shipworthy/audit';
import type { Audit } from '@shipworthy/model';
import { BASELINE_NAME, type Baseline, baselineOf, writeBaseline } from '@shipworthy/policy';
import { allRules } from './catalogue.ts';

jest.setTimeout(120_000);

const REPOSITORIES = fileURLToPath(new URL('../../../fixtures/repositories/', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipworthy-baseline-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const audit = (): Promise<Audit> =>
  auditPath({
    path: folder,
    rules: allRules,
    version: '0',
    preset: 'strict',
    today: '2026-04-01',
    locateEvidence: false,
  });
const put = (name: string): void => cpSync(join(REPOSITORIES, name, 'repository'), folder, { recursive: true });
const accept = (baseline: Baseline): void => writeFileSync(join(folder, BASELINE_NAME), writeBaseline(baseline));
const keysOf = ({ findings }: Audit): string[] =>
  findings.map(({ rule, fingerprint, count }) => `${rule.id} ${fingerprint} ×${count}`).sort();

/** The same to a reader of the format: lines shifted, another layout, another order. */
const RELAID: readonly (readonly [RegExp, (text: string) => string])[] = [
  [/\.ya?ml$/, (text) => `# A comment.\n\n${text}\n\n`],
  [/\.md$/, (text) => (text.startsWith('---') ? text : `\n\n${text}\n\n`)],
  [/\.json$/, (text) => JSON.stringify(reversed(JSON.parse(text)), undefined, 7)],
];

/** Members of objects have no order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

describe.each(readdirSync(REPOSITORIES))('%s', (name) => {
  test('a baseline of everything leaves nothing; without one entry exactly that is left', async () => {
    put(name);
    const { findings } = await audit();
    const everything = baselineOf(findings);
    accept(everything);
    expect(keysOf(await audit())).toEqual([]);
    for (const entry of everything) {
      accept(everything.filter((other) => other !== entry));
      expect((await audit()).findings.map(({ rule, fingerprint }) => [rule.id, fingerprint])).toEqual([
        [entry.rule, entry.fingerprint],
      ]);
    }
  });

  test('lines, layout and order change no fingerprint', async () => {
    put(name);
    const before = keysOf(await audit());
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const relay = RELAID.find(([path]) => path.test(file.name));
      if (!file.isFile() || !relay) continue;
      const path = join(file.parentPath, file.name);
      writeFileSync(path, relay[1](readFileSync(path, 'utf8')));
    }
    expect(keysOf(await audit())).toEqual(before);
  });
});
