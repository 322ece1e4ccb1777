import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { GitFolder } from '@shipworthy/sources/testing';
import { buildIfStale, shipworthy } from './run-built.ts';

jest.setTimeout(60_000);
beforeAll(buildIfStale);

const rules = (...alerts: [name: string, runbook?: string][]): string =>
  `groups:\n  - name: shop\n    rules:\n${alerts
    .map(
      ([name, runbook]) =>
        `      - alert: ${name}\n        expr: up == 0\n        labels: { severity: page }\n        annotations:\n          summary: ${name} is down\n${runbook === undefined ? '' : `          runbook_url: ${runbook}\n`}`,
    )
    .join('')}`;

interface Judged {
  readonly code: number | null;
  readonly introduced: readonly string[];
  readonly worsened: readonly string[];
  readonly existing: readonly string[];
  readonly fixed: readonly string[];
  readonly base: string;
}

interface Shown {
  readonly rule: string;
  readonly path: string;
  readonly line?: number;
  readonly change: string;
}

async function judge(path: string, ...args: string[]): Promise<Judged> {
  const { code, out, err } = await shipworthy(['lint', path, '--format', 'json', ...args]);
  if (out === '') throw new Error(err);
  const report: { base: string; findings: Shown[]; fixed: Shown[] } = JSON.parse(out);
  const of = (change: string) => report.findings.filter((finding) => finding.change === change).map(named);
  return {
    code,
    base: report.base,
    introduced: of('introduced'),
    worsened: of('worsened'),
    existing: of('existing'),
    fixed: report.fixed.map(named),
  };
}

const named = ({ rule, path }: Shown): string => `${rule} ${path}`;
const nothing = { introduced: [], worsened: [], fixed: [] };
const ALERTS = '--rule=alert/*';

