import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { parseYaml } from '@shipworthy/artifacts/yaml';
import { loadConfig } from '@shipworthy/policy';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { allRules } from '../catalogue.ts';
import { buildIfStale, folderOf, type Ran, shipworthy } from './run-built.ts';

/** Building and starting processes on a busy machine. */
jest.setTimeout(120_000);

const ROOT = new URL('../../../../', import.meta.url);
const TODAY = { SHIPWORTHY_TODAY: '2026-06-15' };
const DEAD_LINK = `groups:
  - name: queue
    rules:
      - alert: QueueStuck
        expr: queue_depth > 100
        for: 10m
        labels:
          severity: critical
          team: queue
        annotations:
          summary: The queue does not drain.
          runbook_url: docs/runbooks/queue-stuck.md
`;
const BOUNDS = 'owner: team-queue, expires: 2026-12-31';

const folders: string[] = [];
function repository(files: Readonly<Record<string, string>>): string {
  const folder = folderOf({ 'alerts.yaml': DEAD_LINK, ...files });
  folders.push(folder);
  return folder;
}
const git = (folder: string, ...args: string[]): void => {
  execFileSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { stdio: 'pipe' });
};

interface Report {
  readonly configDigest: string;
  readonly config?: object;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly path: string;
    readonly line?: number;
  }[];
  readonly outcomes: readonly { readonly rule: string; readonly outcome: string }[];
}
/** The report; and, of the rules given, `severity rule path:line`. */
async function lint(
  folder: string,
  args: readonly string[] = [],
): Promise<{ ran: Ran; report: Report; found: string[] }> {
  const ran = await shipworthy(['lint', folder, '--format', 'json', ...args], TODAY);
  const report: Report = ran.out === '' ? { configDigest: '', findings: [], outcomes: [] } : JSON.parse(ran.out);
  const found = report.findings
    .filter(({ rule }) => /^(?:alert|exemption|suppression)\//.test(rule))
    .map(({ rule, severity, path, line }) => `${severity} ${rule} ${path}:${line}`);
  return { ran, report, found };
}
const DEAD = 'error alert/runbook-resolves alerts.yaml:12';

beforeAll(buildIfStale);
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('a configuration in the root', () => {
  test.each([
    ['nothing', '', [DEAD], 1],
    ['a severity', 'rules: { alert/runbook-resolves: warning }', [DEAD.replace('error', 'warning')], 0],
    ['off', 'rules: { alert/*: off }', [], 0],
    ['off for the file', 'overrides: [{ files: "*.yaml", rules: { alert/*: off } }]', [], 0],
    ['off for another', 'overrides: [{ files: "*.yml", rules: { alert/*: off } }]', [DEAD], 1],
    ['ignored', 'ignore: alerts.yaml', [], 0],
    ['a class that is not judged', 'pathClasses: { alerts.yaml: fixture }', [], 0],
    [
      'exempt',
      `exemptions: [{ rule: alert/*, reason: legacy, ${BOUNDS} }]`,
      ['info exemption/narrow .shipworthy.yaml:1'],
      0,
    ],
    ['exempt in a file', `exemptions: [{ rule: alert/*, paths: alerts.yaml, reason: legacy, ${BOUNDS} }]`, [], 0],
    [
      'exempt until yesterday',
      `exemptions: [{ rule: alert/*, reason: legacy, ${BOUNDS.replace('2026-12-31', '2026-06-14')} }]`,
      ['warning exemption/current .shipworthy.yaml:1', DEAD],
      1,
    ],
    [
      'an exemption for nothing',
      `exemptions: [{ rule: alert/valid, reason: legacy, ${BOUNDS} }]`,
      ['info exemption/used .shipworthy.yaml:1', DEAD],
      1,
    ],
    [
      'declared',
      `evidence: [{ rule: alert/runbook-resolves, url: "https://wiki.acme.dev", reviewed: 2026-06-01, ${BOUNDS} }]`,
      [],
      0,
    ],
  ])('%s', async (_, text, findings, code) => {
    const { ran, found } = await lint(repository({ '.shipworthy.yaml': text }));
    expect({ found, code: ran.code, err: ran.err }).toEqual({ found: findings, code, err: '' });
  });

  test('the report says which, and follows the published schema', async () => {
    const text = `questions: [{ question: Rehearsed?, answer: Yes, owner: a, reviewed: 2026-01-01 }]
exemptions: [{ rule: alert/*, reason: legacy, ${BOUNDS} }]
evidence: [{ rule: readme/how-to-run, url: "https://wiki.acme.dev", reviewed: 2026-06-01, ${BOUNDS} }]`;
    const { report } = await lint(repository({ '.shipworthy.yml': text, 'README.md': '# Queue\n' }));
    const schema = new URL('packages/reporters/schema/lint.schema.json', ROOT);
    const validate = new Ajv2020().compile(JSON.parse(readFileSync(schema, 'utf8')));
    expect(validate(report) || validate.errors).toBe(true);
    expect(report.config).toEqual({
      files: ['.shipworthy.yml'],
      questions: [{ question: 'Rehearsed?', answer: 'Yes', owner: 'a', reviewed: '2026-01-01' }],
    });
    expect(report.outcomes).toContainEqual(
      expect.objectContaining({ outcome: 'exempt', why: 'legacy', by: 'exemption', expires: '2026-12-31' }),
    );
  });

  test('without one nothing is said of it, and the digest depends on nothing but the command', async () => {
    const [one, other, configured] = await Promise.all([
      lint(repository({})),
      lint(repository({ 'README.md': '# Other\n' })),
      lint(repository({ '.shipworthy.yaml': 'criticality: critical' })),
    ]);
    expect(one.report.config).toBeUndefined();
    expect(one.report.configDigest).toBe(other.report.configDigest);
    expect(one.report.configDigest).not.toBe(configured.report.configDigest);
  });

  test('--preset wins over extends, --no-config and --config over the file', async () => {
    const folder = repository({ '.shipworthy.yaml': 'extends: strict\nrules: { alert/*: off }' });
    const other = join(repository({ 'ci.yaml': 'rules: { alert/runbook-resolves: info }' }), 'ci.yaml');
    const asked = ({ report }: Awaited<ReturnType<typeof lint>>) =>
      new Set(report.outcomes.map(({ rule }) => rule)).size;
    const [file, essential, none, named, only] = await Promise.all([
      lint(folder),
      lint(folder, ['--preset', 'essential']),
      lint(folder, ['--no-config']),
      lint(folder, ['--config', other]),
      lint(folder, ['--rule', 'alert/runbook-resolves']),
    ]);
    expect(asked(essential)).toBeLessThan(asked(file));
    expect([file, none, named, only].map(({ found }) => found)).toEqual([
      [],
      [DEAD],
      [DEAD.replace('error', 'info')],
      [DEAD],
    ]);
  });

  test('a revision is audited with its own, files on disk with one that git does not know yet', async () => {
    const folder = repository({ '.shipworthy.yaml': 'rules: { alert/*: off }' });
    git(folder, 'init', '-q');
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'one');
    rmSync(join(folder, '.shipworthy.yaml'));
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'two');
    writeFileSync(join(folder, '.shipworthy.yaml'), 'rules: { alert/runbook-resolves: info }');
    const [before, after, disk] = await Promise.all([
      lint(folder, ['--revision', 'HEAD~1']),
      lint(folder, ['--revision', 'HEAD']),
      lint(folder),
    ]);
    expect([before.found, after.found, disk.found]).toEqual([[], [DEAD], [DEAD.replace('error', 'info')]]);
  });
});

