import { PRESETS, type Preset, type Stage } from '@shipworthy/model';
import type { Rule } from '@shipworthy/rule-kit';
import type { Config } from './config/config.ts';
import { namesRule } from './rule-names.ts';

export interface Selection {
  readonly preset: Preset;
  /** Rule ids or `artifact/*`; when given, only these rules run, whatever the preset and the configuration. */
  readonly only?: readonly string[];
  /** Only rules that serve this stage. */
  readonly stage?: Stage;
  /** Switches rules on and off. */
  readonly config?: Pick<Config, 'rules' | 'overrides' | 'packs'>;
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
 * The rules that a selection asks for, sorted by id. One that is on for some files only is among them.
 * @throws UnknownRuleError when a name of `only` matches no rule.
 */
export function selectRules(rules: readonly Rule[], selection: Selection): Rule[] {
  const only = selection.only ?? [];
  for (const name of only) if (!rules.some((rule) => namesRule(name, rule.id))) throw new UnknownRuleError(name);
  return rules
    .filter((rule) => (only.length > 0 ? only.some((name) => namesRule(name, rule.id)) : isOn(rule, selection)))
    .filter((rule) => selection.stage === undefined || rule.stages.includes(selection.stage))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function isOn(rule: Rule, { preset, config }: Selection): boolean {
  const base = isOnByDefault(rule, preset, config);
  const said = config?.overrides.flatMap(({ rules }) => rules) ?? [];
  return (
    base || said.some(({ name, severity }) => severity !== undefined && severity !== 'off' && namesRule(name, rule.id))
  );
}

/** Before overrides: in the preset or a pack, or switched on by name; the last word of `rules` wins. */
export function isOnByDefault(
  rule: Pick<Rule, 'id' | 'preset' | 'packs'>,
  preset: Preset,
  config: Pick<Config, 'rules' | 'packs'> | undefined,
): boolean {
  const said = config?.rules.findLast(({ name, severity }) => severity !== undefined && namesRule(name, rule.id));
  if (said) return said.severity !== 'off';
  if (PRESETS.indexOf(rule.preset) <= PRESETS.indexOf(preset)) return true;
  return config !== undefined && (rule.packs ?? []).some((pack) => config.packs.includes(pack));
}
