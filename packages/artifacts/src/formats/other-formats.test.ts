import { describe, expect, test } from '@jest/globals';
import { scanAsciiDoc } from './asciidoc/scan.ts';
import { readFrontMatter } from './markdown/front-matter.ts';
import { isManualPage, scanPlainText } from './plain-text/scan.ts';
import { scanRestructuredText } from './restructuredtext/scan.ts';

describe('reStructuredText', () => {
  const text = [
    '.. _top:',
    '',
    '=====',
    'Title',
    '=====',
    '',
    'See `the guide <docs/guide.rst>`_, guide_ and https://example.org/x.',
    '',
    'Usage',
    '-----',
    '',
    '.. code-block:: bash',
    '',
    '   ./run.sh',
    '',
    '#. first',
    '#. second',
    '',
    '.. _guide: docs/other.rst',
    '.. image:: a.png',
  ].join('\n');
  const page = scanRestructuredText(text);

  test('headings by adornment, anchors, links, code', () => {
    expect(page.sections.map(({ level, heading, slug }) => [level, heading, slug])).toEqual([
      [1, 'Title', 'title'],
      [2, 'Usage', 'usage'],
    ]);
    expect(page.anchors).toEqual(['top']);
    expect(page.links.map(({ target }) => target)).toEqual([
      'docs/guide.rst',
      'docs/other.rst',
      'https://example.org/x',
      'a.png',
    ]);
    for (const link of page.links) expect(text.slice(link.at[0], link.at[1])).toBe(link.target);
    expect(page.sections[1]).toMatchObject({ steps: 2, commands: 1 });
    expect(page.fences).toEqual([expect.objectContaining({ language: 'bash', first: './run.sh', section: 1 })]);
  });
});

describe('AsciiDoc', () => {
  const text = [
    '= Title',
    ':toc:',
    '// a comment',
    '[[named]]',
    '== Usage',
    '',
    'See link:docs/a.adoc[A], xref:b.adoc#c[B], <<d.adoc#e,D>> and https://example.org/x[X].',
    '',
    '[source,bash]',
    '----',
    '== no heading',
    '----',
    '',
    '. first',
    '* bullet',
    'image::i.png[]',
  ].join('\n');
  const page = scanAsciiDoc(text);

  test('headings, anchors, links, listings', () => {
    expect(page.sections.map(({ level, heading }) => [level, heading])).toEqual([
      [1, 'Title'],
      [2, 'Usage'],
    ]);
    expect(page.anchors).toEqual(['named']);
    expect(page.links.map(({ target }) => target)).toEqual([
      'docs/a.adoc',
      'b.adoc#c',
      'd.adoc#e',
      'https://example.org/x',
      'i.png',
    ]);
    for (const link of page.links) expect(text.slice(link.at[0], link.at[1])).toBe(link.target);
    expect(page.sections[1]).toMatchObject({ steps: 1, bullets: 1, commands: 1 });
  });
});

describe('plain text', () => {
  const manual = 'Z(1)          User Commands          Z(1)\n\nNAME\n       z - jump\n\nSYNOPSIS\n       z [-x] dir\n';

  test('a rendered manual page has its sections', () => {
    expect(isManualPage(manual)).toBe(true);
    expect(scanPlainText(manual).sections.map((section) => section.heading)).toEqual(['', 'NAME', 'SYNOPSIS']);
  });
  test('other text is none', () => {
    expect(isManualPage('My tool\n=======\n\nUSAGE\n\nrun it\n')).toBe(false);
    expect(scanPlainText('My tool\n=======\n\nUSAGE\n\nrun it\n').sections.map((section) => section.heading)).toEqual([
      'My tool',
      'USAGE',
    ]);
  });
  test('stars head sections in Org mode only', () => {
    expect(scanPlainText('* Install\nrun\n', true).sections[0]).toMatchObject({ level: 1, heading: 'Install' });
    expect(scanPlainText('* Install\nrun\n').sections[0]).toMatchObject({ level: 0, bullets: 1 });
  });
});

describe('front matter', () => {
  test.each([
    ["---\ntitle: A: b # c\nlist:\n  - x\nquoted: 'it''s'\n---\n# B\n", { title: 'A: b', quoted: "it's" }, '# B\n'],
    ['+++\ntitle = "A"\nweight = 3\n+++\ntext', { title: 'A', weight: '3' }, 'text'],
    ['---\r\ntitle: A\r\n---\r\ntext', { title: 'A' }, 'text'],
    ['---\n\nA page that begins with a rule.\n\n---\n', {}, '---\n\nA page that begins with a rule.\n\n---\n'],
    ['---\ntitle: never closed\n', {}, '---\ntitle: never closed\n'],
  ])('%j', (text, values, rest) => {
    const head = readFrontMatter(text);
    expect(head.values).toEqual(values);
    expect(text.slice(head.end)).toBe(rest);
  });
});
