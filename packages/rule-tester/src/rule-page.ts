import MarkdownIt from 'markdown-it';
import type { Situation } from './files.ts';

/** The sections every rule page has, in this order. */
export const PAGE_SECTIONS = ['Why', 'What counts', 'How to fix', 'Examples'] as const;

export interface PageExample extends Situation {
  readonly kind: 'gap' | 'pass';
  readonly title: string;
  /** Lines of the `findings` block; empty for a pass. */
  readonly findings: readonly string[];
}

export interface RulePage {
  readonly sections: readonly string[];
  readonly examples: readonly PageExample[];
}

/**
 * Reads a rule's page. An example is a heading that begins with "Gap" or "Pass" and the fenced blocks below it: those
 * labelled `file=path` are the repository, the one labelled `findings` lists the exact findings. Of a change: `base=path` is
 * what the file was (the only label of one that is removed), `added=path` a file the base lacks, `body` the text of the pull
 * request, `commit` the message of a commit.
 * @throws Error when a block is not labelled, a path repeats, or a gap lists nothing.
 */
export function readRulePage(text: string): RulePage {
  const sections: string[] = [];
  const examples: DraftExample[] = [];
  let current: DraftExample | undefined;
  const tokens = new MarkdownIt().parse(text, {});
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open') {
      const title = tokens[index + 1]?.content ?? '';
      if (token.tag === 'h2') sections.push(title);
      const kind = /^(Gap|Pass)\b/.exec(title)?.[1]?.toLowerCase();
      current = kind === 'gap' || kind === 'pass' ? { kind, title, files: {}, findings: [] } : undefined;
      if (current) examples.push(current);
    } else if (token.type === 'fence' && current) {
      take(current, token.info.trim(), token.content);
    }
  }
  for (const example of examples) {
    if (Object.keys({ ...example.files, ...example.base }).length === 0)
      throw new Error(`example '${example.title}' has no files`);
    if ((example.kind === 'gap') !== example.findings.length > 0)
      throw new Error(`example '${example.title}' must ${example.kind === 'gap' ? 'list its findings' : 'list none'}`);
  }
  return { sections, examples };
}

interface DraftExample {
  readonly kind: 'gap' | 'pass';
  readonly title: string;
  readonly files: Record<string, string>;
  readonly findings: string[];
  base?: Record<string, string | null>;
  body?: string;
  commits?: string[];
}

/** Takes in the block that a label names. */
function take(example: DraftExample, label: string, content: string): void {
  const [, side = '', path = ''] = /(?:^|\s)(file|base|added)=(\S+)/.exec(label) ?? [];
  const put = (side: Record<string, string | null>, text: string | null) => {
    if (path in side) throw new Error(`example '${example.title}' holds ${path} twice`);
    side[path] = text;
  };
  if (side !== '') {
    if (side !== 'file') example.base ??= {};
    if (side !== 'base') put(example.files, content);
    if (side === 'base') put(example.base ?? {}, content);
    if (side === 'added') put(example.base ?? {}, null);
  } else if (label === 'findings') example.findings.push(...content.trim().split('\n'));
  else if (/(?:^|\s)body$/.test(label)) example.body = content;
  else if (/(?:^|\s)commit$/.test(label)) example.commits = [...(example.commits ?? []), content];
  else throw new Error(`example '${example.title}' has a block that is neither file=... nor findings: ${label}`);
}
