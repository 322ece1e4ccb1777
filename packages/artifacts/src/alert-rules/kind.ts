import { holdsOnlyDescriptions } from '../formats/yaml/object-kinds.ts';
import { type KindModule, listed, NEVER_OURS } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';

/** Formats that hold rules only now and then are read only when the name says so. */
const NAMED = /alert|rule|prometheus|mixin/i;
const EXTENSION = /\.(?:json|tpl|tmpl|ya?ml\.gotmpl|j2|ya?ml\.erb|rules\.erb)$/i;

/** Prometheus-like and Grafana alert definitions. */
export const alertRulesKind: KindModule<'alert-rules'> = {
  kind: 'alert-rules',
  factsVersion: 4,
  paths: {
    extensions: ['yaml', 'yml', 'libsonnet', 'jsonnet', 'rules', 'rule', 'alerts'],
    test: isNamed,
  },
  notIn: NEVER_OURS,
  sniff: looksLikeAlerts,
  load: async () => (await import('./parse.ts')).parseAlertRules,
  elements: ({ facts }) => facts.alerts.map(({ name, spans }) => listed('alert', name, spans[''])),
};

/** The words without which no dialect can define an alert. */
function looksLikeAlerts({ text }: RepositoryFile): boolean {
  if (text.includes('expr') && namesAlert(text)) return !holdsOnlyDescriptions(text);
  return text.includes('condition:') && text.includes('datasourceUid') && text.includes('title:');
}

/** Has an `alert:` outside of lines that are comments: values of charts show one there. */
function namesAlert(text: string): boolean {
  const key = /\balert["']?\s*:/g;
  for (let match = key.exec(text); match; match = key.exec(text)) {
    const lineStart = text.lastIndexOf('\n', match.index) + 1;
    if (!text.slice(lineStart, match.index).trimStart().startsWith('#')) return true;
    // The rest of the line is comment too; looked at once, so that one long line stays linear.
    const lineEnd = text.indexOf('\n', match.index);
    if (lineEnd < 0) return false;
    key.lastIndex = lineEnd;
  }
  return false;
}

function isNamed(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const extension = EXTENSION.exec(name);
  return extension !== null && NAMED.test(name.slice(0, extension.index));
}
