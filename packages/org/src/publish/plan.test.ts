import { describe, expect, test } from '@jest/globals';
import { markerOf } from '@shipworthy/github-client';
import MarkdownIt from 'markdown-it';
import { hostileReport } from '../report/test-data/hostile-report.ts';
import { sampleReport } from '../report/test-data/sample-report.ts';
import { planIssue } from './plan.ts';
import { first } from './testing/scene.ts';

describe('the text of the issue', () => {
  test('begins with its marker', () => {
    const { body, hash, key } = planIssue(first);
    expect(markerOf('organisation', body)).toEqual({ version: 1, key, hash });
  });

  test('is what GitHub takes, marker, link and all, however many repositories there are', () => {
    const many = planIssue(
      sampleReport({ repositories: 3000 }),
      `https://github.com/acme/readiness/actions/runs/${'1'.repeat(200)}`,
    );
    expect(many.body.length).toBeLessThanOrEqual(65_536);
    expect(many.body).toMatch(/\.\.\. and [\d,]+ more in the whole report\./);
    expect(many.body).toMatch(/kept by \[the run that wrote this\]\(http[^)]+\)\.\n$/);
  });

  test('of hostile names mentions nobody and holds no HTML but the marker', () => {
    const report = { ...hostileReport(), title: '--> @acme/everyone <img src=x>' };
    const { title, body } = planIssue(report);
    expect(markerOf('organisation', body)).toBeDefined();
    const tokens = new MarkdownIt({ html: true, linkify: true })
      .parse(body, {})
      .flatMap((token) => [token, ...(token.children ?? [])]);
    const html = tokens.filter(({ type }) => type === 'html_block' || type === 'html_inline');
    expect(html.map(({ content }) => content)).toEqual([expect.stringMatching(/^<!-- [^<>]* -->\n$/)]);
    expect(tokens.filter(({ type }) => type === 'link_open' || type === 'image')).toEqual([]);
    const prose = tokens.filter(({ type }) => type === 'text').map(({ content }) => content);
    expect(prose.filter((text) => /@\w|#\d|:\/\/|\$/.test(text))).toEqual([]);
    expect(title).toBe('Readiness of --> @acme/everyone <img src=x>');
  });

  test.each([
    ['a long name', 'x'.repeat(400), 256],
    ['a name of lines', 'two\nlines', 'Readiness of two\\nlines'.length],
  ])('has a title of %s that GitHub takes', (_case, title, length) => {
    expect(planIssue({ ...first, title }).title).toHaveLength(length);
  });
});
