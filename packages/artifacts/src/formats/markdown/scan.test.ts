import { describe, expect, test } from '@jest/globals';
import { scanMarkdown } from './scan.ts';

describe('sections', () => {
  test('dashes below a long paragraph are a rule, below a short line a heading', () => {
    const long = 'Delete the logs of last week and tell the owners. '.repeat(5).trim();
    const headings = (text: string) => scanMarkdown(text).sections.map(({ heading }) => heading);
    expect(headings(`# One\n\n${long}\n---\n\nMore.\n`)).toEqual(['One']);
    expect(headings('# One\n\nTwo\n---\n\nMore.\n')).toEqual(['One', 'Two']);
  });

  test('facts of a section: words, lists, tables, commands, links', () => {
    const page = scanMarkdown(
      [
        '---',
        'title: "Queue: depth"',
        'tags: [a]',
        '---',
        'Lead text.',
        '',
        '## Diagnosis ##',
        '',
        'Users wait. See [the board](https://example.org/d) and run `kubectl get pods -n queue`.',
        '',
        '1. first',
        '2. second',
        '   - inner',
        '',
        '| Code | Meaning |',
        '|------|---------|',
        '| 1    | one     |',
        '| 2    | two     |',
        '',
        '```bash',
        '# a comment',
        './ops/drain.sh --all',
        '```',
      ].join('\n'),
    );
    expect(page.title).toBe('Queue: depth');
    expect(page.frontMatter).toEqual({ title: 'Queue: depth' });
    const [lead, diagnosis] = page.sections;
    expect(lead).toMatchObject({ level: 0, heading: '', slug: '', words: 2 });
    expect(diagnosis).toMatchObject({
      level: 2,
      heading: 'Diagnosis',
      slug: 'diagnosis',
      steps: 2,
      bullets: 1,
      tableRows: 2,
      commands: 2,
      links: 1,
    });
    expect(diagnosis?.says).toEqual(['impact', 'diagnosis']);
    expect(page.fences).toEqual([
      expect.objectContaining({ language: 'bash', lines: 1, first: './ops/drain.sh --all' }),
    ]);
    expect(page.mentions.map(({ value }) => value)).toEqual(['./ops/drain.sh']);
  });

  test('spans are exact, with CRLF as with LF', () => {
    for (const newline of ['\n', '\r\n']) {
      const text = ['Intro', '', '# One', '', 'See [x](docs/a.md "t") and <b id="here">y</b>.', ''].join(newline);
      const page = scanMarkdown(text);
      const at = (span: readonly [number, number]) => text.slice(span[0], span[1]);
      expect(page.sections.map((section) => at(section.at))).toEqual(['Intro', '# One']);
      expect(page.links.map((link) => at(link.at))).toEqual(['docs/a.md']);
      expect(page.links[0]?.section).toBe(1);
      expect(page.anchors).toEqual(['here']);
      expect(text.slice(...(page.sections[1]?.body ?? [0, 0])).trim()).toMatch(/^See .*\.$/);
    }
  });

  test('a name of any tag is an anchor', () => {
    expect(scanMarkdown('<h3 name="why">\nWhy?\n</h3>\n\nA <b name="here">b</b>.\n').anchors).toEqual(['why', 'here']);
  });

  test('what a bot lists of contributors leads nowhere by design', () => {
    const list = '<table><tr><td><a href="#infra-a">I</a></td></tr></table>\n\n| [b](#code-b) |\n| --- |\n';
    const marked = `[x](a.md)\n\n<!-- ALL-CONTRIBUTORS-LIST:START - Do not remove -->\n${list}\n<!-- ALL-CONTRIBUTORS-LIST:END -->\n\n[y](b.md)\n`;
    expect(scanMarkdown(marked).links.map(({ target }) => target)).toEqual(['a.md', 'b.md']);
    expect(scanMarkdown(list).links.map(({ target }) => target)).toEqual(['#infra-a', '#code-b']);
  });

  test.each([
    ['# Foo Bar', ['foo-bar']],
    ['# A\n# A\n# A-1\n# A', ['a', 'a-1', 'a-1-1', 'a-2']],
    ['## `kubectl get` & co.', ['kubectl-get--co']],
    ['## 🚀 Deploy', ['-deploy']],
    ['## 🚀  Two  spaces', ['--two--spaces']],
    ['## Über *die* _Länge_ snake_case', ['über-die-länge-snake_case']],
    ['## [Link](x.md) ![img](y.png)', ['link']],
    ['Alert Name: "KubeAPIDown"\n---', ['alert-name-kubeapidown']],
    ['## Title {#custom}', ['title']],
    ['<h2 align="center">In <b>HTML</b></h2>', ['in-html']],
    ['> ## Quoted', ['quoted']],
  ])('anchors as GitHub makes them: %s', (text, slugs) => {
    expect(scanMarkdown(text).sections.map((section) => section.slug)).toEqual(slugs);
  });

  test.each([
    ['a comment', '<!--\n# No\n[a](b)\n-->\n'],
    ['a fence in a list', '- item\n\n  ```\n  # No\n  [a](b)\n  ```\n'],
    ['a tilde fence with backticks in it', '~~~\n```\n# No\n~~~\n'],
    ['indented code', 'text\n\n    # No\n    [a](b)\n'],
    ['escaped brackets', '\\[a](b) and \\# No\n'],
    ['inline code', 'Some `[a](b)` here\n'],
    ['a footnote', 'Text[^1]\n\n[^1]: https-is-not-here.md\n'],
    ['a task list', '- [ ] open\n- [x] done\n'],
  ])('%s holds neither headings nor links', (_, text) => {
    const page = scanMarkdown(text);
    expect(page.sections.filter((section) => section.level > 0)).toEqual([]);
    expect(page.links).toEqual([]);
  });

  test('lines in bold head pseudo sections without an anchor', () => {
    const page = scanMarkdown(
      '# KubeDown\n\n**Impact**\n\nUsers wait.\n\nHow to **fix** it:\n\n- restart\n\nNot **this** line.\n',
    );
    expect(page.sections.map(({ level, heading, slug }) => [level, heading, slug])).toEqual([
      [1, 'KubeDown', 'kubedown'],
      [7, 'Impact', ''],
      [7, 'How to fix it', ''],
    ]);
  });
});

