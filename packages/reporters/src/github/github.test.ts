import { describe, expect, test } from '@jest/globals';
import type { Audit, Finding, RuleMeta } from '@shipworthy/model';
import { audit, finding, outcome, ownersRule, runbookRule } from '../test-data/sample-audit.ts';
import { github, renderAnnotations } from './index.ts';

const lines = (from: Audit): string[] => github.render(from, {}).split('\n').slice(0, -1);
const many = (count: number, change: Partial<Finding> = {}): Finding[] =>
  Array.from({ length: count }, (_, n) =>
    finding({ fingerprint: `${n}`, location: { path: `${n}.md`, line: 1 }, ...change }),
  );
const withRule = (change: Partial<RuleMeta>): RuleMeta => ({ ...runbookRule, ...change });

describe('one finding', () => {
  const MORE = 'More: shipworthy explain alert/runbook-resolves';
  const SAID = `Alert QueueStuck sends people to docs/queue.md, which does not exist. ${MORE}`;
  const readme = { artifacts: [{ kind: 'readme', path: 'docs/README.md' }] } as const;
  test.each<[string, Partial<Finding>, Partial<Audit>, string]>([
    [
      'on a line',
      {},
      {},
      `::error file=deploy/alerts.yaml,line=12,col=18,endLine=12,title=alert/runbook-resolves::${SAID}`,
    ],
    [
      'on several lines, without a column',
      { severity: 'warning', location: { path: 'a.md', line: 1, column: 5, endLine: 3, endColumn: 2 } },
      {},
      `::warning file=a.md,line=1,endLine=3,title=alert/runbook-resolves::${SAID}`,
    ],
    ['of a file', { location: { path: 'a.md' } }, {}, `::error file=a.md,title=alert/runbook-resolves::${SAID}`],
    [
      'missing, and nothing near',
      { location: { path: 'docs/owners', absent: true } },
      {},
      `::error title=alert/runbook-resolves::Expected at docs/owners. ${SAID}`,
    ],
    [
      'missing, on the nearest readme without a line',
      { location: { path: 'docs/runbooks/a.md', absent: true } },
      readme,
      `::error file=docs/README.md,title=alert/runbook-resolves::Expected at docs/runbooks/a.md. ${SAID}`,
    ],
    [
      'missing, where the question comes from',
      {
        location: { path: 'docs/x.md', absent: true },
        message: 'docs/x.md is missing.',
        related: [{ location: { path: 'services' } }, { location: { path: 'alerts.yaml', line: 4, column: 1 } }],
      },
      readme,
      `::error file=alerts.yaml,line=4,col=1,title=alert/runbook-resolves::docs/x.md is missing. ${MORE}`,
    ],
    ['of the repository', { location: { path: '' } }, {}, `::error title=alert/runbook-resolves::${SAID}`],
    [
      'that stands for several',
      { location: { path: 'a.md' }, count: 3 },
      {},
      `::error file=a.md,title=alert/runbook-resolves::×3 Alert QueueStuck sends people to docs/queue.md, which does not exist. (And in 2 more places.) ${MORE}`,
    ],
  ])('%s', (_, change, rest, expected) => {
    expect(lines(audit({ findings: [finding(change)], ...rest }))).toEqual([expected]);
  });
});

