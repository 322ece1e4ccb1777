import type { NamedAt, Span } from '@shipworthy/model';

/** `secrets.NAME`, and `secrets['NAME']` in expressions; not `steps.fetch-secrets.outputs`. */
const USED = /(?<![\w.-])secrets(?:\.([A-Za-z_][\w-]*)|\[\s*'([^'\n]+)'\s*\])/g;

/** The secrets that expressions within the span name, each once. Lines that are comments are no use of one. */
export function secretsWithin(text: string, [start, end]: Span): readonly NamedAt[] {
  const found = new Map<string, NamedAt>();
  for (const match of text.slice(start, end).matchAll(USED)) {
    const name = match[1] ?? match[2] ?? '';
    const from = start + match.index;
    if (!found.has(name) && !isComment(text, from)) found.set(name, { name, at: [from, from + match[0].length] });
  }
  return [...found.values()];
}

/** How far back a line is searched for its start. */
const MAX_LINE_REACH = 400;

function isComment(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - MAX_LINE_REACH), offset);
  return before
    .slice(before.lastIndexOf('\n') + 1)
    .trimStart()
    .startsWith('#');
}