describe('links', () => {
  test.each([
    ['[a](b(c)d.md)', ['b(c)d.md']],
    ['[a](<b c.md> "title")', ['b c.md']],
    ['[a]( b.md )', ['b.md']],
    ['[![alt](i.png)](l.md)', ['i.png', 'l.md']],
    ['[a [b](c) d](e)', ['c']],
    ['[a][R]\n\n[r]: x.md "t"', ['x.md']],
    ['[r][] and [r]\n\n[r]: <x y.md>', ['x y.md', 'x y.md']],
    ['<https://a.example/x> https://b.example/y).', ['https://a.example/x', 'https://b.example/y']],
    ['<a href="c.md">c</a> <img src=d.png>', ['c.md', 'd.png']],
    ['| a |\n|---|\n| [x](y.md) |', ['y.md']],
    ['> [long\n> text](q.md)', ['q.md']],
    ['[a](b&amp;c\\_d)', ['b&c_d']],
    ['[a] (b) and [c]{d}', []],
    ['[a]({{< ref "./b.md" >}}) [c](d.md)', ['{{< ref "./b.md" >}}', 'd.md']],
  ])('%s', (text, targets) => {
    expect(scanMarkdown(text).links.map((link) => link.target)).toEqual(targets);
  });

  test('a quote across lines keeps the span of the target', () => {
    const text = '> see [the\n> page](<over there.md>)\n';
    const link = scanMarkdown(text).links[0];
    expect(link && text.slice(link.at[0], link.at[1])).toBe('over there.md');
  });
});

describe('MDX', () => {
  test('tags are no text, imports no prose, what stands in components is Markdown', () => {
    const page = scanMarkdown(
      'import X from "./x.mdx"\n\n<Note type={{ a: 1 }}>\n## Inside\nSee [a](b.md)\n</Note>\n\n<Tabs>\n',
      true,
    );
    expect(page.sections.map((section) => section.heading)).toEqual(['Inside']);
    expect(page.links.map((link) => link.target)).toEqual(['b.md']);
    expect(page.sections.some((section) => section.placeholder !== undefined)).toBe(false);
  });
});

describe('hostile input stays linear', () => {
  const many = 20_000;
  test.each([
    ['brackets', '['.repeat(many)],
    ['images', '!['.repeat(many)],
    ['nested links', `${'['.repeat(many)}a${'](b)'.repeat(many)}`],
    ['unclosed titles', '[a](b "'.repeat(many / 4)],
    ['unclosed comments', 'x <!-- '.repeat(many / 4)],
    ['unclosed tags', '<a href="'.repeat(many / 4)],
    ['backticks of growing length', Array.from({ length: 300 }, (_, i) => `${'`'.repeat(i + 1)} `).join('')],
    ['quotes', '>'.repeat(many)],
    ['definitions', '[a]: '.repeat(many / 4)],
    ['emphasis', `# ${'*a _b '.repeat(many / 20)}`],
  ])('%s', (_, text) => {
    expect(scanMarkdown(text).sections.length).toBeGreaterThan(0);
  });
});

test.each([
  ['closed', '```sh\na\n\nb\n```\n', [0, 14], 2],
  ['closed, other line ends', '```sh\r\na\r\nb\r\n```\r\n', [0, 16], 2],
  ['empty', '```\n```\n', [0, 7], 0],
  ['never closed', '```\na\nb\n', [0, 7], 2],
  ['never closed, no line end', '```\na\nb', [0, 7], 2],
  ['never closed, a carriage return at the end', '```\na\r', [0, 5], 1],
  ['only opened', 'a\n\n```\n', [3, 6], 0],
])('a fence that is %s ends where its last line does', (_name, text, at, lines) => {
  expect(scanMarkdown(text).fences.map((fence) => [fence.at, fence.lines])).toEqual([[at, lines]]);
});