describe('which findings annotate', () => {
  test('ten errors and ten warnings, and one line says how many more', () => {
    const said = lines(
      audit({ findings: [...many(13), ...many(11, { severity: 'warning' }), ...many(5, { severity: 'info' })] }),
    );
    expect(said.map((line) => line.split(/[: ]/)[2])).toEqual([
      ...Array.from({ length: 10 }, () => 'error'),
      ...Array.from({ length: 10 }, () => 'warning'),
      'notice',
    ]);
    expect(said.at(-1)).toBe(
      '::notice title=More findings::And 3 errors, 1 warning more; GitHub shows 10 of a kind. All of them: shipworthy lint',
    );
  });
  test('the worst first', () => {
    const findings = [
      finding({ location: { path: 'strict' }, rule: withRule({ preset: 'strict' }) }),
      finding({ location: { path: 'unsure' }, rule: withRule({ confidence: 'low' }) }),
      finding({ location: { path: 'one' } }),
      finding({ location: { path: 'nine' }, count: 9 }),
    ];
    expect(lines(audit({ findings })).map((line) => /file=(\w+)/.exec(line)?.[1])).toEqual([
      'nine',
      'one',
      'unsure',
      'strict',
    ]);
  });
  test('of a change only what it answers for', () => {
    const findings = [
      ...many(12, { change: 'existing' }),
      finding({ change: 'introduced', location: { path: 'new' } }),
      finding({ change: 'worsened', location: { path: 'worse' }, rule: ownersRule, severity: 'warning' }),
    ];
    const change = { base: 'origin/main', files: [], words: { commits: [] } };
    expect(lines(audit({ findings, change })).map((line) => /file=(\w+)/.exec(line)?.[1])).toEqual(['new', 'worse']);
  });
  test.each<[string, Audit]>([
    ['nothing', audit()],
    ['advice', audit({ findings: many(3, { severity: 'info' }) })],
  ])('%s says nothing', (_, from) => {
    expect(github.render(from, {})).toBe('');
  });
  test('rules that broke come first, within the ten errors', () => {
    const outcomes = [
      outcome({ outcome: 'error', why: 'x is\nnot a function' }),
      outcome({ outcome: 'error', why: 'y' }),
    ];
    const said = lines(audit({ outcomes, findings: many(12) }));
    expect(said).toHaveLength(11);
    expect(said[0]).toBe(
      '::error title=Not fully audited::1 rule broke while running, so that this is no full audit. First: alert/runbook-resolves (x is\\nnot a function). Please report it.',
    );
    expect(said.at(-1)).toContain('3 errors more');
  });
  test('where all of it stands is said by the caller', () => {
    expect(renderAnnotations(audit({ findings: many(11) }), 'the summary of this run')).toContain(
      '::And 1 error more; GitHub shows 10 of a kind. All of them: the summary of this run\n',
    );
  });
});

const HOSTILE = [
  '::stop-commands::x',
  'x\n::error file=x::pwned',
  'x\r::set-output name=a::b',
  '\r\n::add-mask::1',
  'x\u2028::error::y',
  '\u0085::error::y',
  'a::error file=x::pwned.md',
  '##[error]x\n##[group]y',
  '%0A::error::x',
  'a,line=1,title=x',
  '\u001b[2J\u202egnp.exe',
  '\ud800',
  'x'.repeat(70_000),
  '😀'.repeat(5_000),
];

describe('nothing of the repository is a command, or more than text', () => {
  const OURS = /^::(?:error|warning|notice) [^\r\n]*$/;
  const places: [string, (text: string) => Audit][] = [
    ['a message', (message) => audit({ findings: [finding({ message })] })],
    ['a path', (path) => audit({ findings: [finding({ location: { path, line: 3 } })] })],
    ['an absent path', (path) => audit({ findings: [finding({ location: { path, absent: true } })] })],
    [
      'a related place',
      (path) =>
        audit({
          findings: [finding({ location: { path: 'x', absent: true }, related: [{ location: { path, line: 1 } }] })],
        }),
    ],
    ['a rule that broke', (why) => audit({ outcomes: [outcome({ outcome: 'error', why })] })],
    ['a base', (base) => audit({ findings: many(11), change: { base, files: [], words: { commits: [] } } })],
  ];
  test.each(places)('%s', (_, at) => {
    for (const text of HOSTILE) {
      const from = at(text);
      const said = lines(from);
      const asked = lines(at('plain'));
      expect(said).toHaveLength(asked.length);
      for (const line of said) {
        expect(line).toMatch(OURS);
        // The first `::` behind the name ends the properties: it must be ours.
        expect(line.slice(2).split('::')[0]).toMatch(/^(?:error|warning|notice) (?:\w+=[^:,]*)(?:,\w+=[^:,]*)*$/);
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202e\p{Surrogate}]/u);
        expect(line.slice(2).split('::').slice(1).join('::').length).toBeLessThanOrEqual(4096);
      }
    }
  });
});
