import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { install, pack, packPublic, root, write } from './packages.ts';
import { run } from './run.ts';

const scratch = mkdtempSync(join(tmpdir(), 'shipworthy-third-party-'));
/** Where a company installs shipworthy and its packages. */
const home = join(scratch, 'home');
/** Where the author of the rules works. */
const author = join(scratch, 'author');
const subject = join(scratch, 'subject');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const shipworthy = (...args: string[]) => run(join(home, 'node_modules/.bin/shipworthy'), args, home);

beforeAll(() => {
  const { kit, tester, command } = packPublic(scratch);
  const [rules, reporter] = ['acme-rules', 'acme-reporter'].map((name) =>
    pack(join(root, 'fixtures/packages', name), scratch),
  );
  write(join(home, 'package.json'), '{ "name": "home", "private": true }');
  install(
    home,
    [command, kit, rules, reporter].flatMap((tarball) => tarball ?? []),
  );
  for (const name of ['acme-rules', 'acme-reporter'])
    cpSync(join(root, 'fixtures/packages', name), join(author, name), { recursive: true });
  for (const name of ['acme-rules', 'acme-reporter'])
    install(
      join(author, name),
      [kit, tester].flatMap((tarball) => tarball ?? []),
    );
  write(join(subject, 'README.md'), '# Subject\n');
  write(join(subject, 'docs/runbooks/Down.md'), '# Down\n\n## Mitigation\n\n1. Restart it.\n');
}, 240_000);

