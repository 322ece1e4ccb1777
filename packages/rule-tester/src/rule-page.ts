import MarkdownIt from 'markdown-it';
import type { Files } from './files.ts';

/** The sections every rule page has, in this order. */
export const PAGE_SECTIONS = ['Why', 'What counts', 'How to fix', 'Examples'] as const;

export interface PageExample {
  readonly kind: 'gap' | 'pass';
  readonly title: string;
  readonly files: Files;
  /** Lines of the `findings` block; empty for a pass. */
  readonly findings: readonly string[];
}

export interface RulePage {
  readonly sections: readonly string[];
  readonly examples: readonly PageExample[];
}

/**
 * Reads a rule's page. An example is a heading that begins with "Gap" or "Pass" and the fenced blocks below it: those
 * labelled `file=path` are the repository, the one labelled `findings` lists the exact findings.
 * @throws Error when a block is not labelled, a path repeats, or a gap lists nothing.
 */
export function readRulePage(text: string): RulePage {
  const sections: string[] = [];
  const examples: { kind: 'gap' | 'pass'; title: string; files: Record<string, string>; findings: string[] }[] = [];
  let current: (typeof examples)[number] | undefined;
  const tokens = new MarkdownIt().parse(text, {});
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open') {
      const title = tokens[index + 1]?.content ?? '';
      if (token.tag === 'h2') sections.push(title);
      const kind = /^(Gap|Pass)\b/.exec(title)?.[1]?.toLowerCase();
      current = kind === 'gap' || kind === 'pass' ? { kind, title, files: {}, findings: [] } : undefined;
      if (current) examples.push(current);
    } else if (token.type === 'fence' && current) {
      const path = /(?:^|\s)file=(\S+)/.exec(token.info)?.[1];
      if (path !== undefined) {
        if (path in current.files) throw new Error(`example '${current.title}' holds ${path} twice`);
        current.files[path] = token.content;
      } else if (token.info.trim() === 'findings') current.findings.push(...token.content.trim().split('\n'));
      else
        throw new Error(`example '${current.title}' has a block that is neither file=... nor findings: ${token.info}`);
    }
  }
  for (const example of examples) {
    if (Object.keys(example.files).length === 0) throw new Error(`example '${example.title}' has no files`);
    if ((example.kind === 'gap') !== example.findings.length > 0)
      throw new Error(`example '${example.title}' must ${example.kind === 'gap' ? 'list its findings' : 'list none'}`);
  }
  return { sections, examples };
}
