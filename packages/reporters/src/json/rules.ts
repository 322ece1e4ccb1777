import type { RulesJson } from './shapes.ts';

/** The catalogue of rules as versioned JSON (`schema/rules.schema.json`). */
export function renderRulesJson(rules: RulesJson): string {
  return `${JSON.stringify(rules, undefined, 2)}\n`;
}
