import type { ExpressionFacts } from '@shipworthy/model';
import { isLogql, looksLikeMetricsql, readPromql, withoutVariables } from '../formats/promql/index.ts';
import { isUnknown, PADDING, type SourceText } from '../formats/template/index.ts';
import type { YamlScalar } from '../formats/yaml/index.ts';

/** What the surroundings say about the language of expressions. */
export interface LanguageHint {
  /** The path, the object or the data source says Loki. */
  readonly loki: boolean;
  /** The file is for a reader of a wider dialect, so what PromQL refuses may be right. */
  readonly dialect: boolean;
}

/** Longer expressions are not parsed. */
export const MAX_EXPRESSION_LENGTH = 50_000;
/** What masks leave of a name. */
const MASKED = /__{4,}/;

const UNREAD = { hasCondition: true, absence: false, ranges: [], thresholds: [], metrics: [], functions: [] } as const;

/** Facts of an expression. What is not PromQL has no fault and counts as having a condition. */
export function expressionFacts(node: YamlScalar, text: SourceText, hint: LanguageHint): ExpressionFacts {
  const known = read.get(node);
  if (known && known.loki === hint.loki && known.dialect === hint.dialect) return known.facts;
  const facts = factsOf(node, text, hint);
  read.set(node, { ...hint, facts });
  return facts;
}

/** An alias is one node in many places, and is read once. */
const read = new WeakMap<YamlScalar, LanguageHint & { readonly facts: ExpressionFacts }>();

function factsOf(node: YamlScalar, text: SourceText, hint: LanguageHint): ExpressionFacts {
  const written = node.text.replaceAll(PADDING, ' ');
  if (isLogql(written, hint.loki)) return { language: 'logql', ...UNREAD };
  if (written.length > MAX_EXPRESSION_LENGTH) return { language: 'other', ...UNREAD };
  const masked = isUnknown(text, node) || written.includes('{{');
  const plain = withoutVariables(written);
  const { fault, unknownFunctions, ...reading } = readPromql(plain.text);
  if (fault && hint.loki && !masked) return { language: 'logql', ...UNREAD };
  if (fault && (hint.dialect || unknownFunctions.length > 0 || looksLikeMetricsql(written)))
    return { language: 'other', ...UNREAD };
  const facts = { ...reading, metrics: reading.metrics.filter((metric) => !MASKED.test(metric)) };
  if (!fault || masked || plain.replaced) return { language: 'promql', ...facts };
  const from = node.offsetAt(fault.from);
  const at = text.place([from, Math.max(from, node.offsetAt(fault.to))]);
  return { language: 'promql', ...facts, fault: { what: fault.what, at } };
}
