/** How a site generator is known, and what it makes of links. */
export interface SiteSignature {
  readonly generator: string;
  /** The config's name up to its first dot (after a leading one): a cheap gate before `config`. */
  readonly stem: string;
  /** Tested on the config's base name. */
  readonly config: RegExp;
  /** `literal`: links to `.md` files are resolved as written, so a dead one is dead. `free`: permalinks are its own. */
  readonly links: 'literal' | 'free';
  /** Content folders below the config's folder; `..` is the folder above. The first that exists counts, else the folder. */
  readonly content: readonly string[];
  /** Counts only when one of the content folders exists: the config's name alone is ambiguous. */
  readonly needsContent?: true;
  /** Name of the folder the config must lie in. */
  readonly inFolder?: string;
  /** A file that must stand beside the config, whose name alone is ambiguous. */
  readonly beside?: string;
  /** A generator whose config has a name that this one uses as well, for something else. */
  readonly insteadOf?: string;
}

const JS = /\.(?:config\.)?[cm]?[jt]sx?$/;

export const SITE_SIGNATURES: readonly SiteSignature[] = [
  { generator: 'Docusaurus', stem: 'docusaurus', config: JS, links: 'literal', content: [''] },
  { generator: 'MkDocs', stem: 'mkdocs', config: /^mkdocs[\w.-]*\.ya?ml$/, links: 'literal', content: ['docs', ''] },
  { generator: 'mdBook', stem: 'book', config: /\.toml$/, links: 'literal', content: ['src', ''] },
  { generator: 'VitePress', stem: 'config', config: JS, links: 'literal', content: ['..'], inFolder: '.vitepress' },
  { generator: 'VuePress', stem: 'config', config: JS, links: 'literal', content: ['..'], inFolder: '.vuepress' },
  {
    generator: 'Hugo',
    stem: 'hugo',
    config: /\.(?:toml|ya?ml|json)$/,
    links: 'free',
    content: ['content', '../../content'],
  },
  {
    generator: 'Hugo',
    stem: 'config',
    config: /^config\.(?:toml|ya?ml|json)$/,
    links: 'free',
    content: ['content'],
    needsContent: true,
  },
  { generator: 'Jekyll', stem: '_config', config: /\.ya?ml$/, links: 'free', content: [''] },
  {
    generator: 'Jupyter Book',
    stem: '_toc',
    config: /^_toc\.ya?ml$/,
    links: 'free',
    content: [''],
    insteadOf: 'Jekyll',
  },
  { generator: 'Sphinx', stem: 'conf', config: /^conf\.py$/, links: 'free', content: [''] },
  { generator: 'Antora', stem: 'antora', config: /\.ya?ml$/, links: 'free', content: [''] },
  { generator: 'Astro', stem: 'astro', config: JS, links: 'free', content: ['src'] },
  { generator: 'Fumadocs', stem: 'source', config: /^source\.config\./, links: 'free', content: ['content', ''] },
  {
    generator: 'Next.js',
    stem: 'next',
    config: /^next\.config\./,
    links: 'free',
    content: ['content', 'pages', 'src/pages', 'app', 'src/app'],
    needsContent: true,
  },
  { generator: 'Nextra', stem: 'theme', config: /^theme\.config\./, links: 'free', content: ['pages', 'content', ''] },
  { generator: 'Mintlify', stem: 'mint', config: /^mint\.json$/, links: 'free', content: [''] },
  { generator: 'Mintlify', stem: 'docs', config: /^docs\.json$/, links: 'free', content: [''] },
  { generator: 'Eleventy', stem: '.eleventy', config: JS, links: 'free', content: [''] },
  { generator: 'Eleventy', stem: 'eleventy', config: JS, links: 'free', content: [''] },
  { generator: 'Gatsby', stem: 'gatsby-config', config: JS, links: 'free', content: [''] },
  // Its pages are shown below the base of `index.html`, so their relative addresses begin there.
  { generator: 'Angular', stem: 'main', config: /^main\.ts$/, links: 'free', content: [''], beside: 'index.html' },
  { generator: 'GitBook', stem: '.gitbook', config: /\.ya?ml$/, links: 'free', content: [''] },
  {
    generator: 'Middleman',
    stem: 'config',
    config: /^config\.rb$/,
    links: 'free',
    content: ['source'],
    needsContent: true,
  },
];
