import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type Audit, type Finding, MIN_REPORT_LIMIT } from '@shipworthy/model';
import { HOSTILE, shownOf } from '../test-data/hostile-markdown.ts';
import { audit, finding, fullAudit, outcome } from '../test-data/sample-audit.ts';
import { DEFAULT_LIMIT } from './budget.ts';
import { prose } from './escape.ts';
import { markdown } from './index.ts';

/** `UPDATE_EXPECTED=1 npm test -- markdown` writes what is rendered now; read the difference before you commit it. */
const UPDATE = process.env.UPDATE_EXPECTED === '1' && process.env.CI === undefined;

const page = (id: string) =>
  `# ${id}\n\nTitle.\n\n## Why\n\nAt night nobody knows **${id}**.\n\n## What counts\n\nx\n\n## How to fix\n\nWrite it.\n`;
const render = (from: Audit, limit?: number) => markdown.render(from, { page, ...(limit !== undefined && { limit }) });
const many = (count: number): Finding[] =>
  Array.from({ length: count }, (_, n) =>
    finding({
      severity: n % 3 === 0 ? 'error' : 'warning',
      fingerprint: `${n}`,
      location: { path: `docs/${n % 7}.md`, line: n + 1 },
    }),
  );

describe('what is rendered', () => {
  test.each<[string, Audit, number | undefined]>([
    ['full', fullAudit(), undefined],
    [
      'clean',
      audit({
        outcomes: [outcome({ outcome: 'pass', evidence: [] })],
        summary: { stages: { operate: { met: 2, applicable: 2 } }, qualities: {} },
      }),
      undefined,
    ],
    [
      'broken',
      audit({
        outcomes: [
          outcome({ outcome: 'error', why: 'x is not a function' }),
          ...Array.from({ length: 9 }, (_, n) => outcome({ outcome: 'unknown', why: `template ${n % 2}` })),
        ],
      }),
      undefined,
    ],
    ['cut', audit({ findings: many(30) }), 2500],
  ])('%s', (name, from, limit) => {
    const file = new URL(`./golden/${name}.md`, import.meta.url);
    const text = render(from, limit);
    if (UPDATE) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});

describe('a report stays below its limit, cut between rows', () => {
  const large = audit({
    findings: many(3000),
    outcomes: Array.from({ length: 2000 }, (_, n) => outcome({ outcome: 'unknown', why: `ü reason ${n}` })),
  });
  test.each([undefined, 0, MIN_REPORT_LIMIT, 5000, 1_000_000])('%s', (limit) => {
    const text = render(large, limit);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(Math.max(MIN_REPORT_LIMIT, limit ?? DEFAULT_LIMIT));
    const shown = (text.match(/^- \*\*(?:error|warning)\*\*/gm) ?? []).length;
    const left = Number(/(\d+) further findings? left out/.exec(text)?.[1] ?? 0);
    expect(shown + left).toBe(3000);
    expect((text.match(/<details>/g) ?? []).length).toBe((text.match(/<\/details>/g) ?? []).length);
    expect((text.match(/^ *```/gm) ?? []).length % 2).toBe(0);
  });
  test('errors are kept before warnings', () => {
    const text = render(audit({ findings: many(60) }), 4000);
    expect(text).toContain('**error**');
    expect(text).not.toContain('**warning**');
  });
});

/** The only HTML there is. */
const OURS = /^(?:<\/?details>|<summary>Could not see \(1 question unanswered\)<\/summary>)$/;

describe('nothing of the repository is more than text', () => {
  const places: [string, (text: string) => Audit][] = [
    ['a message', (text) => audit({ findings: [finding({ message: text })] })],
    ['a path', (path) => audit({ findings: [finding({ location: { path, line: 3 } })] })],
    ['an absent path', (path) => audit({ findings: [finding({ location: { path, absent: true } })] })],
    ['a line', (excerpt) => audit({ findings: [finding({ excerpt })] })],
    [
      'a related place',
      (text) => audit({ findings: [finding({ related: [{ location: { path: text }, message: text }] })] }),
    ],
    ['a reason', (why) => audit({ outcomes: [outcome({ outcome: 'unknown', why }, { subject: why })] })],
    ['a rule that broke', (why) => audit({ outcomes: [outcome({ outcome: 'error', why })] })],
  ];
  const plain = shownOf(
    places.map(([, at]) => markdown.render(at('plain'), {})).join('\n') + markdown.render(fullAudit(), {}),
  );
  test.each(places)('%s', (_name, at) => {
    for (const text of HOSTILE) {
      const shown = shownOf(markdown.render(at(text), {}));
      expect({ text, mentions: /@|#\d|:\/\/|www\.|\$/.exec(shown.text)?.[0] }).toEqual({ text, mentions: undefined });
      expect({ text, html: shown.html.flatMap((each) => each.split('\n')).filter((line) => !OURS.test(line)) }).toEqual(
        { text, html: [] },
      );
      expect({ text, new: [...shown.types].filter((type) => !plain.types.has(type)) }).toEqual({ text, new: [] });
    }
  });
});

describe('prose', () => {
  test.each([
    ['Alert Stuck has no runbook.', 'Alert Stuck has no runbook.'],
    ['ask @acme/payments, please', 'ask `@acme/payments`, please'],
    ['snake_case and <b>', 'snake\\_case and &lt;b&gt;'],
    ['see https://example.org/a_b.', 'see `https://example.org/a_b`.'],
    ['the line `* @team`.', 'the line `* @team`.'],
    ['one ` alone', 'one \\` alone'],
    ['two `a` and ` alone', 'two `a` and \\` alone'],
    ['``', '` `'],
    ['@`x`', '`@` `x`'],
    ['`x` @a`b`', '`x` `@a` `b`'],
    ['', ''],
    ['# no heading', '\\# no heading'],
    ['12. no list', '12\\. no list'],
    ['  two   spaces ', 'two spaces'],
  ])('%s', (text, expected) => {
    expect(prose(text)).toBe(expected);
  });
});
