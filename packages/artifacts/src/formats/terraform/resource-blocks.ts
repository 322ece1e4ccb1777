import type { Span } from '@shipworthy/model';
import type { RepositoryFile } from '../../repository-file.ts';

/** A `resource` of a Terraform file, as far as lines show it. */
export interface ResourceBlock {
  readonly type: string;
  readonly name: string;
  /** `resource "type" "name"`. */
  readonly at: Span;
  /** The lines between its braces. */
  readonly body: string;
  readonly bodyStart: number;
}

const RESOURCE = /^[ \t]*resource[ \t]+"([\w-]+)"[ \t]+"([\w-]+)"[ \t]*\{/gm;
/** A formatter puts the closing brace of a top-level block at the start of a line. */
const END = /^\}/gm;

/** The resources of a Terraform file, by a scan of lines. Nothing is evaluated. */
export function resourceBlocks(file: RepositoryFile): readonly ResourceBlock[] {
  return file.once(scan);
}

function scan({ text }: RepositoryFile): readonly ResourceBlock[] {
  const blocks: ResourceBlock[] = [];
  for (const match of text.matchAll(RESOURCE)) {
    const [head, type = '', name = ''] = match;
    const bodyStart = match.index + head.length;
    END.lastIndex = bodyStart;
    const end = END.exec(text)?.index ?? text.length;
    const start = match.index + head.length - head.trimStart().length;
    blocks.push({ type, name, at: [start, bodyStart - 1], body: text.slice(bodyStart, end), bodyStart });
  }
  return blocks;
}

/** The text of an argument written as a plain string: `title = "Orders"`. */
export function stringArgument(block: ResourceBlock, name: string): string | undefined {
  return new RegExp(`^[ \\t]*${name}[ \\t]*=[ \\t]*"([^"\\n]*)"`, 'm').exec(block.body)?.[1];
}
