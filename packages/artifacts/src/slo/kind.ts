import { isNamedPage, PAGE_EXTENSIONS } from '../document/page-of.ts';
import { holdsOnlyDescriptions } from '../formats/yaml/object-kinds.ts';
import { type KindModule, listed, NEVER_OURS } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';

const PAGE = new Set<string>(PAGE_EXTENSIONS);

/** Service level objectives: as data that a tool reads, and as the page that states them. */
export const sloKind: KindModule<'slo'> = {
  kind: 'slo',
  factsVersion: 1,
  paths: { extensions: ['yaml', 'yml', 'tf', 'jsonnet', 'libsonnet', ...PAGE_EXTENSIONS], test: isNamedPage },
  notIn: NEVER_OURS,
  sniff: looksLikeSlo,
  load: async () => (await import('./parse.ts')).parseSlo,
  elements: ({ facts }) => facts.objectives.map(({ name, spans }) => listed('objective', name, spans[''])),
};

const YAML_FORM =
  /^[ \t]*["']?(?:version["']?:[ \t]*["']?prometheus\/v\d|kind["']?:[ \t]*["']?(?:PrometheusServiceLevel|ServiceLevelObjective|SLO)\b)/m;
const JSONNET_FORM = /\bkind\s*\+?:{1,3}\s*['"](?:ServiceLevelObjective|PrometheusServiceLevel|SLO)['"]/;
const TERRAFORM_FORM = /^[ \t]*resource[ \t]+"\w*(?:_slo|service_level)\w*"/m;
/** What a page of objectives cannot do without. */
const PAGE_FORM = /(?:\bSL[OA]s?\b|service.levels?|error budgets?|availability|uptime)/i;
const FIGURE = /(?<!\d)9\d(?:[.,]\d{1,5})?\s?%/;

function looksLikeSlo({ text, path }: RepositoryFile): boolean {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  if (/^ya?ml$/.test(extension)) return YAML_FORM.test(text) && !holdsOnlyDescriptions(text);
  if (extension === 'tf') return TERRAFORM_FORM.test(text);
  if (extension.endsWith('sonnet')) return JSONNET_FORM.test(text);
  return PAGE.has(extension) && text.includes('%') && FIGURE.test(text) && PAGE_FORM.test(text);
}
