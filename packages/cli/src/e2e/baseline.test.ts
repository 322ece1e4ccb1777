import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { GitFolder } from '@shipworthy/sources/testing';
import { buildIfStale, folderOf, shipworthy } from './run-built.ts';

jest.setTimeout(60_000);
beforeAll(buildIfStale);

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
    writeFileSync(join(folder, 'docs/a.md'), link('../README.md'));
    writeFileSync(join(folder, 'docs/b.md'), link('other.md'));
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
