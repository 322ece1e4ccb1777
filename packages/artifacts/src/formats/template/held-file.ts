import type { Span } from '@shipworthy/model';
import { parseYaml, type YamlDocument, type YamlProblem, type YamlScalar } from '../yaml/index.ts';
import type { SourceText } from './source-text.ts';

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
  const text =
    value.style === 'literal' && decoded === undefined
      ? blockText(value, outer)
      : stringText(value, keySpan, outer, decoded);
  const { documents, problems } = parseYaml(text.parsed);
  return {
    documents,
    problems: problems.map(({ what, at, effect }) => ({
      what,
      at: text.place(at),
      effect: outer.level === 'parsed' ? effect : 'unseen',
    })),
    text,
  };
}

/** The block alone, at its own offsets: all before it blank. Its indentation is even, so it parses as it stands. */
function blockText({ span: [start, end] }: YamlScalar, outer: SourceText): SourceText {
  const lineStart = outer.parsed.lastIndexOf('\n', start - 1) + 1;
  const parsed = outer.parsed.slice(0, lineStart).replace(/[^\r\n]/g, ' ') + outer.parsed.slice(lineStart, end);
  return { ...outer, parsed };
}

function stringText(value: YamlScalar, keySpan: Span, outer: SourceText, decoded = value.text): SourceText {
  return { original: decoded, parsed: decoded, level: outer.level, unknown: [], place: () => outer.place(keySpan) };
}
