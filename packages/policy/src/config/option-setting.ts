import type { OptionValue } from '@shipworthy/model';
import { namesRule } from '../rule-names.ts';
import type { Config, RuleSetting } from './config.ts';

/** What a setting of a rule is for a file; undefined where the configuration leaves the default. */
export function optionSetting(
  config: Pick<Config, 'rules' | 'overrides'>,
): (rule: string, setting: string, path: string) => OptionValue | undefined {
  const said = (rules: readonly RuleSetting[], rule: string, setting: string): OptionValue | undefined =>
    rules.findLast(({ name, options }) => options[setting] !== undefined && namesRule(name, rule))?.options[setting];
  return (rule, setting, path) => {
    const here = config.overrides.filter(({ matches }) => matches(path)).flatMap(({ rules }) => rules);
    return said(here, rule, setting) ?? said(config.rules, rule, setting);
  };
}
