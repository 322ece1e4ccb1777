import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { GitFolder } from './git-folder.ts';
import { buildIfStale, folderOf, shipworthy } from './run-built.ts';

jest.setTimeout(240_000);
beforeAll(buildIfStale);

const REPOSITORIES = fileURLToPath(new URL('../../../../fixtures/repositories/', import.meta.url));
const NAME = '.shipworthy-baseline.json';
const TODAY = { SHIPWORTHY_TODAY: '2026-04-01' };

interface Shown {
  readonly rule: string;
  readonly path: string;
  readonly fingerprint: string;
}

async function findingsOf(folder: string): Promise<{ readonly code: number | null; readonly findings: Shown[] }> {
  const args = ['lint', folder, '--preset', 'strict', '--format', 'json', '--fail-on', 'warning', '--no-cache'];
  const { code, out, err } = await shipworthy(args, TODAY);
  if (out === '') throw new Error(err);
  return { code, findings: JSON.parse(out).findings };
}

const accept = (folder: string, ...flags: string[]) =>
  shipworthy(['baseline', folder, '--preset', 'strict', '--no-cache', ...flags], TODAY);

type Document = Record<'components', Record<string, Record<string, Record<string, object>>>>;
const read = (folder: string): Document => JSON.parse(readFileSync(join(folder, NAME), 'utf8'));

/** The entries of a baseline, each with what is left without it. */
function withoutEach(
  document: Document,
): { readonly rule: string; readonly fingerprint: string; readonly rest: Document }[] {
  return Object.entries(document.components).flatMap(([component, rules]) =>
    Object.entries(rules).flatMap(([rule, found]) =>
      Object.keys(found).map((fingerprint) => {
        const rest = structuredClone(document);
        delete rest.components[component]?.[rule]?.[fingerprint];
        return { rule, fingerprint, rest };
      }),
    ),
  );
}

/** Some of the fixtures: each entry is a run. */
const SAMPLED = ['billing-unready', 'payments-unready'];
const MOST_ENTRIES = 25;

describe.each(readdirSync(REPOSITORIES))('%s', (name) => {
  test('a baseline of everything leaves nothing that fails; without one entry exactly that fails', async () => {
    const folder = folderOf({});
    cpSync(join(REPOSITORIES, name, 'repository'), folder, { recursive: true });
    const before = await findingsOf(folder);
    expect((await accept(folder)).code).toBe(0);
    expect(await findingsOf(folder)).toEqual({ code: 0, findings: [] });
    const document = read(folder);
    const entries = withoutEach(document);
    expect(entries.map(({ fingerprint }) => fingerprint).sort()).toEqual(
      before.findings.map(({ fingerprint }) => fingerprint).sort(),
    );
    if (!SAMPLED.includes(name)) return;
    for (const { rule, fingerprint, rest } of entries.slice(0, MOST_ENTRIES)) {
      writeFileSync(join(folder, NAME), JSON.stringify(rest));
      const { findings } = await findingsOf(folder);
      expect(findings.map((finding) => `${finding.rule} ${finding.fingerprint}`)).toEqual([`${rule} ${fingerprint}`]);
    }
  });
});

