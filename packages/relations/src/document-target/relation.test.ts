import { describe, expect, test } from '@jest/globals';
import type { PageLink } from '@shipworthy/model';
import { artifact, contextOf, manifest, page, pageSubject } from '../testing/facts.ts';
import { documentTarget } from './relation.ts';

const OTHERS = [
  'docs/guide.md',
  'docs/a b.md',
  'docs/setup/README.md',
  'src/app.ts',
  'src/Main.ts',
  '.github/workflows/ci.yml',
  'package.json',
  'vendor/lib',
];
const MANIFEST = manifest('package.json', { repository: 'acme/shop' });
const TARGET = artifact('document', 'docs/guide.md', page(['# Guide', '## Queue depth'], [], { anchors: ['Custom'] }));

function follow(target: string, from = 'docs/index.md', others: readonly string[] = []): PageLink['link'] | undefined {
  const format = from.endsWith('.adoc') ? 'asciidoc' : 'markdown';
  const source = artifact('document', from, page(['# Index', '## Remote settings kinto'], [target], { format }));
  const context = contextOf([source, TARGET, MANIFEST], [...OTHERS, ...others]);
  return documentTarget.build(context)(pageSubject(source))[0]?.link;
}

describe('links of a page', () => {
  test.each([
    ['guide.md', 'docs/guide.md'],
    ['./guide.md?plain=1', 'docs/guide.md'],
    ['../src/app.ts#L10-L20', 'src/app.ts'],
    ['a%20b.md', 'docs/a b.md'],
    ['setup/', 'docs/setup'],
    ['/docs/guide.md', 'docs/guide.md'],
    ['guide.md#queue-depth', 'docs/guide.md'],
    ['guide.md#Custom', 'docs/guide.md'],
    ['guide.md#user-content-queue-depth', 'docs/guide.md'],
    ['#index', 'docs/index.md'],
    ['#top', 'docs/index.md'],
    ['https://github.com/Acme/Shop/blob/main/docs/guide.md#queue-depth', 'docs/guide.md'],
    ['https://github.com/acme/shop/tree/master/src', 'src'],
  ])('%s leads to %s', (target, path) => {
    expect(follow(target)).toMatchObject({ state: 'resolved', to: { path } });
  });

  test.each([
    ['gone.md', { lacks: 'file' }],
    ['../LICENSE', { lacks: 'file' }],
    ['src/app.ts', { lacks: 'file', note: 'read from the folder of this page; the root has /src/app.ts' }],
    ['./src', { lacks: 'file', note: 'read from the folder of this page; the root has /src' }],
    ['../src/guide.md', { lacks: 'file', nearest: 'docs/guide.md' }],
    ['https://github.com/acme/shop/blob/main/app.ts', { lacks: 'file', nearest: 'src/app.ts' }],
    ['guide.MD', { lacks: 'file', nearest: 'docs/guide.md' }],
    ['../src/main.ts', { lacks: 'file', nearest: 'src/Main.ts' }],
    ['guide.md#queue-dept', { lacks: 'anchor', target: { path: 'docs/guide.md' }, nearest: 'queue-depth' }],
    ['#remote-settings--kinto', { lacks: 'anchor', nearest: 'remote-settings-kinto' }],
    ['https://github.com/acme/shop/blob/main/docs/gone.md', { lacks: 'file' }],
    ['acme.io/docs', { lacks: 'file', note: 'the scheme (https://) is missing' }],
    ['[https://acme.dev/a]', { lacks: 'file', note: 'brackets or quotes around an address make it a path' }],
    ['"https://acme.dev/a"', { lacks: 'file', note: 'brackets or quotes around an address make it a path' }],
    ["'./guide.md'", { lacks: 'file', note: 'the quotes around it are read as a part of it' }],
    ['../../../package.json', { lacks: 'file', note: 'it leads out of the repository; the root has /package.json' }],
    ['/src/gone.ts', { lacks: 'file' }],
    ['/docs/guide.md#queue-dept', { lacks: 'anchor', nearest: 'queue-depth' }],
  ])('%s dangles', (target, expected) => {
    expect(follow(target)).toMatchObject({ state: 'dangling', wanted: target, ...expected });
  });

  test('a file whose name has a # is there, and the link to it must spell that', () => {
    const note = 'the file is there; an address must write the # of its name as %23';
    expect(follow('rfc-#12.md', 'docs/index.md', ['docs/rfc-#12.md'])).toMatchObject({
      state: 'dangling',
      malformed: true,
      note,
    });
    expect(follow('rfc-%2312.md', 'docs/index.md', ['docs/rfc-#12.md'])).toMatchObject({ state: 'resolved' });
  });

  test('a file of a name that many folders have is not taken for one that moved', () => {
    expect(follow('../README.md')).not.toHaveProperty('nearest');
    expect(follow('../guide.md', 'docs/index.md', ['other/guide.md'])).not.toHaveProperty('nearest');
  });

  test.each([
    ['a revision', 'https://github.com/acme/shop/blob/v1.0/docs/gone.md'],
    ['a site route', '/guides/start'],
    ['a site route of a page in a folder above', '/setup/README.md'],
    ['a site route with an extension', '/guides/start.md'],
    ['a picture of a site', '/src/logo.png'],
    ['out of the tree', '../../issues'],
    ['what a build makes', '../dist/api.html'],
    ['inside a submodule', '../vendor/lib/README.md'],
    ['an anchor in a file that is no page', '../.github/workflows/ci.yml#jobs'],
  ])('%s is unknown', (_, target) => {
    expect(follow(target)).toMatchObject({ state: 'unknown' });
  });

  test.each([
    'https://example.com/a',
    'mailto:a@b.c',
    '//cdn.acme.dev/x.js',
    '{{ site.url }}/a',
    '<your-file>.md',
    '$(ROOT)/a.md',
    'https://github.com/other/shop/blob/main/docs/gone.md',
    '',
    '#',
  ])('%j is not of this repository', (target) => {
    expect(follow(target)).toBeUndefined();
  });

  test('an address in angle brackets is mail, a link to one lacks its scheme', () => {
    const autolink = { form: 'autolink', target: 'ops@acme.dev', text: '', at: [1, 2], section: 0 } as const;
    const source = artifact(
      'document',
      'a.md',
      page(['# A'], [], { links: [autolink, { ...autolink, form: 'inline' }] }),
    );
    expect(documentTarget.build(contextOf([source]))(pageSubject(source))).toMatchObject([
      { link: { state: 'dangling', note: 'the scheme (mailto:) is missing' } },
    ]);
  });
  test('a heading in other letter case is found, with a note', () => {
    expect(follow('guide.md#Queue-Depth')).toMatchObject({
      state: 'resolved',
      note: expect.stringContaining('letter case'),
    });
  });
  test('without a known name of the repository, its URLs are unknown', () => {
    const source = artifact('document', 'a.md', page(['# A'], ['https://github.com/acme/shop/blob/main/gone.md']));
    expect(documentTarget.build(contextOf([source]))(pageSubject(source))).toMatchObject([
      { link: { state: 'unknown' } },
    ]);
  });
});

