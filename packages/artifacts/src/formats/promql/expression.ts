import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { detached } from '../../text/detached.ts';
import { durationSeconds } from './duration.ts';

/** What a PromQL expression shows without being run. Offsets are into the text given. */
export interface PromqlReading {
  /** The first place that does not parse. */
  readonly fault?: { readonly what: string; readonly from: number; readonly to: number };
  readonly hasCondition: boolean;
  readonly absence: boolean;
  readonly ranges: readonly number[];
  readonly thresholds: readonly number[];
  readonly metrics: readonly string[];
  /** Names called that the grammar does not know. */
  readonly unknownFunctions: readonly string[];
  readonly functions: readonly string[];
}

const COMPARISONS = new Set(['Eql', 'Neq', 'Lte', 'Lss', 'Gte', 'Gtr']);
const SET_OPERATORS = new Set(['And', 'Or', 'Unless']);
const ABSENCE = new Set(['absent', 'absent_over_time']);
/** They count events of their own, so that any value is news. */
const EVENT_COUNTERS = new Set(['changes', 'resets']);
/** Labels that say where a series comes from and not what state it is in. */
const ORIGIN_LABELS = new Set([
  ...['__name__', 'job', 'instance', 'namespace', 'cluster', 'pod', 'container', 'node', 'host', 'service', 'app'],
  ...['application', 'component', 'env', 'environment', 'region', 'zone', 'site', 'tenant', 'prometheus', 'endpoint'],
]);
/** Arithmetic on numbers nested deeper is not worked out. */
const MAX_ARITHMETIC_DEPTH = 20;
/** Characters of the faulty place that a message quotes. */
const QUOTED_LENGTH = 30;

/** Readings kept: generated rules repeat each other's expressions, and one alert is looked at for its facts and its faults. */
const MOST_KEPT = 1000;
const kept = new Map<string, PromqlReading>();

/** Reads an expression; text that does not parse gives a fault and whatever could be seen around it. */
export function readPromql(text: string): PromqlReading {
  const known = kept.get(text);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const reading = read(text);
  kept.set(detached(text), reading);
  return reading;
}

function read(text: string): PromqlReading {
  const tree = parsed(text);
  if (!tree) return UNREAD;
  const ranges: number[] = [];
  const thresholds: number[] = [];
  const metrics = new Set<string>();
  const functions = new Set<string>();
  let hasCondition = false;
  const slice = (node: { from: number; to: number }) => text.slice(node.from, node.to);
  let error: number | undefined;
  tree.iterate({
    // A node is only made of the cursor where its children are asked for: most places are looked at by name alone.
    enter: (place) => {
      const { name } = place;
      if (place.type.isError) error ??= place.from;
      else if (name === 'BinaryExpr') {
        const node = place.node;
        const operator = operatorOf(node);
        if (SET_OPERATORS.has(operator)) hasCondition = true;
        if (!COMPARISONS.has(operator)) return;
        if (!node.getChild('BoolModifier')) hasCondition = true;
        for (const operand of [node.firstChild, node.lastChild]) {
          const value = operand && constant(operand, text);
          if (value !== undefined && value !== null) thresholds.push(value);
        }
      } else if (name === 'MatrixSelector' || name === 'SubqueryExpr') {
        const duration = place.node.getChild('DurationExpr');
        const seconds = duration && durationSeconds(slice(duration));
        if (seconds) ranges.push(seconds);
      } else if (name === 'VectorSelector') {
        const node = place.node;
        for (const metric of metricsOf(node, text)) metrics.add(metric);
        if (selectsState(node, text)) hasCondition = true;
      } else if (name === 'FunctionIdentifier' || name === 'AggregateOp') functions.add(slice(place).toLowerCase());
    },
  });
  const absence = [...functions].some((called) => ABSENCE.has(called));
  const fault = faultAt(error, text);
  return {
    ...(fault && { fault }),
    hasCondition: hasCondition || absence || [...functions].some((called) => EVENT_COUNTERS.has(called)),
    absence,
    ranges,
    thresholds,
    metrics: [...metrics],
    functions: [...functions],
    unknownFunctions: fault ? unknownFunctions(tree, text) : [],
  };
}

