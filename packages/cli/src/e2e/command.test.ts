import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { buildIfStale, COMMAND, folderOf, shipworthy } from './run-built.ts';

/** Building and starting processes on a busy machine. */
const PATIENCE_MS = 120_000;
jest.setTimeout(PATIENCE_MS);

/** What Linux buffers of a pipe. */
const PIPE_BYTES = 65_536;

const ALERT = `groups:
  - name: queue
    rules:
      - alert: QueueStuck
        expr: queue_depth > 100
        for: 10m
        labels:
          severity: critical
        annotations:
          summary: The queue does not drain.
          runbook_url: docs/runbooks/queue-stuck.md
`;

let repository = '';
let empty = '';
/** Its report is larger than what a pipe holds. */
let large = '';
let version = '';

beforeAll(() => {
  buildIfStale();
  repository = folderOf({ 'deploy/alerts.yaml': ALERT, 'docs/runbooks/other.md': '# Other\n' });
  empty = folderOf({});
  const alerts = Array.from({ length: 400 }, (_, n) => `      - alert: Down${n}\n        expr: up == ${n}\n`);
  large = folderOf({ 'alerts.yaml': `groups:\n  - name: all\n    rules:\n${alerts.join('')}` });
  ({ version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')));
});

afterAll(() => {
  for (const folder of [repository, empty, large]) if (folder) rmSync(folder, { recursive: true, force: true });
});

const schema = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../../../reporters/schema/${name}.schema.json`, import.meta.url), 'utf8'));

describe('the command line', () => {
  test('--version', async () => {
    expect(await shipworthy(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  test('--help names every command and exit code', async () => {
    const { code, out } = await shipworthy(['--help']);
    expect(code).toBe(0);
    for (const word of ['lint', 'inventory', 'rules', 'explain', 'Exit codes', '130']) expect(out).toContain(word);
  });

  test("a command's help has its options and examples", async () => {
    const { code, out } = await shipworthy(['lint', '--help']);
    expect(code).toBe(0);
    for (const word of ['--fail-on', '--preset', '--rule', '--revision', 'Examples:', 'Exit codes'])
      expect(out).toContain(word);
  });

  test.each([
    ['no command', [], 'a command is missing'],
    ['an unknown command', ['lnt'], 'Did you mean shipworthy lint?'],
    ['an unknown option', ['lint', '--fromat', 'json'], 'Did you mean --format?'],
    ['an option of another command', ['rules', '--elements'], 'there is no option --elements'],
    [
      'an unknown format',
      ['lint', '--format', 'yaml'],
      '--format cannot be "yaml"; it is one of text, json, sarif, mark',
    ],
    [
      'a format of another command',
      ['rules', '--format', 'sarif'],
      '--format cannot be "sarif"; it is one of text, json',
    ],
    ['a format that objects have', ['lint', '--format', 'constructor'], '--format cannot be "constructor"'],
    ['a limit for text', ['lint', '--limit', '5000'], '--limit is not for --format text'],
    ['a limit that is none', ['lint', '--format', 'markdown', '--limit', '12'], '--limit cannot be 12'],
    [
      'a package that is not there',
      ['lint', '--load-packages', 'no-such-package-x'],
      'is not installed beside shipworthy',
    ],
    ['a path as package', ['rules', '--load-packages', './rules'], "'./rules' is not the name of a package"],
    ['two formats', ['lint', '--format', 'text', '--format', 'json'], '--format is given more than once'],
    ['two paths', ['lint', 'a', 'b'], "'b' is one argument too many"],
    ['a path that does not exist', ['lint', '/no/such/folder'], '/no/such/folder does not exist'],
    ['an unknown rule', ['lint', '--rule', 'alert/no-such-rule'], "no rule is called 'alert/no-such-rule'"],
    ['an unknown rule to explain', ['explain', 'nonsense'], "no rule is called 'nonsense'"],
    ['contradicting options', ['lint', '--untracked', '--revision', 'HEAD'], 'exclude each other'],
    ['the same of a command that reads', ['inventory', '--untracked', '--revision', 'HEAD'], 'exclude each other'],
  ])('%s: exit code 3 and advice, nothing on standard output', async (_, args, message) => {
    const { code, out, err } = await shipworthy(args);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/^shipworthy: .+\n {2}\S.+\n$/);
    expect(err).toContain(message);
  });
});

describe('lint', () => {
  test('an empty folder: nothing found, said as it is', async () => {
    const { code, out, err } = await shipworthy(['lint', empty]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Nothing operational found');
  });

  test('JSON follows the published schema', async () => {
    const { out, err } = await shipworthy(['lint', repository, '--format', 'json']);
    const validate = new Ajv2020().compile(schema('lint'));
    expect(err).toBe('');
    expect(validate(JSON.parse(out)) || validate.errors).toBe(true);
  });

  test('a dead runbook link fails, unless nothing shall', async () => {
    const runs = [[], ['--fail-on', 'never'], ['--rule', 'alert/runbook-resolves', '--preset', 'essential']];
    const codes = await Promise.all(runs.map(async (args) => (await shipworthy(['lint', repository, ...args])).code));
    expect(codes).toEqual([1, 0, 1]);
  });

  test('the report shows the line, the carets and the next step', async () => {
    const { out } = await shipworthy(['lint', repository, '--rule', 'alert/runbook-resolves']);
    expect(out).toContain('deploy/alerts.yaml\n');
    expect(out).toMatch(/ 11 │ {11}runbook_url: docs\/runbooks\/queue-stuck\.md\n +│ +\^+\n/);
    expect(out).toContain('Next: ');
    expect(out).toContain('shipworthy explain alert/runbook-resolves');
  });

  test('--output writes the report to the file, plain, and the exit code stays', async () => {
    const file = join(repository, 'report.txt');
    const shown = await shipworthy(['lint', repository]);
    const written = await shipworthy(['lint', repository, '--output', file], { FORCE_COLOR: '1' });
    expect(written).toEqual({ code: shown.code, out: '', err: '' });
    expect(readFileSync(file, 'utf8')).toBe(shown.out);
    rmSync(file);
  });

  test('--output to a place that cannot be written', async () => {
    const file = join(repository, 'no/such/folder/report.txt');
    const { code, err } = await shipworthy(['lint', repository, '--output', file]);
    expect(code).toBe(3);
    expect(err).toContain(`cannot write ${file} (its folder does not exist)`);
    expect(existsSync(file)).toBe(false);
  });

  test('--timing goes to standard error and leaves the JSON alone', async () => {
    const { out, err } = await shipworthy(['lint', empty, '--format', 'json', '--timing']);
    expect(JSON.parse(out).schema).toBe(1);
    expect(err).toMatch(/total with start-up +\d+ ms/);
  });

  test.each([
    ['a pipe is plain', {}, [], false],
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, [], true],
    ['NO_COLOR wins over FORCE_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, [], false],
    ['--color', {}, ['--color'], true],
    ['--no-color wins over FORCE_COLOR', { FORCE_COLOR: '1' }, ['--no-color'], false],
  ])('colour: %s', async (_, env, args, coloured) => {
    const { out } = await shipworthy(['lint', repository, ...args], env);
    expect(out.includes('\u001b[')).toBe(coloured);
  });

  test('a reader that goes away early is no error', async () => {
    const child = spawn(process.execPath, [COMMAND, 'lint', repository, '--format', 'json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, err }).toEqual({ code: 1, err: '' });
  });
});

describe('a report larger than a pipe holds', () => {
  test('arrives whole', async () => {
    const { out } = await shipworthy(['lint', large, '--format', 'json']);
    expect(out.length).toBeGreaterThan(PIPE_BYTES);
    expect(JSON.parse(out).outcomes.length).toBeGreaterThan(400);
  });

  test('Ctrl-C while nobody reads it: exit code 130', async () => {
    const child = spawn(process.execPath, [COMMAND, 'lint', large, '--format', 'json'], { stdio: 'pipe' });
    await new Promise((resolve) => child.stdout.once('readable', resolve));
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect(code).toBe(130);
  });
});

describe('inventory, rules, explain', () => {
  test('inventory as JSON follows the published schema', async () => {
    const { code, out } = await shipworthy(['inventory', repository, '--elements', '--format', 'json']);
    const validate = new Ajv2020().compile(schema('inventory'));
    expect(code).toBe(0);
    expect(validate(JSON.parse(out)) || validate.errors).toBe(true);
    expect(JSON.parse(out).artifacts).toContainEqual(
      expect.objectContaining({
        kind: 'alert-rules',
        path: 'deploy/alerts.yaml',
        elements: [{ type: 'alert', name: 'QueueStuck', line: 4 }],
      }),
    );
  });

  test('--why names the kind and the signals', async () => {
    const { code, out } = await shipworthy(['inventory', repository, '--why', 'deploy/alerts.yaml']);
    expect(code).toBe(0);
    expect(out).toMatch(/alert-rules.*\(confidence \d\.\d\d, parsed\)\n {4}- \S/);
  });

  test('--why of a file that is not there offers the nearest', async () => {
    const { code, err } = await shipworthy(['inventory', repository, '--why', 'deploy/alert.yaml']);
    expect(code).toBe(3);
    expect(err).toContain('Did you mean deploy/alerts.yaml?');
  });

  test('rules as JSON follow the published schema, and each can be explained', async () => {
    const { code, out } = await shipworthy(['rules', '--format', 'json']);
    const validate = new Ajv2020().compile(schema('rules'));
    expect(code).toBe(0);
    expect(validate(JSON.parse(out)) || validate.errors).toBe(true);
    const [first] = JSON.parse(out).rules;
    const page = await shipworthy(['explain', first.id]);
    expect(page.code).toBe(0);
    expect(page.out).toContain(first.title);
  });
});
