import { type KindModule, NEVER_OURS } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';

/** Formats that hold rules only now and then are read only when the name says so. */
const NAMED = /(?:alert|rule|prometheus|mixin)[^/]*\.(?:json|tpl|tmpl|yaml\.gotmpl|yml\.gotmpl|j2|erb)$/i;

/** Prometheus-like and Grafana alert definitions. */
export const alertRulesKind: KindModule<'alert-rules'> = {
  kind: 'alert-rules',
  factsVersion: 1,
  paths: {
    extensions: ['yaml', 'yml', 'libsonnet', 'jsonnet', 'rules', 'rule'],
    test: (path) => NAMED.test(path),
  },
  notIn: NEVER_OURS,
  sniff: looksLikeAlerts,
  load: async () => (await import('./parse.ts')).parseAlertRules,
};

/** The words without which no dialect can define an alert. */
function looksLikeAlerts({ text }: RepositoryFile): boolean {
  if (text.includes('expr') && /\balert["']?\s*:/.test(text)) return true;
  return text.includes('condition:') && text.includes('datasourceUid') && text.includes('title:');
}
