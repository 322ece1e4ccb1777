import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { type KindModule, kindModules } from '@shipworthy/artifacts';
import { memorySource } from '@shipworthy/sources';
import { collect } from './collect.ts';

/**
 * What each kind reads from the fixtures, as digests. Facts are kept between runs under the kind's `factsVersion`: facts
 * that change without it would be mistaken for those of before. `UPDATE_EXPECTED=1 npm test -- facts-versions` records
 * what is read now, but never facts that changed under the same version.
 */
const RECORD = fileURLToPath(new URL('../facts-versions.json', import.meta.url));
const FIXTURES = fileURLToPath(new URL('../../../fixtures/repositories/', import.meta.url));
const UPDATE = process.env.UPDATE_EXPECTED === '1' && process.env.CI === undefined;
/** Characters of a digest: enough to tell a few hundred apart. */
const DIGEST_LENGTH = 12;

interface FactsRecord {
  /** Digest of each file, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** By kind: its version, and the digest of the facts of each file that has any. */
  readonly kinds: Readonly<
    Record<string, { readonly version: number; readonly facts: Readonly<Record<string, string>> }>
  >;
}

const digest = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex').slice(0, DIGEST_LENGTH);

/** JSON whose keys are in one order, however the object was made. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** Each fixture is a repository of its own; paths begin with its name. */
async function readNow(kinds: readonly KindModule[] = kindModules): Promise<FactsRecord> {
  const files: [string, string][] = [];
  const facts = new Map(kinds.map(({ kind }) => [kind, new Map<string, string>()]));
  for (const name of readdirSync(FIXTURES).sort()) {
    const texts = filesOf(join(FIXTURES, name, 'repository'));
    for (const [path, bytes] of texts) files.push([`${name}/${path}`, digest(bytes)]);
    const { inventory } = await collect(memorySource(Object.fromEntries(texts)), kinds);
    for (const file of inventory.files)
      for (const { kind } of kinds) {
        const of = [...file.artifacts, ...file.problems].filter((found) => found.kind === kind);
        if (of.length > 0) facts.get(kind)?.set(`${name}/${file.path}`, digest(canonical(of)));
      }
  }
  const entries = kinds.map(
    ({ kind, factsVersion }) =>
      [kind, { version: factsVersion, facts: Object.fromEntries(facts.get(kind) ?? []) }] as const,
  );
  return { files: Object.fromEntries(files), kinds: Object.fromEntries(entries) };
}

const filesOf = (folder: string): [string, Buffer][] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path)]);

/** Kinds and files whose facts are others than before, though neither the file nor the version is. */
function unraised(before: FactsRecord, now: FactsRecord): string[] {
  const same = Object.keys(before.files).filter((path) => before.files[path] === now.files[path]);
  return Object.entries(before.kinds).flatMap(([kind, { version, facts }]) => {
    const current = now.kinds[kind];
    if (current?.version !== version) return [];
    return same.filter((path) => facts[path] !== current.facts[path]).map((path) => `${kind} of ${path}`);
  });
}

const recorded: FactsRecord = existsSync(RECORD) ? JSON.parse(readFileSync(RECORD, 'utf8')) : { files: {}, kinds: {} };

test('facts change only with the version of their kind', async () => {
  const now = await readNow();
  // Raise `factsVersion` in the kind.ts of what is named here.
  expect(unraised(recorded, now)).toEqual([]);
  if (UPDATE) writeFileSync(RECORD, `${JSON.stringify(now, undefined, 2)}\n`);
  else expect(now).toEqual(recorded);
});

describe('what the record is able to tell', () => {
  const changed = (raise: number): readonly KindModule[] =>
    kindModules.map((kind) =>
      kind.kind === 'runbook'
        ? {
            ...kind,
            factsVersion: kind.factsVersion + raise,
            load: async () => () => ({ artifacts: [], problems: [] }),
          }
        : kind,
    );

  test('facts that are missing or new, unless the version was raised or the file is another', async () => {
    const before = await readNow();
    const missing = await readNow(changed(0));
    const [path = ''] = Object.keys(before.kinds.runbook?.facts ?? {});
    expect(unraised(before, missing)).toContain(`runbook of ${path}`);
    expect(unraised(missing, before)).toContain(`runbook of ${path}`);
    expect(unraised(before, await readNow(changed(1)))).toEqual([]);
    const files = { ...before.files, [path]: 'other' };
    expect(unraised({ ...before, files }, missing)).not.toContain(`runbook of ${path}`);
  });
});
