import { headingText, holdsAny } from '../document/hints.ts';
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

/** Parts of the names of pages about objectives, and in lower case of headings above one: the rest of a page is not searched. */
const NAME_WORDS = /sl[oa]|service|budget/i;
const HEADING_WORDS = [
  ...['slo', 'sla', 'service', 'level', 'budget', 'availab', 'dienst', 'niveau', 'nivel', 'nível', 'tjeneste'],
  ...['サービス', '服务'],
];

function looksLikeSlo(file: RepositoryFile): boolean {
  const { text, path } = file;
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  if (/^ya?ml$/.test(extension)) return YAML_FORM.test(text) && !holdsOnlyDescriptions(text);
  if (extension === 'tf') return TERRAFORM_FORM.test(text);
  if (extension.endsWith('sonnet')) return JSONNET_FORM.test(text);
  return NAME_WORDS.test(path) || holdsAny(file.once(headingText), HEADING_WORDS);
}
