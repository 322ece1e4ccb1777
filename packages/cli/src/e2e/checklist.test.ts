import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { GitFolder } from '@shipworthy/sources/testing';
import { buildIfStale, shipworthy } from './run-built.ts';

jest.setTimeout(60_000);
beforeAll(buildIfStale);

const DROP =
  'class Drop < ActiveRecord::Migration[7.0]\n  def up\n    remove_column :users, :name\n  end\n\n  def down\n    raise ActiveRecord::IrreversibleMigration\n  end\nend\n';
const MIGRATION = 'db/migrate/20260101120000_drop.rb';
const RULE = ['--rule', 'change/sensitive-has-checklist'];

/** A repository and its base: sign-in and a form for changes, and then a change of sign-in and of data. */
function changed(message = 'Keep people signed in'): { folder: GitFolder; base: string } {
  const folder = new GitFolder();
  const base = folder.commit({
    'src/auth/session.ts': 'export const a = 1;\n',
    'src/auth/login.ts': 'export const b = 1;\n',
    '.github/pull_request_template.md': '## What\n\nSay what changes.\n\n## Rollback\n\nSay how it is taken back.\n',
    'README.md': '# Shop\n',
  });
  folder.commit({ 'src/auth/session.ts': 'export const a = 2;\n', [MIGRATION]: DROP }, message);
  return { folder, base };
}

const checklist = async (...args: string[]) => shipworthy(['checklist', ...args]);

describe('the checklist of a change', () => {
  test('asks what is open, by area, and says where it belongs', async () => {
    const { folder, base } = changed();
    const { code, out } = await checklist(folder.path, '--base', base);
    expect(code).toBe(0);
    expect(out).toContain('It belongs below “Rollback” of [`.github/pull_request_template.md:5`]');
    expect(out).toContain('### auth: [`src/auth/session.ts`](src/auth/session.ts#L1)\n\n- [ ] A way back: ');
    expect(out).toContain(`### data: [\`${MIGRATION}\`](${MIGRATION}#L1)\n`);
    expect(out).toContain(`- [ ] [\`${MIGRATION}\`](${MIGRATION}#L1) says that there is no way back; it loses data`);
    expect(out).not.toContain('[x]');
  });

  test('ticks what commits say', async () => {
    const { folder, base } = changed(
      'Keep people signed in\n\nRollback: restore the column from the backup of the day',
    );
    const { out } = await checklist(folder.path, '--base', base);
    expect(out).toContain('- [x] A way back: “Rollback: restore the column from the backup of the day” (commit `');
  });

  test('pasted into the pull request it answers only once it is ticked', async () => {
    const { folder, base } = changed();
    const { out } = await checklist(folder.path, '--base', base);
    const body = join(new GitFolder().path, 'body.md');
    const judge = async (text: string) => {
      writeFileSync(body, text);
      const { out: report } = await shipworthy(
        ['lint', folder.path, '--base', base, '--body-file', body, '--format', 'json'].concat(RULE),
      );
      return (JSON.parse(report) as { findings: unknown[] }).findings.length;
    };
    expect(await judge(out)).toBe(1);
    expect(await judge(out.replaceAll('- [ ] A way back', '- [x] A way back'))).toBe(0);
    const again = await checklist(folder.path, '--base', base, '--body-file', body);
    expect(again.out).toMatch(/- \[x\] A way back: “.*” \(pull request, line \d+\)/);
  });

  test('for machines, of a revision, into a file', async () => {
    const { folder, base } = changed();
    const file = join(new GitFolder().path, 'checklist.json');
    const { code } = await checklist(
      folder.path,
      '--base',
      base,
      '--revision',
      'HEAD',
      '--format',
      'json',
      '--output',
      file,
    );
    expect(code).toBe(0);
    const { out } = await checklist(folder.path, '--base', base, '--format', 'json');
    const document = JSON.parse(out) as { areas: { name: string }[]; migrations: { back: string }[] };
    expect(document.areas.map(({ name }) => name)).toEqual(['auth', 'data']);
    expect(document.migrations).toMatchObject([{ path: MIGRATION, line: 1, back: 'refused' }]);
  });

  test('of what is staged, and of a change of nothing', async () => {
    const { folder } = changed();
    const none = await checklist(folder.path, '--base', 'HEAD');
    expect(none.out).toContain('No sensitive area is touched.');
    folder.write({ 'src/auth/login.ts': 'export const b = 2;\n' });
    folder.git('add', '-A');
    folder.write({ 'src/auth/login.ts': 'export const b = 1;\n' });
    const staged = await checklist(folder.path, '--base', 'HEAD', '--staged');
    expect(staged.out).toContain('### auth: [`src/auth/login.ts`]');
  });

  test('areas and what they bring are those of the base', async () => {
    const folder = new GitFolder();
    const config = (brings: string) => `areas:\n  money:\n    paths: src/money/**\n    brings: [${brings}]\n`;
    const base = folder.commit({ '.shipworthy.yaml': config('watching'), 'src/money/a.py': 'a = 1\n' });
    folder.commit({ '.shipworthy.yaml': config('review'), 'src/money/a.py': 'a = 2\n' });
    const { out } = await checklist(folder.path, '--base', base);
    expect(out).toContain('### money: [`src/money/a.py`](src/money/a.py#L1)\n\n- [ ] What to watch afterwards: ');
  });

  test.each([
    [[], '--base is missing'],
    [['--base', 'HEAD', '--staged', '--revision', 'HEAD'], 'exclude each other'],
    [['--base', 'nope'], 'names no commit'],
    [['--base', 'HEAD', '--body-file', 'nowhere.md'], 'cannot read the text of the pull request'],
  ])('%j is refused', async (args, message) => {
    const folder = new GitFolder();
    folder.commit({ 'a.md': '# A\n' });
    const { code, err } = await checklist(folder.path, ...args);
    expect([code, err]).toEqual([3, expect.stringContaining(message)]);
  });
});
