import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { auditPath } from '@shipworthy/audit';
import type { Audit, SourceContent } from '@shipworthy/model';
import { rules as build } from '@shipworthy/rules-build';
import { rules as deploy } from '@shipworthy/rules-deploy';
import { rules as design } from '@shipworthy/rules-design';
import { rules as discovery } from '@shipworthy/rules-discovery';
import { rules as improve } from '@shipworthy/rules-improve';
import { rules as operate } from '@shipworthy/rules-operate';
import { rules as ofTests } from '@shipworthy/rules-test';
import { commitOf, gitRevision } from '@shipworthy/sources';
import { NOT_COLLECTED } from '../collect/stored-source.ts';
import { auditSource, auditStored, type Means } from './audit-tree.ts';

const FIXTURES = fileURLToPath(new URL('../../../../fixtures/repositories/', import.meta.url));
const names = readdirSync(FIXTURES);
const means: Means = {
  rules: [...discovery, ...design, ...build, ...ofTests, ...deploy, ...operate, ...improve],
  version: '1.0.0',
  today: '2026-11-22',
  preset: 'strict',
};

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'shipworthy-org-'));
  for (const name of names) {
    cpSync(join(FIXTURES, name), join(place, name), { recursive: true });
    commit(name);
  }
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

function commit(name: string): void {
  const git = (...args: string[]) => {
    const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];
    const { status, stderr } = spawnSync('git', ['-C', join(place, name), ...identity, ...args], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  git('init', '-q');
  git('add', '-A', '-f');
  git('commit', '-q', '-m', 'all');
}

async function audited(name: string, seed?: Parameters<typeof auditSource>[3]) {
  const source = await gitRevision(join(place, name), 'HEAD');
  const { tree } = (await commitOf(join(place, name))) ?? { tree: '' };
  const read: string[] = [];
  const counted = {
    kind: source.kind,
    name: source.name,
    list: () => source.list(),
    async *read(paths: readonly string[]): AsyncGenerator<SourceContent, void, undefined> {
      read.push(...paths);
      yield* source.read(paths);
    },
  };
  return { ...(await auditSource(counted, tree, means, seed)), read };
}

/** The audit of the repository itself, with all of its texts. */
async function auditedWhole(name: string): Promise<Audit> {
  const source = gitRevision(join(place, name), 'HEAD');
  return auditPath({ ...means, path: join(place, name), source, locateEvidence: false });
}

/** What the store has no text for. */
const told = ({ target: _, findings, ...audit }: Audit) => ({
  ...audit,
  findings: findings.map(({ excerpt: _excerpt, ...finding }) => finding),
});

describe('what is kept of a tree', () => {
  test.each(names)('answers as the repository does: %s', async (name) => {
    const { audit, stored } = await audited(name);
    expect(told(audit)).toEqual(told(await auditedWhole(name)));
    const kept = JSON.parse(JSON.stringify(stored));
    const again = await auditStored(kept, name, means);
    expect(again.missed).toEqual([]);
    expect(told(again.audit)).toEqual(told(audit));
  });

  test('of an unchanged repository only what steers is read', async () => {
    const [name = ''] = names;
    const first = await audited(name);
    const second = await audited(name, first.stored);
    expect(second.read.length).toBeLessThan(first.read.length);
    expect(second.stored).toEqual(first.stored);
  });

  test('of a changed one what changed', async () => {
    const [name = ''] = names;
    const { stored } = await audited(name);
    writeFileSync(join(place, name, 'CHANGELOG.md'), '# Changelog\n\n## 99.0.0\n\n- Changed.\n');
    commit(name);
    const fresh = await audited(name);
    const seeded = await audited(name, stored);
    expect(seeded.stored).toEqual(fresh.stored);
    expect(told(seeded.audit)).toEqual(told(fresh.audit));
    // Nothing is read twice, nor for the lines of findings in files that are as they were.
    expect(new Set(fresh.read).size).toBe(fresh.read.length);
    expect(seeded.audit.findings.length).toBeGreaterThan(0);
    expect(seeded.read).toEqual(['CHANGELOG.md']);
  });

  test('facts that were not read are unknown, and said to be', async () => {
    const { stored } = await audited(names[0] ?? '');
    const [key] = Object.entries(stored.facts).find(([, facts]) =>
      facts?.artifacts.some(({ kind }) => kind === 'readme'),
    ) ?? [''];
    const { [key]: gone, ...facts } = stored.facts;
    const { audit, missed } = await auditStored({ ...stored, facts }, 'partly', means);
    expect(missed).toEqual([gone?.path]);
    expect(
      audit.outcomes
        .filter(({ result }) => result.outcome === 'unknown')
        .map(({ result }) => 'why' in result && result.why),
    ).toEqual(expect.arrayContaining([expect.stringContaining(NOT_COLLECTED)]));
  });
});
