import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { buildIfStale, folderOf, type Ran, shipworthy } from './run-built.ts';

jest.setTimeout(120_000);

const RULES = `groups:
  - name: g
    rules:
      - alert: Down
        expr: up == 0
        for: 5m
        labels: {severity: critical, team: core}
        annotations: {summary: Nobody can log in., runbook_url: docs/runbooks/down.md}
`;
const RUNBOOK = '# Down\n';
const MIB = 1024 * 1024;

const folders: string[] = [];
const repository = (files: Readonly<Record<string, string>>): string => {
  const folder = folderOf({ 'docs/runbooks/down.md': RUNBOOK, ...files });
  folders.push(folder);
  return folder;
};
const git = (folder: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: folder, stdio: 'pipe' });

beforeAll(buildIfStale);
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Report {
  readonly findings: readonly {
    readonly rule: string;
    readonly path: string;
    readonly line?: number;
    readonly message: string;
  }[];
  readonly outcomes: readonly {
    readonly rule: string;
    readonly subject: string;
    readonly outcome: string;
    readonly why?: string;
  }[];
}

/** What is said about whether files could be read. */
async function readable(folder: string): Promise<{ ran: Ran; findings: string[]; unknown: string[] }> {
  const ran = await shipworthy(['lint', folder, '--rule', 'artifact/readable', '--format', 'json']);
  const report: Report = JSON.parse(ran.out);
  return {
    ran,
    findings: report.findings.map(({ path, line, message }) => `${path}:${line} ${message}`),
    unknown: report.outcomes
      .filter(({ outcome }) => outcome === 'unknown')
      .map(({ subject, why }) => `${subject} ${why}`),
  };
}

/** No stack trace, no internal error: the two lines of an explained error. */
const expectExplained = ({ code, out, err }: Ran, expected: { code: number; message: RegExp }) => {
  expect({ code, out }).toEqual({ code: expected.code, out: '' });
  expect(err).toMatch(expected.message);
  expect(err).toMatch(/^shipworthy: .+\n {2}\S.+\n$/);
  expect(err).not.toMatch(/internal error|\n\s+at /);
};

describe('files that contradict their format are errors', () => {
  test.each([
    [
      'YAML with broken indentation',
      { 'alerts.yaml': `${RULES}       broken: [\n` },
      /^alerts\.yaml:\d+ .*cannot be read/,
    ],
    [
      'JSON with a missing value',
      {
        'prometheus-rules.json': '{"kind":"PrometheusRule","spec":{"groups":[{"rules":[{"alert":"X","expr":"up",}, ]}',
      },
      /^prometheus-rules\.json:1 .*cannot be read/,
    ],
  ])('%s', async (_name, files, expected) => {
    const { ran, findings } = await readable(repository(files));
    expect(findings).toEqual([expect.stringMatching(expected)]);
    expect(ran.code).toBe(1);
  });

  test('rules that are not UTF-8', async () => {
    const folder = repository({});
    writeFileSync(join(folder, 'alerts.yaml'), Buffer.concat([Buffer.from(RULES), Buffer.from([0x23, 0xe9, 0x0a])]));
    expect((await readable(folder)).findings).toEqual([expect.stringContaining('it is not UTF-8 text')]);
  });
});

