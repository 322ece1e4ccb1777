import { holdsOnlyDescriptions } from '../formats/yaml/object-kinds.ts';
import { type KindModule, listed, NEVER_OURS } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';

/** Formats that hold routing only now and then are read only when the name says so. */
const NAMED = /alertmanager|alerting|contact-?points/i;
const EXTENSION = /\.(?:json|tpl|tmpl|gotmpl|j2|ya?ml\.erb)$/i;

/** Alertmanager and Grafana: who is told about which alert. */
export const alertRoutingKind: KindModule<'alert-routing'> = {
  kind: 'alert-routing',
  factsVersion: 2,
  paths: { extensions: ['yaml', 'yml'], test: isNamed },
  notIn: NEVER_OURS,
  sniff: looksLikeRouting,
  load: async () => (await import('./parse.ts')).parseAlertRouting,
  elements: ({ facts }) => facts.receivers.map(({ name, spans }) => listed('receiver', name, spans[''])),
};

/** The words without which nothing can be routed. A base64 value shows only its key. */
function looksLikeRouting({ text }: RepositoryFile): boolean {
  return hasWords(text) && !holdsOnlyDescriptions(text);
}

function hasWords(text: string): boolean {
  if (text.includes('receiver')) {
    if (text.includes('receivers') && /\broute["']?\s*:/.test(text)) return true;
    if (text.includes('contactPoints') || (text.includes('policies') && text.includes('apiVersion'))) return true;
  }
  return text.includes('Secret') && /\balertmanager[\w.-]{0,100}\.ya?ml["']?\s*:/.test(text);
}

function isNamed(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const extension = EXTENSION.exec(name);
  return extension !== null && NAMED.test(name.slice(0, extension.index));
}