/** Of an expression nested too deep for the parser, which recurses: nothing is held against it. */
const UNREAD: PromqlReading = {
  hasCondition: true,
  absence: false,
  ranges: [],
  thresholds: [],
  metrics: [],
  unknownFunctions: [],
  functions: [],
};

function parsed(text: string): Tree | undefined {
  try {
    return parser.parse(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The operator stands after the first operand; comments may stand between. */
function operatorOf(node: SyntaxNode): string {
  let operator = node.firstChild?.nextSibling;
  while (operator?.name === 'LineComment') operator = operator.nextSibling;
  return operator?.name ?? '';
}

/** `kube_job_info{phase="failed"}`: a series that is only there while things are in that state. A range has values. */
function selectsState(selector: SyntaxNode, text: string): boolean {
  if (selector.parent?.name === 'MatrixSelector') return false;
  const matchers = selector.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ?? [];
  return matchers.some((matcher) => {
    const label = matcher.getChild('LabelName');
    return label !== null && !ORIGIN_LABELS.has(text.slice(label.from, label.to));
  });
}

/** The value of a number, or of arithmetic on numbers only. */
function constant(node: SyntaxNode, text: string, depth = 0): number | undefined {
  if (depth > MAX_ARITHMETIC_DEPTH) return undefined;
  const [first, last] = [node.firstChild, node.lastChild];
  switch (node.name) {
    case 'NumberDurationLiteral': {
      const written = text.slice(node.from, node.to).replaceAll('_', '');
      const value = Number(written);
      return Number.isNaN(value) ? durationSeconds(written) : value;
    }
    case 'ParenExpr': {
      const inner = first?.nextSibling ?? first;
      return inner ? constant(inner, text, depth + 1) : undefined;
    }
    case 'UnaryExpr': {
      const value = last ? constant(last, text, depth + 1) : undefined;
      return value !== undefined && text[node.from] === '-' ? -value : value;
    }
    case 'BinaryExpr': {
      const left = first ? constant(first, text, depth + 1) : undefined;
      const right = last ? constant(last, text, depth + 1) : undefined;
      return left === undefined || right === undefined ? undefined : arithmetic(operatorOf(node), left, right);
    }
    default:
      return undefined;
  }
}

function arithmetic(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case 'Add':
      return left + right;
    case 'Sub':
      return left - right;
    case 'Mul':
      return left * right;
    case 'Div':
      return left / right;
    case 'Pow':
      return left ** right;
    default:
      return undefined;
  }
}

/** `name{}`, `{__name__="name"}` and `{"name"}` select a metric by name. */
function* metricsOf(selector: SyntaxNode, text: string): Generator<string> {
  const identifier = selector.getChild('Identifier');
  if (identifier) yield text.slice(identifier.from, identifier.to);
  const matchers = selector.getChild('LabelMatchers');
  for (const quoted of matchers?.getChildren('QuotedLabelName') ?? [])
    yield unquoted(text.slice(quoted.from, quoted.to));
  for (const matcher of matchers?.getChildren('UnquotedLabelMatcher') ?? []) {
    const written = text.slice(matcher.from, matcher.to);
    const name = /^__name__\s*=\s*(["'`].*["'`])$/.exec(written)?.[1];
    if (name) yield unquoted(name);
  }
}

function unquoted(text: string): string {
  return text.slice(1, -1);
}

/** What is wrong with a text, given where its first error stands. */
function faultAt(error: number | undefined, text: string): PromqlReading['fault'] {
  if (text.trim() === '') return { what: 'the expression is empty', from: 0, to: 0 };
  if (error === undefined) return undefined;
  const from = Math.min(error, text.length);
  const rest = text.slice(from).trimStart();
  if (rest === '') return { what: 'the expression ends too early', from, to: text.length };
  const start = text.length - rest.length;
  const near = rest.slice(0, QUOTED_LENGTH).split(/\s/)[0] ?? '';
  return { what: `PromQL does not parse at \`${near}\``, from: start, to: start + near.length };
}

/** Functions of other dialects (MetricsQL, older Prometheus): the grammar reads their name as a metric and stumbles after. */
function unknownFunctions(tree: Tree, text: string): string[] {
  const names: string[] = [];
  tree.iterate({
    enter: ({ name, from, to }) => {
      if (name === 'Identifier' && /^\s*\(/.test(text.slice(to, to + 8))) names.push(text.slice(from, to));
    },
  });
  return names;
}