describe('a baseline', () => {
  const link = (...targets: string[]) => `# A\n\n${targets.map((target) => `[a](${target})\n`).join('\n')}`;

  test('is sorted, without lines, and says where', async () => {
    const folder = folderOf({ 'README.md': '# A\n', 'docs/b.md': link('gone.md'), 'docs/a.md': link('lost.md') });
    const { out } = await accept(folder);
    expect(out).toMatch(/accepted in .*Commit it/);
    const text = readFileSync(join(folder, NAME), 'utf8');
    expect(text.indexOf('docs/a.md')).toBeLessThan(text.indexOf('docs/b.md'));
    expect(text).toMatch(/^ {8}"[0-9a-f]{20}": \{ "path": "docs\/a\.md" \},$/m);
    expect(text).not.toMatch(/"line"|lost\.md|message/);
  });

  test('says what is gone and what is new, and changes only when asked to', async () => {
    const folder = folderOf({ 'README.md': '# A\n', 'docs/a.md': link('lost.md') });
    await accept(folder);
    const first = readFileSync(join(folder, NAME), 'utf8');
    writeFileSync(join(folder, 'docs/a.md'), link('other.md'));
    const { out } = await accept(folder);
    expect(out).toMatch(/of what is gone, in whole or in part: --prune/);
    expect(out).toMatch(/1 finding not in it/);
    expect(readFileSync(join(folder, NAME), 'utf8')).toBe(first);
    await accept(folder, '--prune');
    const shrunk = readFileSync(join(folder, NAME), 'utf8');
    expect(shrunk.length).toBeLessThan(first.length);
    expect((await findingsOf(folder)).findings).toHaveLength(1);
    await accept(folder, '--add');
    expect((await findingsOf(folder)).findings).toEqual([]);
  });

  test('is that of the base: a change cannot accept what it brings', async () => {
    const folder = new GitFolder();
    const base = folder.commit({ 'README.md': '# A\n', 'docs/a.md': link('lost.md') });
    folder.write({ 'docs/b.md': link('gone.md') });
    folder.git('add', '-A');
    await accept(folder.path);
    folder.commit();
    const judged = await shipworthy(['lint', folder.path, '--base', base, '--format', 'json'], TODAY);
    const { findings }: { findings: (Shown & { change: string })[] } = JSON.parse(judged.out);
    expect(findings.flatMap(({ path, change }) => (change === 'introduced' ? path : []))).toEqual(['docs/b.md']);
  });

  test('is no longer needed for what a change mends, which is fixed', async () => {
    const folder = new GitFolder();
    folder.commit({ 'README.md': '# A\n', 'docs/a.md': link('lost.md'), 'docs/b.md': link('gone.md') });
    await accept(folder.path);
    const base = folder.commit();
    folder.commit({ 'docs/lost.md': '# Found\n' });
    const { code, out } = await shipworthy(['lint', folder.path, '--base', base], TODAY);
    expect([code, out]).toEqual([0, expect.stringContaining('✓ docs/a.md:3')]);
    expect(out).not.toContain('gone.md');
    expect(out).toContain('1 entry of the baseline no longer needed');
  });

  test.each([
    ['not JSON', '{'],
    ['of another version', '{ "schema": 2, "components": {} }'],
    ['without a place', '{ "schema": 1, "components": { ".": { "a/b": { "f": {} } } } }'],
    [
      'with a number that is none',
      '{ "schema": 1, "components": { ".": { "a/b": { "f": { "path": "a", "count": 0 } } } } }',
    ],
  ])('that is %s is refused', async (_what, text) => {
    const folder = folderOf({ 'README.md': '# A\n', [NAME]: text });
    const { code, err } = await shipworthy(['lint', folder]);
    expect([code, err]).toEqual([3, expect.stringContaining(NAME)]);
  });
});

describe('fingerprints', () => {
  /** The same to a reader of the format: lines shifted, another layout. */
  const RELAID: readonly (readonly [RegExp, (text: string) => string])[] = [
    [/\.ya?ml$/, (text) => (text.startsWith('#!') ? text : `# A comment.\n\n${text}\n\n`)],
    [/\.md$/, (text) => (text.startsWith('---') ? text : `\n\n${text}\n\n`)],
    [/\.json$/, (text) => JSON.stringify(JSON.parse(text), undefined, 7)],
  ];

  test.each(SAMPLED)('of %s do not change with lines and layout', async (name) => {
    const folder = folderOf({});
    cpSync(join(REPOSITORIES, name, 'repository'), folder, { recursive: true });
    const before = await findingsOf(folder);
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const relay = RELAID.find(([path]) => path.test(file.name));
      if (!file.isFile() || !relay) continue;
      const path = join(file.parentPath, file.name);
      writeFileSync(path, relay[1](readFileSync(path, 'utf8')));
    }
    const after = await findingsOf(folder);
    const keys = ({ findings }: typeof before) =>
      findings.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`).sort();
    expect(keys(after)).toEqual(keys(before));
  });
});
