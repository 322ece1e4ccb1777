import { afterEach, describe, expect, test } from '@jest/globals';
import { historyOf } from './history.ts';
import { TemporaryFolder } from './testing/temporary-folder.ts';

const folders: TemporaryFolder[] = [];
const folder = () => {
  const made = new TemporaryFolder();
  folders.push(made);
  return made;
};
afterEach(() => {
  for (const made of folders.splice(0)) made.remove();
});

/** Commits `n` times as a person in a month. */
function commits(at: TemporaryFolder, n: number, name: string, address: string, month: string): void {
  for (let i = 0; i < n; i++)
    at.git(
      ...['-c', `user.name=${name}`, '-c', `user.email=${address}`, 'commit', '-q', '--allow-empty'],
      ...[`--author=${name} <${address}>`, `--date=${month}-0${i + 1}T12:00:00Z`, '-m', 'x'],
    );
}

describe('history', () => {
  test('people with three commits or more, by name or address; bots and visitors left out', async () => {
    const at = folder();
    at.git('init', '-q', '-b', 'main');
    commits(at, 2, 'Amy', 'amy@example.org', '2026-05');
    commits(at, 1, 'Amy Adams', 'amy@example.org', '2026-06');
    commits(at, 3, 'Bob', 'bob@example.org', '2026-06');
    commits(at, 1, 'Visitor', 'v@example.org', '2026-07');
    commits(at, 4, 'renovate[bot]', 'r@example.org', '2026-08');
    const history = await historyOf(at.path, '2026-11-01');
    expect(history).toMatchObject({ state: 'full', authors: ['Amy Adams', 'Bob'], activeMonths: 3, tags: 0 });
  });
  test('.mailmap joins the names of one person', async () => {
    const at = folder().write({ '.mailmap': 'Amy <amy@example.org> <a@old.example>\n' });
    at.git('init', '-q', '-b', 'main');
    at.git('add', '.mailmap');
    commits(at, 2, 'Amy', 'amy@example.org', '2026-05');
    commits(at, 1, 'A. Old', 'a@old.example', '2026-06');
    expect(await historyOf(at.path, '2026-11-01')).toMatchObject({ authors: ['Amy'] });
  });
  test('no repository and no commit are said', async () => {
    expect(await historyOf(folder().path, '2026-11-01')).toEqual({ state: 'none', why: 'it is no git repository' });
    const empty = folder();
    empty.git('init', '-q');
    expect(await historyOf(empty.path, '2026-11-01')).toEqual({ state: 'none', why: 'it has no commit' });
  });
  test('a shallow clone cannot tell', async () => {
    const at = folder();
    at.git('init', '-q', '-b', 'main');
    commits(at, 2, 'Amy', 'amy@example.org', '2026-05');
    const clone = folder();
    clone.git('clone', '-q', '--depth', '1', `file://${at.path}`, 'c');
    expect((await historyOf(`${clone.path}/c`, '2026-11-01')).state).toBe('shallow');
  });
});
