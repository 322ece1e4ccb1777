import MarkdownIt from 'markdown-it';

/** Names and texts that try to be more than text. */
export const HOSTILE = [
  '@acme/payments',
  'mail @octocat, now',
  'a@example.org',
  '<img src=x onerror=alert(1)>',
  '</details></summary><h1>',
  '<!-- --> &commat;acme &#64;acme',
  '[x](https://example.org) ![x](y)',
  'https://example.org/issues/1 www.example.org',
  'see #12 and acme/shop#13, GH-14',
  '`code` ``more`` ```',
  '`@acme`',
  '@`x`@acme`y`',
  '`` ` ``@acme`',
  '`\\`@acme`',
  '\\`@acme\\`',
  '``` @acme',
  '**bold** __bold__ ~~gone~~ _em_',
  '| a | b |',
  '\n\n# Heading\n\n- @acme',
  '\r@acme',
  '\u2028@acme',
  '\u202e@acme',
  '$x^2$ $$y$$',
  ':tada: :+1:',
  '\\@acme \\<b>',
  '    @acme',
  '~~~\n@acme',
  '\ud800@acme',
  ' ',
  '',
  '@',
  '::',
  '\t@acme\t`',
  '# Heading',
  '- item',
  '+ item',
  '1. item',
  '12) item',
  '---',
  '=',
  '> quote',
  '[ ] task',
  '[x]: y',
  '&nbsp;@acme',
  '</details>@everyone',
  '<img src=x onerror=alert(1)>\n\n<script>x</script>',
  '[x](javascript:alert(1)) <javascript:alert(1)>',
  'javascript:alert(1)',
  '](https://example.org) [x',
  ')(https://example.org)',
  'a|b\\|c`d|e`',
  '\u001b[31mred\u001b[0m \u001b]8;;https://example.org\u0007x',
  '\u202egpj.exe\u2066@acme',
  `${'x'.repeat(5_000)} @acme`,
  '@acme '.repeat(500),
];

export interface Shown {
  readonly text: string;
  readonly html: readonly string[];
  readonly types: ReadonlySet<string>;
  /** Targets of links and pictures. */
  readonly targets: readonly string[];
}

/** What a reader sees as text outside code, the HTML, and the kinds of token. */
export function shownOf(source: string): Shown {
  const types = new Set<string>();
  const html: string[] = [];
  const text: string[] = [];
  const targets: string[] = [];
  const walk = (tokens: ReturnType<InstanceType<typeof MarkdownIt>['parse']>): void => {
    for (const token of tokens) {
      types.add(token.type);
      if (token.type === 'html_block' || token.type === 'html_inline') html.push(token.content.trim());
      if (token.type === 'text') text.push(token.content);
      const target = token.attrGet('href') ?? token.attrGet('src');
      if (typeof target === 'string') targets.push(target);
      if (token.children) walk(token.children);
    }
  };
  walk(new MarkdownIt({ html: true, linkify: true }).parse(source, {}));
  return { text: text.join(' '), html, types, targets };
}
