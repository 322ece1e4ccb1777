import type { Span } from '@shipworthy/model';
import { parseYaml, type YamlDocument, type YamlDocuments, type YamlProblem, type YamlScalar } from '../yaml/index.ts';
import { hasTemplate, maskTemplate } from './mask.ts';
import { type SourceText, unknownWithin } from './source-text.ts';

export interface HeldYaml {
  readonly documents: readonly YamlDocument[];
  /** Placed in the file. */
  readonly problems: readonly YamlProblem[];
  readonly text: SourceText;
}

/**
 * A YAML file inside a string of another. A literal block keeps true offsets; what stands in other styles, or comes
 * decoded from elsewhere (`decoded`), is placed at the key.
 */
export function parseHeldFile(value: YamlScalar, keySpan: Span, outer: SourceText, decoded?: string): HeldYaml {
  const held =
    value.style === 'literal' && decoded === undefined
      ? blockText(value, outer)
      : stringText(value, keySpan, outer, decoded);
  const { documents, problems, text } = parseTolerantly(held);
  return {
    documents,
    problems: problems.map(({ what, at, effect }) => ({
      what,
      at: text.place(at),
      effect: text.level === 'parsed' ? effect : 'unseen',
    })),
    text,
  };
}

/** As for a whole file: masked only where plain parsing fails and a template can be the cause. */
function parseTolerantly(text: SourceText): YamlDocuments & { readonly text: SourceText } {
  const plain = parseYaml(text.parsed);
  const fault = plain.problems.find((problem) => problem.effect === 'broken');
  if (!fault || text.level !== 'parsed' || !hasTemplate(text.parsed)) return { ...plain, text };
  const masked = maskTemplate(text.parsed);
  const again = parseYaml(masked.text);
  if (again.problems[0]?.at[0] === fault.at[0]) return { ...plain, text };
  return { ...again, text: { ...text, parsed: masked.text, level: 'tolerant', unknown: masked.unknown } };
}

/** The block alone, from the start of its first line. Its indentation is even, so it parses as it stands. */
function blockText({ span: [start, end] }: YamlScalar, outer: SourceText): SourceText {
  const from = outer.parsed.lastIndexOf('\n', start - 1) + 1;
  return {
    original: outer.original.slice(from, end),
    parsed: outer.parsed.slice(from, end),
    level: outer.level,
    unknown: unknownWithin(outer, from, end).map(([first, last]) => [first - from, last - from]),
    place: ([first, last]) => outer.place([first + from, last + from]),
  };
}

function stringText(value: YamlScalar, keySpan: Span, outer: SourceText, decoded = value.text): SourceText {
  return { original: decoded, parsed: decoded, level: outer.level, unknown: [], place: () => outer.place(keySpan) };
}