describe('a package of rules', () => {
  const loaded = ['--load-packages', 'acme-rules'];

  test('brings nothing along but the rule-kit, which brings nothing', () => {
    const folders = readdirSync(join(home, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(folders).toEqual(['@shipworthy', 'acme-reporter', 'acme-rules', 'shipworthy']);
    expect(readdirSync(join(home, 'node_modules/@shipworthy'))).toEqual(['rule-kit']);
  });

  test('is listed, and each of its rules is explained by its page', () => {
    const { rules } = JSON.parse(shipworthy('rules', '--format', 'json', ...loaded).stdout);
    const acme = rules.filter((rule: { package: string }) => rule.package === 'acme-rules');
    expect(acme.map(({ id }: { id: string }) => id)).toEqual([
      'acme/alert/severity-known',
      'acme/runbook/names-a-dashboard',
    ]);
    const page = shipworthy('explain', 'acme/alert/severity-known', ...loaded);
    expect(page).toMatchObject({ status: 0, stderr: '' });
    expect(page.stdout).toContain("Acme's Alertmanager routes by severity.");
    expect(page.stdout).toContain('`known` (list, default `["page","ticket"]`): The severities that are routed');
  });

  test('finds what it looks for, in every format', () => {
    const json = shipworthy('lint', subject, '--rule', 'acme/*', '--format', 'json', ...loaded);
    expect(json.stderr).toBe('');
    expect(JSON.parse(json.stdout).findings).toMatchObject([
      { rule: 'acme/runbook/names-a-dashboard', path: 'docs/runbooks/Down.md', line: 1 },
    ]);
    const sarif = JSON.parse(shipworthy('lint', subject, '--rule', 'acme/*', '--format', 'sarif', ...loaded).stdout);
    expect(sarif.runs[0].tool.driver.rules[1].help.markdown).toContain('Searching for the right one takes minutes');
  });

  test('is not there unless it is asked for', () => {
    const { status, stderr } = shipworthy('lint', subject, '--rule', 'acme/*');
    expect({ status, stderr }).toEqual({ status: 3, stderr: expect.stringContaining("no rule is called 'acme/*'") });
  });

  test('passes its own tests, with the test runner of Node', () => {
    const { status, stdout } = run('npm', ['test', '--silent'], join(author, 'acme-rules'));
    expect({ status, failed: /^# fail (\d+)/m.exec(stdout)?.[1] ?? stdout }).toEqual({ status: 0, failed: '0' });
    expect(Number(/^# pass (\d+)/m.exec(stdout)?.[1])).toBeGreaterThanOrEqual(9);
  });

  test('is the example on the page of the rule-kit', () => {
    const page = readFileSync(join(root, 'packages/rule-kit/README.md'), 'utf8');
    expect(page).toContain(readFileSync(join(author, 'acme-rules/runbook-names-a-dashboard/rule.js'), 'utf8'));
  });

  test('fails its own tests when it is wrong', () => {
    const folder = join(author, 'wrong');
    cpSync(join(author, 'acme-rules'), folder, { recursive: true });
    const file = join(folder, 'alert-severity-known/rule.js');
    writeFileSync(file, readFileSync(file, 'utf8').replace('known.includes(severity)', '!known.includes(severity)'));
    const { status, stdout } = run('npm', ['test', '--silent'], folder);
    expect(status).not.toBe(0);
    expect(stdout).toContain('not ok');
  });

  test('is checked by the compiler, against types that need no other package', () => {
    const compile = (folder: string) =>
      run(
        process.execPath,
        [
          join(root, 'node_modules/typescript/bin/tsc'),
          ...['--noEmit', '--allowJs', '--checkJs', '--strict', '--target', 'es2023', '--module', 'nodenext'],
          ...['--typeRoots', join(root, 'node_modules/@types'), '--types', 'node'],
          'index.js',
        ],
        folder,
      );
    expect(compile(join(author, 'acme-rules')).stdout).toBe('');
    const folder = join(author, 'mistyped');
    cpSync(join(author, 'acme-rules'), folder, { recursive: true });
    const file = join(folder, 'alert-severity-known/rule.js');
    const right = readFileSync(file, 'utf8');
    for (const [from, to] of [
      ["gap('odd'", "gap('even'"],
      ['known: known.join', 'knwn: known.join'],
      ['alert.labels', 'alert.lables'],
      ["subject: 'alert'", "subject: 'alarm'"],
      ["severity: 'error'", "severity: 'fatal'"],
      ["type: 'list', default: ['page', 'ticket']", "type: 'list', default: 'page'"],
    ] as const) {
      expect(right).toContain(from);
      writeFileSync(file, right.replace(from, to));
      expect({ to, refused: /rule\.js\(\d+,\d+\): error TS/.test(compile(folder).stdout) }).toEqual({
        to,
        refused: true,
      });
    }
  }, 60_000);
});

describe('a reporter', () => {
  test('is a format of its own', () => {
    const args = ['lint', subject, '--rule', 'acme/*', '--format', 'acme-csv'];
    const both = ['--load-packages', 'acme-rules', '--load-packages', 'acme-reporter'];
    const { stdout, stderr } = shipworthy(...args, ...both);
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toEqual([
      '"severity","rule","path","line","gaps","message"',
      expect.stringMatching(/^"warning","acme\/runbook\/names-a-dashboard","docs\/runbooks\/Down.md","1","1",/),
      '',
    ]);
  });

  test('is named among the formats there are', () => {
    const { status, stderr } = shipworthy('lint', subject, '--format', 'csv', '--load-packages', 'acme-reporter');
    expect(status).toBe(3);
    expect(stderr).toContain('it is one of text, json, sarif, markdown, github, acme-csv');
  });

  test('passes its own tests', () => {
    expect(run('npm', ['test', '--silent'], join(author, 'acme-reporter')).status).toBe(0);
  });
});

describe('what is not loaded', () => {
  test('packages of the repository that is audited', () => {
    const mark = join(scratch, 'ran');
    const evil = join(subject, 'node_modules/acme-evil');
    write(join(evil, 'package.json'), '{ "name": "acme-evil", "type": "module", "exports": "./index.js" }');
    write(
      join(evil, 'index.js'),
      `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(mark)}, '');\n`,
    );
    const { status, stderr } = run(
      join(home, 'node_modules/.bin/shipworthy'),
      ['lint', '.', '--load-packages', 'acme-evil'],
      subject,
    );
    expect({ status, ran: existsSync(mark) }).toEqual({ status: 3, ran: false });
    expect(stderr).toContain('acme-evil is not installed beside shipworthy');
  });

  test('what a configuration names, unless it is asked for; its settings hold then', () => {
    const folder = join(scratch, 'configured');
    cpSync(subject, folder, { recursive: true });
    const settings = 'packages: acme-rules\nrules: { acme/runbook/names-a-dashboard: info }\n';
    write(join(folder, '.shipworthy.yaml'), settings);
    const without = shipworthy('lint', folder, '--format', 'json');
    expect(without.stderr).toMatch(/^shipworthy: the configuration sets rules of acme-rules, not loaded here; .+\n$/);
    expect(without.stdout).not.toContain('acme/');
    const loaded = shipworthy('lint', folder, '--format', 'json', '--load-packages', 'acme-rules');
    expect(loaded.stderr).toBe('');
    expect(JSON.parse(loaded.stdout).findings).toContainEqual(
      expect.objectContaining({ rule: 'acme/runbook/names-a-dashboard', severity: 'info' }),
    );
  });

  test.each<[string, string, string]>([
    ['throws', "throw new Error('not today');", 'acme-broken does not load: not today'],
    ['is empty', '', 'acme-broken exports neither rules nor reporters'],
    ['does not parse', 'export const rules = [', 'acme-broken does not load'],
    ['needs what is not there', "import 'left-out';", 'Install what it depends on beside it'],
  ])('a package that %s', (_name, text, message) => {
    const folder = join(home, 'node_modules/acme-broken');
    write(join(folder, 'package.json'), '{ "name": "acme-broken", "type": "module", "exports": "./index.js" }');
    write(join(folder, 'index.js'), text);
    const { status, stderr, stdout } = shipworthy('lint', subject, '--load-packages', 'acme-broken');
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain(message);
  });

  test('a CommonJS package with rules from an ES module is loaded', () => {
    const folder = join(home, 'node_modules/acme-commonjs');
    write(join(folder, 'package.json'), '{ "name": "acme-commonjs", "main": "index.js" }');
    write(
      join(folder, 'index.js'),
      [
        "const { defineReporter } = require('@shipworthy/rule-kit');",
        "const count = { name: 'count', render: ({ findings }) => String(findings.length) };",
        'module.exports = { reporters: [defineReporter(count)] };',
      ].join('\n'),
    );
    const { stdout, stderr } = shipworthy('lint', subject, '--format', 'count', '--load-packages', 'acme-commonjs');
    expect({ stderr, count: /^\d+$/.test(stdout) }).toEqual({ stderr: '', count: true });
  });
});
