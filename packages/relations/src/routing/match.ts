import type { AlertFacts, MatcherFacts } from '@shipworthy/model';
import { RE2JS } from 're2js';

/** `maybe`: the outcome depends on labels that are only known when the alert fires. */
export type Match = 'yes' | 'no' | 'maybe';

/** The value of a label that is certain before the alert fires; `undefined` if it is not. */
export type StaticLabel = (name: string) => string | undefined;

/** Labels written in the rule, and the alert's name. Those of the series and of the server come at run time. */
export function staticLabels(alert: AlertFacts): StaticLabel {
  const templated = new Set(alert.templated);
  return (name) => {
    if (name === 'alertname') return templated.has('name') ? undefined : alert.name;
    const value = alert.labels[name];
    if (value === undefined || value.includes('{{')) return undefined;
    return templated.has('labels') || templated.has(`labels.${name}`) ? undefined : value;
  };
}

/** Does a route with these matchers take an alert with these labels? All matchers must hold. */
export function matchAll(matchers: readonly MatcherFacts[], label: StaticLabel): Match {
  let result: Match = 'yes';
  for (const matcher of matchers) {
    const one = matchOne(matcher, label(matcher.label));
    if (one === 'no') return 'no';
    if (one === 'maybe') result = 'maybe';
  }
  return result;
}

function matchOne({ operator, value }: MatcherFacts, actual: string | undefined): Match {
  if (operator === '=~' || operator === '!~') {
    const expression = compiled(value);
    if (!expression) return 'maybe';
    if (actual === undefined) return value === '.*' ? (operator === '=~' ? 'yes' : 'no') : 'maybe';
    return expression.test(actual) === (operator === '=~') ? 'yes' : 'no';
  }
  if (actual === undefined) return 'maybe';
  return (actual === value) === (operator === '=') ? 'yes' : 'no';
}

interface Expression {
  test(text: string): boolean;
}
const known = new Map<string, Expression | undefined>();
/** The expressions kept compiled; route trees have dozens. */
const MOST_KEPT = 1000;

/** Alertmanager anchors both ends: `^(?:…)$`, in Go's syntax, in time linear in the text. `undefined`: not valid. */
function compiled(source: string): Expression | undefined {
  if (known.has(source)) return known.get(source);
  if (known.size >= MOST_KEPT) known.clear();
  let expression: Expression | undefined;
  try {
    const parsed = RE2JS.compile(`^(?:${source})$`, RE2JS.DOTALL);
    expression = { test: (text) => parsed.matches(text) };
  } catch {
    expression = undefined;
  }
  known.set(source, expression);
  return expression;
}