describe('under a site generator', () => {
  test.each([
    ['MkDocs', 'mkdocs.yml', 'docs/index.md', 'gone.md', 'dangling'],
    ['mdBook, whose README is a page of the book', 'guide/book.toml', 'guide/README.md', 'theme/index.html', 'unknown'],
    ['no site, a page that is built', 'docs/a.yml', 'docs/README.md', 'theme/index.html', 'dangling'],
    ['a site, and the README of the repository', 'mkdocs.yml', 'README.md', 'docs/theme/index.html', 'dangling'],
    ['MkDocs', 'mkdocs.yml', 'docs/index.md', 'gone/', 'unknown'],
    ['MkDocs', 'mkdocs.yml', 'docs/index.md', '#remote-settings_kinto', 'resolved'],
    ['Docusaurus beside', 'website/docusaurus.config.ts', 'docs/index.md', 'guide', 'resolved'],
    ['Hugo', 'hugo.toml', 'content/index.md', 'gone.md', 'unknown'],
    [
      'Hugo without its configuration',
      'docs/sources/_index.md',
      'docs/sources/setup/index.md',
      '../../usage/',
      'unknown',
    ],
    [
      'Hugo without its configuration, a file',
      'docs/sources/_index.md',
      'docs/sources/setup/index.md',
      'gone.md',
      'dangling',
    ],
    ['MkDocs by another name', 'docs/mkdocs-user.yml', 'docs/index.md', 'gone/', 'unknown'],
    ['MkDocs', 'mkdocs.yml', 'docs/index.md', '../src/gone.ts', 'dangling'],
    ['MkDocs, seen from the published page', 'mkdocs.yml', 'docs/index.md', '../guide.md', 'resolved'],
    ['MkDocs, the address of a page beside', 'mkdocs.yml', 'docs/setup/first.md', '../README/', 'resolved'],
    ['MkDocs, the address of a page above', 'mkdocs.yml', 'docs/setup/first.md', '../../guide/', 'resolved'],
    ['MkDocs, whose headings are near', 'mkdocs.yml', 'docs/index.md', '#remote-setting-kinto', 'dangling'],
    ['MkDocs, whose tabs are anchors', 'mkdocs.yml', 'docs/index.md', '#other-tab', 'unknown'],
    ['MDX', 'x', 'docs/index.mdx', 'gone.mdx', 'unknown'],
    ['Middleman', 'x', 'source/index.html.md.erb', 'gone.html', 'unknown'],
    ['Middleman, whose page is elsewhere', 'docs/guide.html.md', 'src/page.html.md', 'guide.html', 'dangling'],
    ['Middleman, written from the root', 'docs/guide.html.md', 'src/page.html.md', 'docs/guide.html', 'dangling'],
    ['Middleman, without such a heading', 'x', 'src/page.html.md', '#slack-triggers', 'dangling'],
    ['Middleman, which may spell a heading so', 'x', 'src/page.html.md', '#re-mote-settings-kinto', 'unknown'],
    ['Middleman, below a heading', 'x', 'src/page.html.md', '#what-we-39-re-at-index', 'unknown'],
    ['Middleman, behind a template', 'x', 'src/page.html.md.erb', '#slack-triggers', 'unknown'],
    ['Middleman, of a folder it may make', 'docs/guide.html.md', 'src/page.html.md', 'made/guide.html', 'unknown'],
    ['Jekyll', '_config.yml', 'docs/index.md', 'guide.html', 'resolved'],
    ['Jekyll, whose file is elsewhere', '_config.yml', 'docs/index.md', 'setup/guide.md', 'dangling'],
    ['Jekyll', '_config.yml', 'docs/index.md', 'gone.md', 'unknown'],
    ['Jekyll', '_config.yml', 'docs/index.md', '../../package.json', 'unknown'],
    ['Jekyll', '_config.yml', 'docs/index.md', '/docs/gone.md', 'unknown'],
    ['MkDocs, read from the root', 'mkdocs.yml', 'docs/index.md', '/docs/gone.md', 'dangling'],
    ['a page of a site that is built elsewhere', 'x', 'docs/index.md', 'guide', 'unknown'],
    ['an extension forgotten on the forge', 'x', 'docs/README.md', 'guide', 'dangling'],
    ['AsciiDoc', 'x', 'docs/index.adoc', 'section-of-the-book', 'unknown'],
    ['AsciiDoc', 'x', 'docs/index.adoc', 'gone.adoc', 'dangling'],
    ['Jekyll, but read on the forge', '_config.yml', 'README.md', 'gone.md', 'dangling'],
    ['config.toml of something else', 'config.toml', 'docs/index.md', 'gone.md', 'dangling'],
  ])('%s: %s, %s links %s: %s', (_, config, from, target, state) => {
    expect(follow(target, from, [config])).toMatchObject({ state });
  });

  test('a book of notebooks is not called by the generator whose configuration has the same name', () => {
    expect(follow('gone.md', 'docs/index.md', ['docs/_config.yml', 'docs/_toc.yml'])).toMatchObject({
      state: 'unknown',
      why: expect.stringContaining('Jupyter Book'),
    });
  });
});