describe('what a change answers for', () => {
  test('is what it introduces; what was there before does not fail', async () => {
    const folder = new GitFolder();
    const base = folder.commit({ 'alerts.yaml': rules(['Old', 'docs/gone.md']), 'docs/a.md': '# A\n' });
    folder.commit({ 'more.yaml': rules(['New', 'docs/missing.md']) });
    expect(await judge(folder.path, '--base', base, '--rule', 'alert/runbook-resolves')).toEqual({
      code: 1,
      base,
      introduced: ['alert/runbook-resolves more.yaml'],
      worsened: [],
      existing: ['alert/runbook-resolves alerts.yaml'],
      fixed: [],
    });
    expect(await judge(folder.path, '--base', 'HEAD', '--rule', 'alert/runbook-resolves')).toMatchObject({
      code: 0,
      introduced: [],
    });
  });

  test('a gap more of the same cause is worse, a gap less is not fixed yet', async () => {
    const folder = new GitFolder();
    const one = folder.commit({ 'alerts.yaml': rules(['A', 'gone.md']) });
    const two = folder.commit({ 'alerts.yaml': rules(['A', 'gone.md'], ['B', 'gone.md']) });
    const rule = ['--rule', 'alert/runbook-resolves'];
    expect(await judge(folder.path, '--base', one, ...rule)).toMatchObject({
      code: 1,
      worsened: ['alert/runbook-resolves alerts.yaml'],
      introduced: [],
    });
    folder.git('checkout', '-q', one);
    expect(await judge(folder.path, '--base', two, ...rule)).toMatchObject({ ...nothing, code: 0 });
  });

  test('is the same when the base was asked before', async () => {
    const folder = new GitFolder();
    const base = folder.commit({ 'alerts.yaml': rules(['A', 'gone.md'], ['B']), 'docs/a.md': '[x](lost.md)\n' });
    folder.commit({
      'alerts.yaml': rules(['A', 'a.md'], ['B']),
      'a.md': '# A\n\nRestart it.\n',
      'docs/b.md': '[x](no.md)\n',
    });
    const without = await judge(folder.path, '--base', base, '--no-cache');
    const first = await judge(folder.path, '--base', base);
    expect([first, await judge(folder.path, '--base', base)]).toEqual([without, without]);
    expect(first.fixed.length * first.introduced.length * first.existing.length).toBeGreaterThan(0);
    folder.commit({ '.shipworthy.yaml': 'rules: { "alert/*": off }\n' });
    expect((await judge(folder.path, '--base', base)).existing).toEqual(first.existing);
  });

  test('one dead link more is told where it stands, whatever the others are joined to', async () => {
    const folder = new GitFolder();
    const links = (names: string) => [...names].map((name) => `- [${name}](#${name})\n`).join('');
    const base = folder.commit({ 'README.md': `# Shop\n\n${links('abcde')}` });
    folder.commit({ 'README.md': `# Shop\n\n${links('abxcde')}` });
    const args = ['lint', folder.path, '--base', base, '--rule', 'docs/references-resolve', '--format', 'json'];
    const { findings } = JSON.parse((await shipworthy(args)).out);
    expect(findings.map(({ change, line, count = 1 }: Shown & { count?: number }) => [change, line, count])).toEqual([
      ['existing', 3, 5],
      ['worsened', 5, 1],
    ]);
  });

  test('what it makes of a repository asks the base as well', async () => {
    const folder = new GitFolder();
    const base = folder.commit({ 'requirements.txt': 'requests\n', 'main.py': 'print(1)\n' });
    folder.commit({
      Dockerfile: 'FROM python:3\nCOPY . .\nRUN pip install -r requirements.txt\nCMD ["python", "main.py"]\n',
      'compose.yaml': 'services:\n  orders:\n    build: .\n    restart: always\n',
    });
    const rule = ['--rule', 'dependency/locked'];
    const { out } = await shipworthy(['lint', folder.path, '--revision', base, '--format', 'json', ...rule]);
    expect(JSON.parse(out).findings).toEqual([]);
    expect(await judge(folder.path, '--base', base, ...rule)).toMatchObject({
      ...nothing,
      existing: ['dependency/locked requirements.txt'],
    });
  });

  test('what it mends is listed', async () => {
    const folder = new GitFolder();
    const base = folder.commit({ 'alerts.yaml': rules(['A', 'a.md']) });
    folder.commit({ 'a.md': '# A\n\nRestart it.\n' });
    expect(await judge(folder.path, '--base', base, '--rule', 'alert/runbook-resolves')).toMatchObject({
      code: 0,
      fixed: ['alert/runbook-resolves alerts.yaml'],
    });
  });

  test('lines that shift, another order and another layout change nothing', async () => {
    const folder = new GitFolder();
    const base = folder.commit({ 'alerts.yaml': rules(['A', 'gone.md'], ['B']), 'b.yaml': rules(['C']) });
    folder.commit({
      'alerts.yaml': `# moved down\n\n${rules(['B'], ['A', 'gone.md']).replaceAll('  ', '   ')}`,
      'b.yaml': `{ "groups": [{ "name": "shop", "rules": [{ "alert": "C", "expr": "up == 0", "labels": { "severity": "page" }, "annotations": { "summary": "C is down" } }] }] }`,
    });
    const judged = await judge(folder.path, '--base', base, ALERTS);
    expect(judged).toMatchObject(nothing);
    expect(judged.existing.length).toBeGreaterThan(1);
  });
});

