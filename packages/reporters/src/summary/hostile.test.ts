import { describe, expect, test } from '@jest/globals';
import type { Audit, Checklist, Finding } from '@shipworthy/model';
import { HOSTILE, shownOf } from '../test-data/hostile-markdown.ts';
import { audit, finding, outcome } from '../test-data/sample-audit.ts';
import { CHECKLIST, failingChange } from '../test-data/sample-change.ts';
import { renderComment, renderSummary } from './index.ts';
import { FAILS } from './testing/verdicts.ts';

/** The only HTML there is. */
const OURS = /^(?:<\/?details(?: open)?>|<summary>(?:[^<&]|<code>[^<]*<\/code>)*<\/summary>)$/;

describe('nothing of the repository is more than text', () => {
  const REPOSITORY = 'https://github.com/acme/shop';
  const both = (from: Audit, checklist?: Checklist): string =>
    renderSummary(from, { ...FAILS, ...(checklist && { checklist }) }) +
    (from.change ? renderComment(from, { ...FAILS, ...(checklist && { checklist }) }) : '');
  const inChange = (change: Partial<Finding>): string =>
    both(failingChange({ findings: [finding({ change: 'introduced', ...change })] }));
  const inWhole = (change: Partial<Finding>): string =>
    both(audit({ commit: 'a'.repeat(40), findings: [finding(change)] }));
  const [area] = CHECKLIST.areas;
  const listed = (change: Partial<Checklist>): string => both(failingChange(), { ...CHECKLIST, ...change });
  const at = (path: string) => ({ path, line: 2 });
  const places: [string, (text: string) => string][] = [
    ['a message', (message) => inChange({ message })],
    ['a path', (path) => inChange({ location: at(path) })],
    ['an absent path', (path) => inChange({ location: { path, absent: true } })],
    ['a related place', (path) => inChange({ related: [{ location: at(path), message: path }] })],
    ['a message of the whole', (message) => inWhole({ message })],
    ['a path of the whole', (path) => inWhole({ location: at(path) })],
    ['a file that was fixed', (path) => both(failingChange({ fixed: [finding({ location: at(path) })] }))],
    ['a rule of a package', (id) => inChange({ rule: { ...finding().rule, id, title: id } })],
    [
      'a reason',
      (why) => both(failingChange({ outcomes: [outcome({ outcome: 'unknown', why }, { subject: 'change:.' })] })),
    ],
    ['a note', (note) => renderSummary(failingChange(), { ...FAILS, notes: [note] })],
    ['a base', (base) => both(failingChange({ change: { base, files: [], words: { commits: [] } } }))],
    [
      'an area',
      (name) =>
        listed({
          areas: area
            ? [
                { ...area, name, files: [at(name)] },
                { ...area, name: `${name}2` },
              ]
            : [],
        }),
    ],
    [
      'what people said',
      (words) =>
        listed({
          areas: area
            ? [
                {
                  ...area,
                  lines: [{ obligation: 'decision', state: 'met', evidence: [{ in: 'body', line: 1, words }] }],
                },
              ]
            : [],
        }),
    ],
    ['why nothing is asked', (exempt) => listed({ exempt, areas: [], migrations: [], alerts: [] })],
    ['why not all is known', (unheard) => listed({ unheard })],
    ['an alert', (name) => listed({ alerts: [{ name, at: at(name) }] })],
    [
      'a contract',
      (path) =>
        listed({
          contracts: [
            { path, breaks: [{ what: path, level: 'breaking', at: at(path) }] },
            { path, unknown: path },
          ],
        }),
    ],
  ];
  test.each(places)('%s', (_name, render) => {
    // What stands nowhere else but in links stands in the plain page as well.
    const plain = shownOf(`${render('plain')}\n\n[x](${REPOSITORY}/blob/x)\n`);
    for (const text of HOSTILE) {
      const shown = shownOf(render(text));
      expect({ text, mentions: /@|#\d|:\/\/|www\.|\$/.exec(shown.text)?.[0] }).toEqual({ text, mentions: undefined });
      expect({ text, html: shown.html.flatMap((each) => each.split('\n')).filter((line) => !OURS.test(line)) }).toEqual(
        { text, html: [] },
      );
      expect({ text, elsewhere: shown.targets.filter((target) => !target.startsWith(`${REPOSITORY}/`)) }).toEqual({
        text,
        elsewhere: [],
      });
      expect({ text, new: [...shown.types].filter((type) => !plain.types.has(type)) }).toEqual({ text, new: [] });
    }
  });
});
