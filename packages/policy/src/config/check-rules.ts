import type { OptionSchema, Rule } from '@shipworthy/rule-kit';
import { nearest } from '../nearest.ts';
import { namesRule, nearestRules } from '../rule-names.ts';
import { kindOf, quoted } from './check-shape.ts';
import type { Complain } from './fault.ts';
import { type ConfigNode, entriesOf, itemsOf, type PlacedText, valueAt } from './tree.ts';

/** Near names that are offered. */
const SUGGESTIONS = 2;

/** Complains of a name that no rule answers to. */
export function checkRuleName({ text, at }: PlacedText, rules: readonly Rule[], complain: Complain): boolean {
  if (rules.some(({ id }) => namesRule(text, id))) return true;
  if (isOfOtherPackage(text, rules)) return false;
  const near = nearestRules(
    text,
    rules.map(({ id }) => id),
    SUGGESTIONS,
  );
  complain(
    at,
    `no rule is called '${text}'`,
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'The rules there are: shipworthy rules',
  );
  return false;
}

/** `pack/artifact/aspect` of a package that is not loaded: whoever loads it may know the rule. */
function isOfOtherPackage(name: string, rules: readonly Rule[]): boolean {
  const [pack = '', ...rest] = name.split('/');
  return rest.length === 2 && !rules.some(({ id }) => id.startsWith(`${pack}/`));
}

/** The names and settings below a `rules:` key. */
export function checkRules(node: ConfigNode | undefined, rules: readonly Rule[], complain: Complain): void {
  for (const { key, keySpan, value } of entriesOf(node)) {
    if (!checkRuleName({ text: key, at: keySpan }, rules, complain)) continue;
    const named = rules.filter(({ id }) => namesRule(key, id));
    const settings = value.kind === 'seq' ? itemsOf(value)[1] : valueAt(value, 'options');
    for (const entry of entriesOf(settings)) checkOption(entry, key, named, complain);
  }
}

/** The settings a rule declares, by name. */
export function optionsOf(rule: Rule): readonly (readonly [name: string, schema: OptionSchema])[] {
  return Object.entries(rule.needs).flatMap(([name, need]) =>
    need.need === 'option' ? [[name, need.option] as const] : [],
  );
}

function checkOption(
  { key, keySpan, value }: ReturnType<typeof entriesOf>[number],
  rule: string,
  rules: readonly Rule[],
  complain: Complain,
): void {
  const known = rules.flatMap(optionsOf);
  const schemas = known.filter(([name]) => name === key).map(([, schema]) => schema);
  if (schemas.length === 0) {
    const names = [...new Set(known.map(([name]) => name))];
    const [near] = nearest(key, names);
    const advice = near
      ? `Did you mean ${near}?`
      : names.length === 0
        ? 'It has no settings: give its severity alone.'
        : `It has ${names.join(', ')}.`;
    complain(keySpan, `${rule} has no setting '${key}'`, advice);
    return;
  }
  for (const schema of schemas) {
    const fault = optionFault(schema, value);
    if (fault === undefined) continue;
    const advice = `It is ${schema.describe}; the default is ${JSON.stringify(schema.default)}.`;
    complain(value.span, `${key} of ${rule} ${fault}`, advice);
  }
}

function optionFault(schema: OptionSchema, node: ConfigNode): string | undefined {
  const value = node.kind === 'scalar' ? node.value : undefined;
  switch (schema.type) {
    case 'integer': {
      if (typeof value !== 'number' || !Number.isInteger(value)) return `must be a whole number, not ${kindOf(node)}`;
      if (schema.minimum !== undefined && value < schema.minimum)
        return `must be at least ${schema.minimum}, not ${value}`;
      if (schema.maximum !== undefined && value > schema.maximum)
        return `must be at most ${schema.maximum}, not ${value}`;
      return undefined;
    }
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `must be true or false, not ${kindOf(node)}`;
    case 'string':
      return typeof value === 'string' ? undefined : `must be text, not ${kindOf(node)}`;
    case 'enum': {
      if (typeof value === 'string' && schema.values.includes(value)) return undefined;
      const [near] = nearest(String(value), schema.values);
      return `must be one of ${schema.values.join(', ')}, not ${quoted(node)}${near ? ` (did you mean ${near}?)` : ''}`;
    }
    case 'list':
      return node.kind === 'seq' && node.items.every((item) => item.kind === 'scalar' && typeof item.value === 'string')
        ? undefined
        : `must be a list of texts, not ${kindOf(node)}`;
  }
}