describe('a comment above the line', () => {
  const commented = (comment: string) =>
    DEAD_LINK.replace(
      '          runbook_url',
      `          # shipworthy-disable-next-line ${comment}\n          runbook_url`,
    );
  const MOVED = DEAD.replace(':12', ':13');

  test.each([
    ['with its reason', 'alert/runbook-resolves -- the page is on its way', [], 0],
    ['without', 'alert/runbook-resolves', ['warning suppression/explained alerts.yaml:12', MOVED], 1],
    ['for another rule', 'alert/valid -- because', ['info suppression/used alerts.yaml:12', MOVED], 1],
    [
      'for no rule there is',
      'alert/runbook-resolve -- because',
      ['warning suppression/explained alerts.yaml:12', MOVED],
      1,
    ],
  ])('%s', async (_, comment, findings, code) => {
    const { ran, found } = await lint(repository({ 'alerts.yaml': commented(comment) }));
    expect({ found, code: ran.code }).toEqual({ found: findings, code });
  });

  test('of several gaps of one cause the others stay', async () => {
    const text = `${commented('alert/runbook-resolves -- soon')}${DEAD_LINK.slice(DEAD_LINK.indexOf('      - alert')).replaceAll('QueueStuck', 'QueueGone').replace('queue-stuck', 'gone')}`;
    const { report } = await lint(repository({ 'alerts.yaml': text }), ['--rule', 'alert/runbook-resolves']);
    expect(report.findings).toMatchObject([{ line: 22, related: [] }]);
    expect(report.outcomes.map(({ outcome }) => outcome)).toEqual(['exempt', 'gap']);
  });

  test('--show-exempt lists it', async () => {
    const folder = repository({ 'alerts.yaml': commented('alert/runbook-resolves -- the page is on its way') });
    const { out } = await shipworthy(['lint', folder, '--show-exempt'], TODAY);
    expect(out).toContain(
      'Exempt or declared\n  alert/runbook-resolves\n    alerts.yaml:13: QueueStuck sends people to',
    );
    expect(out).toContain('suppressed: the page is on its way');
  });
});

