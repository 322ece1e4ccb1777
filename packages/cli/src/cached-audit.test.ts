import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { auditPath } from '@shipworthy/audit';
import { configOnDisk } from '@shipworthy/audit/config-on-disk';
import { DiskCache, DiskReports } from '@shipworthy/cache';
import { renderJson } from '@shipworthy/reporters/json';
import { openSource } from '@shipworthy/sources';
import { allRules } from './catalogue.ts';
import { ReportMemory } from './recall/report-memory.ts';
import { Witness } from './recall/witness.ts';

jest.setTimeout(120_000);

const FIXTURES = fileURLToPath(new URL('../../../fixtures/repositories/', import.meta.url));
const names = readdirSync(FIXTURES);

let place: string;
let repository: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'shipworthy-cached-'));
  repository = join(place, 'repository');
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const open = (): DiskCache => new DiskCache({ folder: join(place, 'cache'), repository, build: 'b' });

async function report(cache?: DiskCache, witness?: Witness): Promise<string> {
  const audit = await auditPath({
    path: repository,
    rules: allRules,
    version: '0',
    preset: 'strict',
    today: '2026-04-01',
    locateEvidence: true,
    ...(cache && { cache }),
    ...(witness && { source: Promise.resolve(witness), ofDisk: witness.ofDisk }),
  });
  cache?.save();
  return renderJson(audit);
}

/** What `lint` tells: again what an earlier run did, or anew. */
async function told(cache: DiskCache): Promise<{ readonly text: string; readonly isRecalled: boolean }> {
  const witness = openSource(repository).then((source) => new Witness(source, configOnDisk(repository)));
  const reports = new DiskReports({ folder: join(place, 'cache'), repository, build: 'b' });
  const memory = new ReportMemory(reports, 'question', witness);
  const known = await memory.recall();
  if (known) return { text: known.text, isRecalled: true };
  const text = await report(cache, await witness);
  await memory.keep({ text, notes: [], code: 0 });
  return { text, isRecalled: false };
}

/** Nothing that is kept changes what is reported. How many files were known, and whether the report was. */
async function expectSame(): Promise<{ readonly known: number; readonly isRecalled: boolean }> {
  const cache = open();
  const fresh = await report();
  const { text, isRecalled } = await told(cache);
  expect(text).toBe(fresh);
  expect(cache.report().troubles).toEqual([]);
  expect(await told(open())).toEqual({ text: fresh, isRecalled: true });
  return { known: cache.report().known, isRecalled };
}

test.each(names)('%s is the same without a cache, with an empty one and with a full one', async (name) => {
  cpSync(join(FIXTURES, name, 'repository'), repository, { recursive: true });
  expect(await expectSame()).toEqual({ known: 0, isRecalled: false });
  expect(await report(open())).toBe(await report());
  writeFileSync(join(repository, 'zzz.txt'), '');
  const after = await expectSame();
  expect(after.isRecalled).toBe(false);
  expect(after.known).toBeGreaterThan(0);
});

/** The same numbers on every machine: a failure can be repeated. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const CONFIGURATIONS = [
  'criticality: critical\n',
  'ignore:\n  - "docs/**"\n',
  'pathClasses:\n  "docs/**": example\n',
  'artifacts:\n  runbook:\n    - "**/*.md"\n',
  'artifacts:\n  slo:\n    - README.md\n',
];

const CONFIGURATION = '.shipworthy.yaml';
const inRepository = (path: string): string => join(repository, path);
const files = (): string[] =>
  readdirSync(repository, { recursive: true, withFileTypes: true })
    // A broken configuration is no audit.
    .filter((entry) => entry.isFile() && entry.name !== CONFIGURATION)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** Another text of the same length, with the times of the first: what sizes and times cannot tell. */
function changeUnseen(path: string): void {
  const { atime, mtime } = statSync(path);
  writeFileSync(path, readFileSync(path, 'latin1').replace(/[a-z]/g, 'x'), 'latin1');
  utimesSync(path, atime, mtime);
}

function swap(one: string, other: string): void {
  const text = readFileSync(one);
  writeFileSync(one, readFileSync(other));
  writeFileSync(other, text);
}

/** What people do to a repository. */
const CHANGES: readonly ((path: string, other: string, configuration: string) => void)[] = [
  (path) => writeFileSync(path, `${readFileSync(path, 'utf8')}\nMore [there](nowhere.md).\n`),
  (path) => rmSync(path),
  changeUnseen,
  swap,
  (path) => {
    mkdirSync(inRepository('moved'), { recursive: true });
    renameSync(path, inRepository(`moved/${basename(path)}`));
  },
  (_path, _other, configuration) => writeFileSync(inRepository(CONFIGURATION), configuration),
  () => rmSync(inRepository(CONFIGURATION), { force: true }),
  (path) => writeFileSync(inRepository('.gitattributes'), `*${extname(path)} linguist-generated\n`),
];

function change(below: (limit: number) => number): void {
  const all = files();
  const any = <T>(list: readonly T[], otherwise: T): T => list[below(list.length)] ?? otherwise;
  any(CHANGES, swap)(any(all, repository), any(all, repository), any(CONFIGURATIONS, ''));
}

test.each([1, 2, 3])('a repository at work, %i', async (seed) => {
  cpSync(join(FIXTURES, 'payments-ready', 'repository'), repository, { recursive: true });
  const below = numbers(seed);
  await expectSame();
  let known = 0;
  for (let step = 0; step < 20; step++) {
    change(below);
    known += (await expectSame()).known;
  }
  expect(known).toBeGreaterThan(0);
});