describe('files that could not be seen are unknown, never clean', () => {
  test('an alias bomb ends at a limit', async () => {
    const levels = Array.from(
      { length: 12 },
      (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]\n`,
    );
    const bomb = `a0: &a0 [x]\n${levels.join('')}${RULES.replace('team: core', 'team: *a12')}`;
    const { ran, unknown } = await readable(repository({ 'alerts.yaml': bomb }));
    expect(unknown).toEqual([expect.stringMatching(/alerts\.yaml .*alias/)]);
    expect(ran.code).toBe(0);
  });

  test('a file of 100 MB is not read', async () => {
    const folder = repository({});
    const file = openSync(join(folder, 'alerts.yaml'), 'w');
    writeSync(file, RULES);
    ftruncateSync(file, 100 * MIB);
    closeSync(file);
    expect((await readable(folder)).unknown).toEqual([expect.stringMatching(/alerts\.yaml larger than/)]);
  });

  test('a file without permission to read', async () => {
    const folder = repository({ 'alerts.yaml': RULES });
    chmodSync(join(folder, 'alerts.yaml'), 0);
    const { unknown, ran } = await readable(folder);
    // The superuser may read everything.
    expect(unknown.length).toBe(process.getuid?.() === 0 ? 0 : 1);
    expect(ran.code).toBe(0);
  });

  test('a template that does not parse', async () => {
    const template = '{{- range .Values.all }}\ngroups:\n  - rules:\n    - alert: A\n     expr: {{ .x }\n{{- end }}\n';
    const { unknown, findings } = await readable(
      repository({ 'chart/templates/alerts.yaml': template, 'chart/Chart.yaml': 'name: c\n' }),
    );
    expect({ unknown: unknown.length, findings }).toEqual({ unknown: 1, findings: [] });
  });

  test('--strict-unknown makes them fail', async () => {
    const folder = repository({ 'alerts.yaml': RULES.replace('docs/runbooks/down.md', 'https://wiki.test/down') });
    expect((await shipworthy(['lint', folder])).code).toBe(0);
    expect((await shipworthy(['lint', folder, '--strict-unknown'])).code).toBe(1);
  });
});

describe('what leads out of the tree', () => {
  test('links are listed and never followed', async () => {
    const outside = repository({ 'alerts.yaml': RULES });
    const folder = repository({});
    symlinkSync(join(outside, 'alerts.yaml'), join(folder, 'alerts.yaml'));
    symlinkSync(outside, join(folder, 'rules'));
    git(folder, 'init', '--quiet');
    git(folder, 'add', '--all');
    const { artifacts } = JSON.parse((await shipworthy(['inventory', folder, '--format', 'json'])).out);
    expect(artifacts.map((artifact: { path: string }) => artifact.path)).not.toContain('alerts.yaml');
    expect((await shipworthy(['inventory', folder, '--why', 'alerts.yaml'])).out).toContain('never followed');
  });

  test('a folder that became a link after it was listed is not followed either', async () => {
    const outside = repository({ 'alerts.yaml': RULES });
    const folder = repository({ 'rules/alerts.yaml': RULES });
    git(folder, 'init', '--quiet');
    git(folder, 'add', '--all');
    rmSync(join(folder, 'rules'), { recursive: true });
    symlinkSync(outside, join(folder, 'rules'));
    const { artifacts } = JSON.parse((await shipworthy(['inventory', folder, '--format', 'json'])).out);
    expect(artifacts.map((artifact: { path: string }) => artifact.path)).not.toContain('rules/alerts.yaml');
  });
});

describe('line ends and byte order marks change nothing', () => {
  test.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['both', (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
  ])('%s', async (_name, change) => {
    const dead = RULES.replace('down.md', 'gone.md');
    const findings = async (text: string) =>
      (JSON.parse((await shipworthy(['lint', repository({ 'alerts.yaml': text }), '--format', 'json'])).out) as Report)
        .findings;
    const plain = await findings(dead);
    expect(plain.map(({ rule }) => rule)).toContain('alert/runbook-resolves');
    expect(await findings(change(dead))).toEqual(plain);
  });
});

describe('places that hold no repository', () => {
  test('an empty folder and an empty repository are audited, and said to be empty', async () => {
    const folder = folderOf({});
    folders.push(folder);
    expect(await shipworthy(['lint', folder])).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('0 files'),
    });
    git(folder, 'init', '--quiet');
    expect(await shipworthy(['lint', folder])).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('0 files'),
    });
  });

  test('a bare repository has no files, but its revisions can be audited', async () => {
    const work = repository({ 'alerts.yaml': RULES });
    git(work, 'init', '--quiet');
    git(work, 'add', '--all');
    git(work, 'commit', '--quiet', '-m', 'x');
    const bare = folderOf({});
    folders.push(bare);
    git(bare, 'clone', '--quiet', '--bare', work, '.');
    expectExplained(await shipworthy(['lint', bare]), { code: 3, message: /is a bare repository/ });
    const fromBare: Report = JSON.parse(
      (await shipworthy(['lint', bare, '--revision', 'HEAD', '--format', 'json'])).out,
    );
    const fromWork: Report = JSON.parse((await shipworthy(['lint', work, '--format', 'json'])).out);
    expect({ findings: fromBare.findings, outcomes: fromBare.outcomes }).toEqual({
      findings: fromWork.findings,
      outcomes: fromWork.outcomes,
    });
  });

  test('a path that does not exist', async () => {
    expectExplained(await shipworthy(['lint', join(repository({}), 'nowhere')]), {
      code: 3,
      message: /does not exist/,
    });
  });
  test('an empty path', async () => {
    expectExplained(await shipworthy(['lint', '']), { code: 3, message: /the path is empty/ });
  });
  test('a file', async () => {
    expectExplained(await shipworthy(['lint', join(repository({}), 'docs/runbooks/down.md')]), {
      code: 3,
      message: /is not a folder/,
    });
  });
  test('a revision that does not exist', async () => {
    const folder = repository({});
    git(folder, 'init', '--quiet');
    expectExplained(await shipworthy(['lint', folder, '--revision', 'no-such']), { code: 3, message: /no-such/ });
  });
  test('a name from the scanned repository cannot reach the terminal unescaped', async () => {
    const folder = repository({});
    mkdirSync(join(folder, 'x'));
    writeFileSync(join(folder, 'x/\u001b[31mred.md'), '# A\n\n[x](gone.md)\n');
    const { out } = await shipworthy(['lint', folder, '--preset', 'strict']);
    expect(out).toContain('red.md');
    expect(out).not.toContain('\u001b');
  });
});
