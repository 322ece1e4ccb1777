import { describe, expect, test } from '@jest/globals';
import { profileWith } from '@shipworthy/model';
import { audit, finding, fullAudit, outcome } from '../test-data/sample-audit.ts';
import { renderText } from './lint.ts';
import type { TextOptions } from './options.ts';

const PLAIN: TextOptions = { color: 0, width: 80, hyperlinks: false };
const ESC = '\u001b';
const pass = outcome({ outcome: 'pass', evidence: [] });
const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);

describe('renderText', () => {
  test('of one file so many findings are listed as somebody reads, and the rest is counted', () => {
    const findings = Array.from({ length: 503 }, (_, index) => finding({ message: `Gap ${index}.` }));
    const text = renderText(audit({ findings }), PLAIN);
    expect(text).toContain('Gap 499.');
    expect(text).not.toContain('Gap 500.');
    expect(text).toContain('and 3 more in this file: --format json lists them');
  });
  test('a report from top to bottom', () => {
    expect(renderText(fullAudit(), PLAIN)).toMatchInlineSnapshot(`
"deploy/alerts.yaml
  error    Alert QueueStuck sends people to docs/queue.md, which does not exist.
           alert/runbook-resolves
    12 │     runbook_url: docs/queue.md
       │                  ^^^^^^^^^^^^^

expected at .github/CODEOWNERS
  warning  ×48  Nobody owns 48 folders.
           ownership/covers
           also a
           also b
           also c
           and 44 more

Could not see (1 question unanswered)
  template syntax hides the rules (alert/runbook-resolves)
    chart/x.yaml

Stage       met      Quality         met
operate  1 of 3      reliability  1 of 3
improve  2 of 2

Taken for: service (Dockerfile packages it to run)
1 error, 1 warning (49 gaps) in 120 files, 1 of 2 rules applied; 1 unknown.
Next: edit deploy/alerts.yaml:12. Alert QueueStuck sends people to
      docs/queue.md, which does not exist.
      More: shipworthy explain alert/runbook-resolves
"
`);
  });

  test('findings of a file are under one header, by line', () => {
    const text = renderText(
      audit({
        findings: [9, 3, 5].map((line) =>
          finding({ message: `m${line}`, fingerprint: `f${line}`, location: { path: 'a.yaml', line } }),
        ),
      }),
      PLAIN,
    );
    expect(text.match(/^a\.yaml$/gm)).toHaveLength(1);
    expect(text.slice(0, text.indexOf('Next:')).match(/m\d/g)).toEqual(['m3', 'm5', 'm9']);
  });

  test('nothing from the repository reaches the terminal raw', () => {
    const evil = `x${ESC}]0;owned\u0007\u202e`;
    const text = renderText(
      audit({
        profile: profileWith([{ name: 'service', because: evil }]),
        findings: [
          finding({
            message: evil,
            excerpt: evil,
            location: { path: evil, line: 1, column: 1 },
            related: [{ location: { path: evil }, message: evil }],
          }),
          finding({ location: { path: evil, absent: true } }),
        ],
        outcomes: [
          outcome({ outcome: 'unknown', why: evil }, { subject: evil }),
          outcome({ outcome: 'error', why: evil }, { evidence: [{ path: evil }] }),
          outcome({ outcome: 'not-applicable', why: evil }),
          outcome({ outcome: 'pass', evidence: [] }, { evidence: [{ path: evil }] }),
        ],
      }),
      { ...PLAIN, verbose: true },
    );
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  test('a hostile path cannot end a hyperlink early', () => {
    const path = `x${ESC}\\y`;
    const findings = [finding({ location: { path, line: 1 } })];
    const text = renderText(audit({ findings }), { ...PLAIN, hyperlinks: true, root: '/repo' });
    expect(text).toContain(`${ESC}]8;;file:///repo/x%1B%5Cy${ESC}\\x\\x1b\\y${ESC}]8;;${ESC}\\`);
  });

  test('files are links only where the terminal has them and the files are on disk', () => {
    const links = (options: Partial<TextOptions>) => renderText(fullAudit(), { ...PLAIN, ...options }).includes(']8;;');
    expect([links({ root: '/repo' }), links({ hyperlinks: true }), links({ hyperlinks: true, root: '/repo' })]).toEqual(
      [false, false, true],
    );
  });

  test('colour only when asked', () => {
    expect(renderText(fullAudit(), PLAIN)).not.toContain(ESC);
    expect(renderText(fullAudit(), { ...PLAIN, color: 1 })).toContain(`${ESC}[31m`);
  });

  test('what could not be seen is grouped by reason and cut after three places', () => {
    const outcomes = ['a', 'b', 'c', 'd', 'e'].map((path) =>
      outcome({ outcome: 'unknown', why: 'too deep' }, { evidence: [{ path }] }),
    );
    const text = renderText(audit({ outcomes }), PLAIN);
    expect(text.match(/too deep/g)).toHaveLength(1);
    expect(text).toContain('    c\n    and 2 more\n');
    expect(renderText(audit({ outcomes }), { ...PLAIN, verbose: true })).toContain('    e\n');
  });

  test('one talkative rule does not hide the others', () => {
    const talkative = ['u', 'v', 'w', 'x'].map((why) => outcome({ outcome: 'unknown', why }));
    const quiet = outcome({ outcome: 'unknown', why: 'quiet' }, { rule: 'a/quiet' });
    const text = renderText(audit({ outcomes: [...talkative, quiet] }), PLAIN);
    expect(text).toContain('  quiet (a/quiet)\n');
    expect(text).toContain('  and 2 more for other reasons');
  });

  test('a count that the message begins with is not said twice', () => {
    const counts = (message: string) => renderText(audit({ findings: [finding({ count: 48, message })] }), PLAIN);
    expect(counts('48 alerts link nowhere.')).not.toContain('×48');
    expect(counts('Alerts link nowhere.')).toContain('×48  Alerts');
  });

  test('reasons that differ in the commit only are one, and the root is called so', () => {
    const outcomes = ['a', 'b'].map((digit) =>
      outcome(
        { outcome: 'unknown', why: `it leads to ${digit.repeat(40)}` },
        { evidence: [{ path: '.', absent: true }] },
      ),
    );
    expect(renderText(audit({ outcomes }), PLAIN)).toContain('  it leads to … (');
    expect(renderText(audit({ outcomes }), PLAIN)).toContain('    the root of the repository\n');
  });

  test('reasons that differ in numbers only are one, and at most six are listed', () => {
    const same = ['3 of 9 links', '1 of 4 links'];
    const other = ['one', 'two', 'three', 'four', 'five', 'six'];
    const outcomes = [
      ...other.map((why) => outcome({ outcome: 'unknown', why }, { rule: `a/${why}` })),
      ...same.map((why) => outcome({ outcome: 'unknown', why })),
    ];
    const text = renderText(audit({ outcomes }), PLAIN);
    expect(text.slice(0, text.indexOf('('))).toBe('Could not see ');
    expect(text).toContain('  n of n links ');
    expect(text).not.toContain('  six ');
    expect(text).toContain('  and 1 more for other reasons: --verbose lists them\n');
  });

  test.each([
    [
      'a clean repository',
      audit({ outcomes: [pass, pass] }),
      'All clear: 2 questions answered for 3 artifacts (alert-rules 1, runbook 2) in 120 files.',
    ],
    [
      'nothing applicable',
      audit({ artifacts: [], outcomes: [outcome({ outcome: 'not-applicable', why: 'no alerts' })] }),
      'Nothing operational found: 2 rules did not apply to the 120 files here.',
    ],
    [
      'no gap, but not everything seen',
      audit({ artifacts: [], outcomes: [pass, outcome({ outcome: 'unknown', why: 'x' })] }),
      'No gaps seen: 1 question answered for the 120 files here; 1 could not be answered (see above).',
    ],
    ['no rule', audit({ rules: [] }), 'No rule was asked: the selection within preset recommended is empty.'],
  ])('the verdict of %s', (_, audited, verdict) => {
    expect(lastLine(renderText(audited, { ...PLAIN, width: 120 }))?.startsWith(verdict)).toBe(true);
  });

  test('exempt and declared are said', () => {
    const outcomes = [pass, outcome({ outcome: 'exempt', why: 'x' }), outcome({ outcome: 'declared', why: 'y' })];
    expect(renderText(audit({ outcomes }), { ...PLAIN, width: 120 })).toContain('; 1 exempt, 1 declared elsewhere.');
  });

  test('lines stay within the width', () => {
    const text = renderText(fullAudit(), { ...PLAIN, width: 60 });
    expect(text.split('\n').filter((line) => line.length > 60)).toEqual([]);
  });
});
