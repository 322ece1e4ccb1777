import { PRESETS, type Preset, type Stage } from '@shipworthy/model';
import type { Rule } from '@shipworthy/rule-kit';

export interface Selection {
  readonly preset: Preset;
  /** Rule ids or `artifact/*`; when given, only these rules run, whatever the preset. */
  readonly only?: readonly string[];
  /** Only rules that serve this stage. */
  readonly stage?: Stage;
}

/** A rule name that no rule answers to: the caller's fault. */
export class UnknownRuleError extends Error {
  override readonly name = 'UnknownRuleError';
  readonly wanted: string;
  constructor(wanted: string) {
    super(`no rule is called '${wanted}'`);
    this.wanted = wanted;
  }
}

/**
 * The rules that a selection asks for, sorted by id.
 * @throws UnknownRuleError when a name of `only` matches no rule.
 */
export function selectRules(rules: readonly Rule[], selection: Selection): Rule[] {
  const only = selection.only ?? [];
  for (const name of only) if (!rules.some((rule) => matches(rule.id, name))) throw new UnknownRuleError(name);
  const rank = PRESETS.indexOf(selection.preset);
  return rules
    .filter((rule) =>
      only.length > 0 ? only.some((name) => matches(rule.id, name)) : PRESETS.indexOf(rule.preset) <= rank,
    )
    .filter((rule) => selection.stage === undefined || rule.stages.includes(selection.stage))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** `name` is an id or ends in `/*`. */
const matches = (id: string, name: string): boolean =>
  name.endsWith('/*') ? id.startsWith(name.slice(0, -1)) : id === name;