describe('moves', () => {
  const pages = (folder: string, count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `${folder}/page-${index}.md`,
        `# Page ${index}\n\nSee [the other](missing-${index}.md) and the rest of page ${index}.\n`,
      ]),
    );

  test('a folder with 50 findings introduces none and fixes none', async () => {
    const folder = new GitFolder();
    const base = folder.commit({ ...pages('docs/guides', 50), 'README.md': '# A\n' });
    folder.git('mv', 'docs/guides', 'docs/handbook');
    folder.commit();
    const judged = await judge(folder.path, '--base', base);
    expect(judged).toMatchObject({ ...nothing, code: 0 });
    expect(judged.existing.filter((name) => name.startsWith('docs/references-resolve docs/handbook/'))).toHaveLength(
      50,
    );
  });

  test('that are edited on the way are followed', async () => {
    const folder = new GitFolder();
    const page = '# Page\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\nSee [x](missing.md).\n';
    const base = folder.commit({ 'docs/a.md': page, 'README.md': '# A\n' });
    folder.commit({ 'docs/a.md': null, 'guides/b.md': page.replace('Two', 'Two and a half') });
    expect(await judge(folder.path, '--base', base)).toMatchObject(nothing);
  });

  test('that break a link are not followed too far', async () => {
    const folder = new GitFolder();
    const base = folder.commit({ 'docs/a.md': '# A\n\nSee [b](b.md).\n', 'docs/b.md': '# B\n', 'README.md': '# A\n' });
    folder.git('mv', 'docs/a.md', 'a.md');
    folder.commit();
    expect((await judge(folder.path, '--base', base)).introduced).toEqual(['docs/references-resolve a.md']);
  });
});

describe('what cannot be read', () => {
  test('a change that breaks a file introduces that and fixes nothing', async () => {
    const folder = new GitFolder();
    const base = folder.commit({ 'alerts.yaml': rules(['A', 'gone.md'], ['B']) });
    folder.commit({ 'alerts.yaml': `${rules(['A', 'gone.md'], ['B'])}\n  broken: [\n` });
    const judged = await judge(folder.path, '--base', base, ALERTS, '--rule', 'artifact/*');
    expect(judged).toMatchObject({ code: 1, introduced: ['artifact/readable alerts.yaml'], fixed: [] });
    expect(judged.existing).toContain('alert/runbook-resolves alerts.yaml');
  });

  test('a change that mends a file fixes that and introduces nothing', async () => {
    const folder = new GitFolder();
    const base = folder.commit({ 'alerts.yaml': `${rules(['A', 'gone.md'])}\n  broken: [\n` });
    folder.commit({ 'alerts.yaml': rules(['A', 'gone.md']) });
    expect(await judge(folder.path, '--base', base, ALERTS, '--rule', 'artifact/*')).toMatchObject({
      code: 0,
      introduced: [],
      fixed: ['artifact/readable alerts.yaml'],
    });
  });
});

describe('a change cannot exempt itself', () => {
  const EXEMPTION =
    'exemptions:\n  - rule: alert/runbook-resolves\n    reason: later\n    owner: ann\n    expires: 2999-01-01\n';

  test('by its configuration, which counts from the base on', async () => {
    const folder = new GitFolder();
    const base = folder.commit({ 'README.md': '# A\n' });
    const next = folder.commit({ 'alerts.yaml': rules(['A', 'gone.md']), '.shipworthy.yaml': EXEMPTION });
    const rule = ['--rule', 'alert/runbook-resolves'];
    expect((await judge(folder.path, '--base', base, ...rule)).introduced).toEqual([
      'alert/runbook-resolves alerts.yaml',
    ]);
    folder.commit({ 'b.yaml': rules(['B', 'lost.md']) });
    expect((await judge(folder.path, '--base', next, ...rule)).introduced).toEqual([]);
  });

  test('by a comment, which counts from the base on', async () => {
    const folder = new GitFolder();
    const text = rules(['A', 'gone.md']).replace(
      '          runbook_url',
      '          # shipworthy-disable-next-line alert/runbook-resolves -- the page comes next week\n          runbook_url',
    );
    const base = folder.commit({ 'README.md': '# A\n' });
    const next = folder.commit({ 'alerts.yaml': text });
    const rule = ['--rule', 'alert/runbook-resolves'];
    expect((await judge(folder.path, '--base', base, ...rule)).introduced).toHaveLength(1);
    folder.commit({ 'alerts.yaml': `# A comment.\n${text}` });
    expect(await judge(folder.path, '--base', next, ...rule)).toMatchObject({ introduced: [], existing: [] });
  });
});