describe('what a configuration changes of reading', () => {
  test('a declared kind, local words, a site', async () => {
    const folder = repository({
      '.shipworthy.yaml': `artifacts: { runbook: notes/*.md }
vocabulary: { ownerLabels: [crew] }
runbookSites: { "https://r.acme.dev": notes }
`,
      'notes/queue.md': '# The queue\n\nCall the vendor.\n',
      'alerts.yaml': DEAD_LINK.replace('team: queue', 'crew: queue').replace(
        'docs/runbooks/queue-stuck.md',
        'https://r.acme.dev/quene',
      ),
    });
    const { found } = await lint(folder);
    expect(found).toEqual([DEAD]);
    const { out } = await shipworthy(['inventory', folder], TODAY);
    expect(out).toMatch(/notes\/queue\.md +1\.00/);
    const without = await shipworthy(['inventory', folder, '--no-config'], TODAY);
    expect(without.out).not.toContain('notes/queue.md');
  });
});

describe('mistakes', () => {
  test('all at once, with their places, exit code 3 and no report', async () => {
    const folder = repository({ '.shipworthy.yaml': 'rulez: {}\nrules:\n  alert/has-runbok: off\ncriticality: hot\n' });
    expect(await shipworthy(['lint', folder], TODAY)).toEqual({
      code: 3,
      out: '',
      err: [
        'shipworthy: 3 mistakes in the configuration',
        "  .shipworthy.yaml:1:1  the configuration has no key 'rulez'",
        '    Did you mean rules?',
        "  .shipworthy.yaml:3:3  no rule is called 'alert/has-runbok'",
        '    Did you mean alert/has-runbook or alert/has-owner?',
        "  .shipworthy.yaml:4:14  criticality cannot be 'hot'",
        '    It is one of experimental, standard, critical.',
        '',
      ].join('\n'),
    });
  });

  test('two files, and what a terminal would obey', async () => {
    const two = await shipworthy(['lint', repository({ '.shipworthy.yaml': '', '.shipworthy.json': '{}' })], TODAY);
    expect(two).toMatchObject({ code: 3, out: '' });
    expect(two.err).toContain('.shipworthy.yaml and .shipworthy.json');
    const hostile = await shipworthy(['lint', repository({ '.shipworthy.yaml': '"\\e[31mred": 1' })], TODAY);
    expect(hostile.code).toBe(3);
    expect(hostile.err).not.toContain('\u001b');
  });

  test('a link is not followed', async () => {
    const folder = repository({ 'secret.txt': 'rules: {}' });
    symlinkSync('secret.txt', join(folder, '.shipworthy.yaml'));
    const { code, err } = await shipworthy(['lint', folder], TODAY);
    expect(code).toBe(3);
    expect(err).toContain('a symbolic link, which is not followed');
  });

  test.each([
    [['--config', 'no-such.yaml'], 'cannot read the configuration no-such.yaml'],
    [['--config', '/'], 'cannot read the configuration /'],
    [['--config'], '--config needs a value'],
  ])('%j', async (args, message) => {
    const { code, err } = await shipworthy(['lint', repository({}), ...args], TODAY);
    expect(code).toBe(3);
    expect(err).toContain(message);
  });
});

describe('docs/configuration.md', () => {
  const page = readFileSync(new URL('docs/configuration.md', ROOT), 'utf8');
  const examples = [...page.matchAll(/^### (.+)$|^```yaml file=\.shipworthy\.yaml\n([\s\S]*?)^```$/gm)].map(
    (match) => ({
      heading: match[1],
      text: match[2],
    }),
  );
  const schema: { properties: Record<string, unknown> } = JSON.parse(
    readFileSync(new URL('packages/policy/schema/shipworthy.schema.json', ROOT), 'utf8'),
  );

  test('every key has a heading and is in an example', () => {
    const headings = examples.flatMap(({ heading }) => heading?.match(/\w+/g) ?? []);
    const texts = examples.map(({ text }) => text ?? '').join('');
    const keys = Object.keys(schema.properties).filter((key) => key !== '$schema');
    expect(keys.filter((key) => !headings.includes(key))).toEqual([]);
    expect(keys.filter((key) => !new RegExp(`^${key}:`, 'm').test(texts))).toEqual([]);
  });

  test.each(examples.flatMap(({ text }) => (text === undefined ? [] : [[text]])))('%s', async (text) => {
    const files: Readonly<Record<string, string>> = { '.shipworthy.yaml': text, 'config/shipworthy-base.yaml': '' };
    const config = await loadConfig({
      read: async (path) => (files[path] === undefined ? { absent: true } : { text: files[path] }),
      rules: allRules,
      paths: ['docs/runbooks/a.md', 'services/checkout/a.ts'],
      today: '2026-06-15',
      parser: async () => parseYaml,
    });
    expect(config.files).toContain('.shipworthy.yaml');
  });

  test('its links lead somewhere', () => {
    const targets = [...page.matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? '');
    expect(targets.length).toBeGreaterThan(3);
    const folder = new URL('docs/', ROOT);
    expect(targets.filter((target) => !existsSync(fileURLToPath(new URL(target, folder))))).toEqual([]);
  });
});
