import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rules as build } from '@shipworthy/rules-build';
import { rules as design } from '@shipworthy/rules-design';
import { rules as discovery } from '@shipworthy/rules-discovery';
import { rules as operate } from '@shipworthy/rules-operate';
import { fromFolder } from '../discovery/from-folder.ts';
import { runAudits } from '../run.ts';
import { openFileStore } from '../store/file-store.ts';
import type { RepositoryRecord } from '../store/record.ts';
import type { OrgPolicy } from './org-policy.ts';

const rules = [...discovery, ...design, ...build, ...operate];

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'shipworthy-policy-'));
  const told = JSON.stringify(join(place, 'told'));
  const code = `import { writeFileSync } from 'node:fs';\nwriteFileSync(${told}, 'loaded');\nexport default {};\n`;
  clone('acme/pay', {
    'README.md': '# Pay\n\nSee [the plan](docs/gone.md).\n',
    'docs/a.md': '# A\n',
    '.shipworthy.yaml': 'extends: essential\nrules: { "*": "off" }\nignore: docs/**\n',
  });
  clone('acme/old', { 'README.md': '# Old\n' });
  clone('else/free', { 'README.md': '# Free\n', '.shipworthy.yaml': 'rules: { "*": "off" }\n' });
  clone('else/extends', { 'evil.mjs': code, '.shipworthy.yaml': 'extends: ./evil.mjs\n' });
  clone('else/packages', { 'evil.mjs': code, '.shipworthy.yaml': 'packages: ./evil.mjs\n' });
  clone('else/tags', { '.shipworthy.yaml': `rules: !!js/function "function () { ${code} }"\n` });
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

function clone(name: string, files: Readonly<Record<string, string>>): void {
  const folder = join(place, 'clones', name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
    ['commit', '-q', '-m', 'all'],
  ]) {
    const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];
    const { status, stderr } = spawnSync('git', ['-C', folder, ...identity, ...args], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  }
}

async function recordsOf(digest: string, policy?: OrgPolicy): Promise<ReadonlyMap<string, RepositoryRecord>> {
  const store = openFileStore(join(place, 'state'), new Date());
  const asOf = '2026-11-22';
  try {
    await runAudits({
      discovery: await fromFolder(join(place, 'clones')),
      store,
      header: {
        asOf,
        title: 'all',
        tool: { name: 'shipworthy', version: '1.0.0' },
        code: 'c',
        policy: digest,
        rules: [],
      },
      means: { rules, version: '1.0.0', today: asOf },
      policy,
      atOnce: 1,
    });
    return new Map([...(store.last()?.records.values() ?? [])].map((record) => [record.name, record]));
  } finally {
    store.close();
  }
}

const POLICY: OrgPolicy = {
  repositories: [{ match: { name: 'acme/*' }, preset: 'strict' }],
  overrides: [],
  teams: [{ match: { name: 'acme/*' }, team: '@acme/pay' }],
  exclude: [{ match: { name: 'old' }, reason: 'training material' }],
};

describe('a run under a policy', () => {
  test('asks by it, says what does not count, and blames no team for its change', async () => {
    const before = await recordsOf('none');
    expect(before.get('acme/pay')).toMatchObject({ state: 'audited', standing: {}, findings: [] });
    const after = await recordsOf('a policy', POLICY);
    const pay = after.get('acme/pay');
    expect(pay).toMatchObject({ state: 'audited', team: '@acme/pay' });
    expect(pay?.refused).toEqual([
      'its preset essential does not count: strict holds',
      'its ignore does not count',
      '*: off in its rules does not count',
    ]);
    expect(Object.keys(pay?.standing ?? {}).length).toBeGreaterThan(0);
    expect(pay?.opened.filter(({ cause }) => cause !== 'rules')).toEqual([]);
    expect(after.get('acme/old')).toMatchObject({ state: 'excluded', why: 'training material' });
  });

  test("a repository's configuration is data: whatever it names, no code of it runs", async () => {
    const records = await recordsOf('another', POLICY);
    expect(['else/extends', 'else/packages', 'else/tags'].every((name) => records.has(name))).toBe(true);
    expect(existsSync(join(place, 'told'))).toBe(false);
  });
});
