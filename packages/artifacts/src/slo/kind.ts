import { isNamedPage, PAGE_EXTENSIONS } from '../document/page-of.ts';
import { holdsOnlyDescriptions } from '../formats/yaml/object-kinds.ts';
import { type KindModule, listed, NEVER_OURS } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';

/** Service level objectives: as data that a tool reads, and as the page that states them. */
export const sloKind: KindModule<'slo'> = {
  kind: 'slo',
  factsVersion: 2,
  paths: { extensions: ['yaml', 'yml', 'tf', 'jsonnet', 'libsonnet', ...PAGE_EXTENSIONS], test: isNamedPage },
  notIn: NEVER_OURS,
  sniffBytes: (bytes, path) => !/\.ya?ml$/i.test(path) || IN_YAML.some((word) => bytes.includes(word)),
  sniff: looksLikeSlo,
  load: async () => (await import('./parse.ts')).parseSlo,
  elements: ({ facts }) => facts.objectives.map(({ name, spans }) => listed('objective', name, spans[''])),
};

const YAML_FORM =
  /^[ \t]*["']?(?:version["']?:[ \t]*["']?prometheus\/v\d|kind["']?:[ \t]*["']?(?:PrometheusServiceLevel|ServiceLevelObjective|SLO)\b)/m;
const JSONNET_FORM = /\bkind\s*\+?:{1,3}\s*['"](?:ServiceLevelObjective|PrometheusServiceLevel|SLO)['"]/;
const TERRAFORM_FORM = /^[ \t]*resource[ \t]+"\w*(?:_slo|service_level)\w*"/m;
/** Every objective in YAML has one of these; plain searches, as most YAML has none. */
const IN_YAML = ['SLO', 'ServiceLevel', 'prometheus/v'];

function looksLikeSlo({ text, path }: RepositoryFile): boolean {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  if (/^ya?ml$/.test(extension)) return YAML_FORM.test(text) && !holdsOnlyDescriptions(text);
  if (extension === 'tf') return TERRAFORM_FORM.test(text);
  if (extension.endsWith('sonnet')) return JSONNET_FORM.test(text);
  // The page is read anyway, as a document; its headings decide faster than a search of its text.
  return true;
}
