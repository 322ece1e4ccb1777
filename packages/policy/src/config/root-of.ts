import type { Span } from '@shipworthy/model';
import type { Complain } from './fault.ts';
import type { ConfigNode, ParseConfig } from './tree.ts';

/** The values of a file that is one document; complains of what cannot be read, of a second document and of keys twice. */
export function rootOf(text: string, parse: ParseConfig, complain: Complain): ConfigNode | undefined {
  const { documents, problems } = parse(text);
  for (const { what, at } of problems) complain(firstOf(at), what, adviceFor(what));
  const [first, second] = documents;
  if (second)
    complain(firstOf(second.root.span), 'a second document begins here', 'Keep one document: remove the --- line.');
  for (const { key, at } of documents.flatMap(({ duplicateKeys }) => duplicateKeys))
    complain(at, `the key '${key}' is there twice`, 'Keep one of them, with both values.');
  return first?.root;
}

/** One character: an error's mark often reaches to the end of the file. */
const firstOf = ([start]: Span): Span => [start, start + 1];

function adviceFor(problem: string): string {
  if (/\btab\b/.test(problem)) return 'Indent with spaces.';
  if (/alias|merge/.test(problem)) return 'Write the values out instead of repeating them by alias.';
  if (/indent|colon|belongs to nothing|mapping/.test(problem))
    return 'Look at the indentation, for a colon behind each key, and for an open bracket or quote.';
  if (/quote|bracket|comma/.test(problem)) return 'Look for what is left open on this line or above it.';
  return 'Look at this line and the one above it.';
}