describe('where the sides come from', () => {
  const rule = ['--rule', 'alert/runbook-resolves'];
  const found = ['alert/runbook-resolves more.yaml'];

  test('a dirty tree, what is staged, and a commit', async () => {
    const folder = new GitFolder();
    folder.commit({ 'alerts.yaml': rules(['Old']), 'more.yaml': rules(['Fine']) });
    folder.write({ 'more.yaml': rules(['New', 'gone.md']) });
    expect((await judge(folder.path, '--base', 'HEAD', ...rule)).introduced).toEqual(found);
    expect((await judge(folder.path, '--base', 'HEAD', '--staged', ...rule)).introduced).toEqual([]);
    folder.git('add', '-A');
    folder.write({ 'more.yaml': rules(['Fine']) });
    expect((await judge(folder.path, '--base', 'HEAD', '--staged', ...rule)).introduced).toEqual(found);
    expect((await judge(folder.path, '--base', 'HEAD', ...rule)).introduced).toEqual([]);
    folder.git('commit', '-q', '-m', 'more');
    folder.commit({ 'more.yaml': rules(['Fine']) });
    expect((await judge(folder.path, '--base', 'HEAD~2', '--revision', 'HEAD~1', ...rule)).introduced).toEqual(found);
  });

  test('a folder below the top of the work tree', async () => {
    const folder = new GitFolder();
    folder.commit({ 'alerts.yaml': rules(['Old']), 'shop/more.yaml': rules(['Fine']) });
    folder.write({ 'shop/more.yaml': rules(['New', 'gone.md']), 'alerts.yaml': rules(['Beside', 'gone.md']) });
    expect((await judge(`${folder.path}/shop`, '--base', 'HEAD', ...rule)).introduced).toEqual(found);
  });

  test('a merge commit against its first parent', async () => {
    const folder = new GitFolder();
    folder.commit({ 'alerts.yaml': rules(['Old', 'lost.md']) });
    folder.git('checkout', '-q', '-b', 'topic');
    folder.commit({ 'more.yaml': rules(['New', 'gone.md']) });
    folder.git('checkout', '-q', 'main');
    folder.commit({ 'other.yaml': rules(['Other', 'nowhere.md']) });
    folder.git('merge', '-q', '--no-ff', '-m', 'merge', 'topic');
    expect((await judge(folder.path, '--base', 'HEAD^1', ...rule)).introduced).toEqual(found);
  });

  test('a shallow clone into which one commit was fetched', async () => {
    const folder = new GitFolder();
    const base = folder.commit({ 'alerts.yaml': rules(['Old', 'lost.md']) });
    folder.commit({ 'a.txt': 'between' });
    folder.commit({ 'more.yaml': rules(['New', 'gone.md']) });
    folder.git('config', 'uploadpack.allowReachableSHA1InWant', 'true');
    const clone = new GitFolder();
    clone.git('clone', '-q', '--depth', '1', `file://${folder.path}`, 'shallow');
    const shallow = new GitFolder(`${clone.path}/shallow`);
    const missing = await shipworthy(['lint', shallow.path, '--base', base]);
    expect([missing.code, missing.err]).toEqual([3, expect.stringMatching(/names no commit.*git fetch --depth=1/s)]);
    shallow.git('fetch', '-q', '--depth', '1', 'origin', base);
    expect((await judge(shallow.path, '--base', base, ...rule)).introduced).toEqual(found);
  });

  test.each([
    [['--staged', '--revision', 'HEAD'], 'exclude each other'],
    [['--staged', '--untracked'], 'exclude each other'],
    [['--body-file', 'a.md'], 'with --base only'],
    [['--base', 'nope'], 'names no commit'],
    [['--base', 'HEAD', '--body-file', 'nowhere.md'], 'cannot read the text of the pull request'],
  ])('%j is refused', async (args, message) => {
    const folder = new GitFolder();
    folder.commit({ 'a.md': '# A\n' });
    const { code, err } = await shipworthy(['lint', folder.path, ...args]);
    expect([code, err]).toEqual([3, expect.stringContaining(message)]);
  });
});