describe('an address without an extension', () => {
  const APP = ['www/src/pages/start.md', 'www/src/pages/guide/api.md'];
  const ANGULAR = ['www/src/index.html', 'www/src/main.ts'];
  test.each([
    ['from a folder above, which may be the root of a site', 'guide/api', APP, 'unknown'],
    ['... that nothing there has', 'guide/gone', APP, 'dangling'],
    ['... written as relative', './guide/api', APP, 'dangling'],
    ['of a program that shows pages below a base', 'api/made', [...APP, ...ANGULAR], 'unknown'],
    ['main.ts of a program without pages', 'api/made', [...APP, 'www/src/main.ts'], 'dangling'],
  ])('%s: %s', (_, target, others, state) => {
    expect(follow(target, 'www/src/pages/guide/start.md', others)).toMatchObject({ state });
  });
  test('a README is read on the forge all the same', () => {
    expect(follow('guide/api', 'www/src/pages/guide/README.md', APP)).toMatchObject({ state: 'dangling' });
  });
});

describe('paths in text', () => {
  const mention = (value: string, where: 'code-span' | 'fence' = 'code-span') => {
    const source = artifact(
      'document',
      'README.md',
      page(['# A'], ['https://github.com/other/tools/blob/main/scripts/elsewhere.sh'], {
        mentions: [{ value, where, at: [5, 9] }],
      }),
    );
    return documentTarget
      .build(contextOf([source], OTHERS))(pageSubject(source))
      .filter(({ form }) => form !== 'link')
      .map(({ link }) => link.state);
  };
  test.each([
    ['the other spelling of a name, said beside it', 40, ['resolved']],
    ['a name that is said elsewhere as well', 400, ['resolved', 'dangling']],
  ])('%s', (_name, start, states) => {
    const mentions = [
      { value: 'config/app.yml', where: 'code-span' as const, at: [5, 19] as const },
      { value: 'config/app.yaml', where: 'code-span' as const, at: [start, start + 15] as const },
    ];
    const source = artifact('document', 'README.md', page(['# A'], [], { mentions }));
    const links = documentTarget.build(contextOf([source], ['config/app.yml']))(pageSubject(source));
    expect(links.map(({ link }) => link.state)).toEqual(states);
  });
  test.each<[string, 'code-span' | 'fence', string[]]>([
    ['src/app.ts', 'code-span', ['resolved']],
    ['docs/guid.md', 'code-span', ['dangling']],
    ['src/app.py', 'code-span', []],
    ['.github/workflows/ci.yaml', 'code-span', ['dangling']],
    ['src/gone-for-good.ts', 'code-span', []],
    ['.\\.settings\\editor.yaml', 'fence', ['dangling']],
    ['./scripts/deploy-all.sh', 'fence', ['dangling']],
    ['./scripts/deploy-all.sh', 'code-span', []],
    ['./scripts/elsewhere.sh', 'fence', []],
    ['./data/values.yaml', 'fence', []],
    ['elsewhere/app.ts', 'code-span', []],
    ['src/*.ts', 'code-span', []],
    ['path/to/file.sh', 'fence', []],
    ['./dist/run.sh', 'fence', []],
  ])('%s in a %s: %j', (value, where, states) => {
    expect(mention(value, where)).toEqual(states);
  });
});

