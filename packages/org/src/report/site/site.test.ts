import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { visible } from '@shipworthy/reporters/visible';
import type { OrgReport } from '../org-report.ts';
import { hostileReport } from '../test-data/hostile-report.ts';
import { attribute, parsed, textOf } from '../test-data/parsed.ts';
import { sampleReport } from '../test-data/sample-report.ts';
import { renderSite } from './index.ts';

const rulePage = (): string =>
  '# x\n\n## Why\n\nBecause `it` <b>is</b>.\n\n## How to fix\n\n- do it\n\n## Examples\n\nnone\n';

/** A first report, of an organisation without anything. */
const nothing: OrgReport = {
  schema: 1,
  tool: { name: 'shipworthy', version: '0.1.0' },
  title: 'empty',
  asOf: '2026-11-22',
  coverage: { discovered: 0, audited: 0, unchanged: 0, failed: [], excluded: {} },
  met: { met: 0, applicable: 0 },
  stages: {},
  counts: { error: 0, warning: 0, info: 0 },
  regressions: [],
  regressed: { error: 0, warning: 0, info: 0 },
  fixed: [],
  others: { opened: [], gone: [] },
  actions: [],
  exemptions: [],
  teams: [],
  repositories: [],
  rules: [],
  trend: [],
};

const REPORTS: readonly (readonly [string, OrgReport])[] = [
  ['a usual report', sampleReport()],
  ['a hostile report', hostileReport()],
  ['an empty report', nothing],
  ['a report of more repositories than one page lists first', sampleReport({ repositories: 180 })],
];

/** Files that stand beside the pages. */
const BESIDE = new Set(['report.json', 'findings.csv', 'exceptions.csv']);

describe.each(REPORTS)('%s', (_, report) => {
  const site = renderSite(report, { page: rulePage });
  const pages = [...site].map(([path, text]) => ({ path, text, ...parsed(text) }));

  test('every page is well-formed', () => {
    expect(pages.flatMap(({ path, errors }) => errors.map((error) => `${path}: ${error}`))).toEqual([]);
  });

  test('every link leads to a page, and to a place in it', () => {
    const ids = new Map(
      pages.map(({ path, elements }) => [path, new Set(elements.map((element) => attribute(element, 'id')))]),
    );
    const broken = pages.flatMap(({ path, elements }) =>
      elements
        .filter(({ tagName }) => tagName === 'a')
        .map((element) => attribute(element, 'href') ?? 'none')
        .filter((href) => !href.startsWith('https://'))
        .filter((href) => {
          const [file = '', id] = href.split('#');
          const target = file === '' ? path : posix.join(posix.dirname(path), decodeURI(file));
          return !BESIDE.has(target) && !(id === undefined ? ids.has(target) : ids.get(target)?.has(id));
        })
        .map((href) => `${path}: ${href}`),
    );
    expect(broken).toEqual([]);
  });

  test('ids are unique, and what is labelled by one has it', () => {
    for (const { path, elements } of pages) {
      const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
      expect({ path, twice: ids.filter((id, index) => ids.indexOf(id) !== index) }).toEqual({ path, twice: [] });
      const labels = elements.flatMap((element) => attribute(element, 'aria-labelledby') ?? []);
      expect({ path, missing: labels.filter((id) => !ids.includes(id)) }).toEqual({ path, missing: [] });
    }
  });

  test('nothing but what its own policy knows is run or styled', () => {
    for (const { path, elements } of pages) {
      const meta = elements.find((one) => attribute(one, 'http-equiv') === 'Content-Security-Policy');
      const policy = meta && attribute(meta, 'content');
      const inlined = elements.filter(({ tagName }) => tagName === 'script' || tagName === 'style');
      for (const element of inlined) {
        const digest = createHash('sha256').update(textOf(element)).digest('base64');
        expect({ path, known: policy?.includes(`${element.tagName}-src 'sha256-${digest}'`) }).toEqual({
          path,
          known: true,
        });
      }
      expect(policy).toMatch(
        /^default-src 'none'; style-src 'sha256-[^;]*; script-src [^;]*; img-src data:; base-uri 'none'; form-action 'none'$/,
      );
      const acting = elements.flatMap(({ tagName, attrs }) =>
        attrs
          .filter(
            ({ name, value }) =>
              name === 'style' || name === 'src' || name.startsWith('on') || /^\s*javascript:/i.test(value),
          )
          .map(({ name }) => `${path}: ${tagName} ${name}`),
      );
      expect(acting).toEqual([]);
      expect(elements.filter(({ tagName }) => ['img', 'iframe', 'form', 'object', 'base'].includes(tagName))).toEqual(
        [],
      );
    }
  });

  test('nothing that is not seen is in a page', () => {
    const unseen = pages.filter(({ text }) => text.replaceAll('\n', '') !== visible(text.replaceAll('\n', '')));
    expect(unseen.map(({ path }) => path)).toEqual([]);
  });

  test('no two pages share a path where case is not told apart, and no path leaves the folder', () => {
    const paths = [...site.keys()];
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
    expect(paths.filter((path) => !/^(?:[a-z]+\/)?[a-z0-9][a-z0-9._~-]*\.html$/.test(path))).toEqual([]);
  });

  test('the same report gives the same bytes', () => {
    expect(renderSite(structuredClone(report), { page: rulePage })).toEqual(site);
  });
});
