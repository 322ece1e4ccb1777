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
const END = /^\}/m;

/** The resources of a Terraform file, by a scan of lines. Nothing is evaluated. */
export function resourceBlocks(file: RepositoryFile): readonly ResourceBlock[] {
  return file.once(scan);
}

function scan({ text }: RepositoryFile): readonly ResourceBlock[] {
  const matches = [...text.matchAll(RESOURCE)];
  return matches.map((match, index) => {
    const [head, type = '', name = ''] = match;
    const bodyStart = match.index + head.length;
    // Up to the next resource, so that a file without closing braces stays linear.
    const rest = text.slice(bodyStart, matches[index + 1]?.index);
    const end = rest.search(END);
    const start = bodyStart - head.trimStart().length;
    return { type, name, at: [start, bodyStart - 1], body: end < 0 ? rest : rest.slice(0, end), bodyStart };
  });
}

/** The text of an argument written as a plain string: `title = "Orders"`. */
export function stringArgument(block: ResourceBlock, name: string): string | undefined {
  return new RegExp(`^[ \\t]*${name}[ \\t]*=[ \\t]*"([^"\\n]*)"`, 'm').exec(block.body)?.[1];
}
