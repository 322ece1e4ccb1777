import type { Rule, RulePackage } from '@shipworthy/rule-kit';
import { allRules, rulePackages } from './catalogue.ts';
import { FORMATS } from './format-names.ts';

/** The rules and reporters there are: this build's and those of loaded packages. */
export interface Catalogue {
  readonly packages: readonly RulePackage[];
  readonly rules: readonly Rule[];
}

/**
 * This build's rules and those of the packages named.
 * @throws UsageError for a package that cannot be used.
 */
export async function catalogueOf(names: readonly string[]): Promise<Catalogue> {
  if (names.length === 0) return { packages: rulePackages, rules: allRules };
  const { loadPackages } = await import('./load-packages.ts');
  const loaded = await loadPackages(names, { rules: allRules.map(({ id }) => id), formats: FORMATS });
  return { packages: [...rulePackages, ...loaded], rules: [...allRules, ...loaded.flatMap(({ rules }) => rules)] };
}