test('a link to its own page that promises a section which is not there leads back to itself', () => {
  const url = 'https://github.com/acme/shop/blob/main/docs/run.md';
  const source = artifact(
    'document',
    'docs/run.md',
    page(['# Alerts'], [`${url}#gone`, `${url}#alerts`, '#gone', 'run.md']),
  );
  const links = documentTarget.build(contextOf([source, MANIFEST]))(pageSubject(source));
  expect(links.map(({ selfReferential }) => selfReferential ?? false)).toEqual([true, true, false, false]);
});

describe('texts that the forge puts into a form', () => {
  const FORM = '.github/pull_request_template.md';
  test('are read from the page of a change request', () => {
    expect(follow('../blob/main/docs/guide.md#queue-depth', FORM)).toMatchObject({
      state: 'resolved',
      to: { path: 'docs/guide.md' },
    });
    expect(follow('../blob/main/docs/gone.md', FORM)).toMatchObject({ state: 'dangling' });
    expect(follow('../blob/v1.2/docs/guide.md', '.github/ISSUE_TEMPLATE/bug.md')).toMatchObject({ state: 'unknown' });
    expect(follow('../security/policy', FORM)).toBe(undefined);
    expect(follow('../../issues', '.github/ISSUE_TEMPLATE/bug.md')).toBe(undefined);
  });
  test('and other pages are not', () => {
    expect(follow('../blob/main/docs/guide.md')).toMatchObject({ state: 'dangling' });
    expect(follow('../security/policy')).toMatchObject({ state: 'dangling' });
  });
});
