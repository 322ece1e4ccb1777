import type { Criticality, Preset, Severity, SeveritySetting } from '@shipworthy/model';
import type { Rule } from '@shipworthy/rule-kit';
import type { Config } from '../config/config.ts';
import { namesRule } from '../rule-names.ts';
import { isOnByDefault } from '../select-rules.ts';

export interface SeverityInput {
  readonly config: Config;
  readonly preset: Preset;
  /** Rules were named on the command line: what the configuration switches off is asked all the same. */
  readonly named: boolean;
}

/** What the configuration makes of a rule's severity for findings in a file; undefined where it says nothing. */
export function severitySetting(rule: Rule, path: string, input: SeverityInput): SeveritySetting | undefined {
  const { config, preset, named } = input;
  const override = config.overrides
    .filter(({ matches }) => matches(path))
    .flatMap(({ rules }) => rules)
    .findLast(({ name, severity }) => severity !== undefined && namesRule(name, rule.id));
  const base = config.rules.findLast(({ name, severity }) => severity !== undefined && namesRule(name, rule.id));
  const said = override?.severity ?? base?.severity;
  if (said !== undefined && !(named && said === 'off')) return said;
  // It is asked only because an override for other files switched it on.
  return said === undefined && !named && !isOnByDefault(rule, preset, config) ? 'off' : undefined;
}

/**
 * Criticality shifts what nobody set by hand. `experimental`: absences are advice, contradictions stay errors.
 * `critical`: what a critical service must have is an error where it is missing; advice stays advice.
 */
export function shifted(severity: Severity, rule: Rule, criticality: Criticality | undefined): Severity {
  if (severity !== 'warning') return severity;
  if (criticality === 'experimental') return 'info';
  return criticality === 'critical' && rule.presence?.vital ? 'error' : severity;
}
