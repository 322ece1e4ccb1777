import { holdsOnlyDescriptions } from '../formats/yaml/object-kinds.ts';
import { type KindModule, listed, NEVER_OURS } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import type { FileBytes } from '../text/file-bytes.ts';

/** Templates of JSON and YAML, and programs that say by their name that they make dashboards. */
const NAMED = /\.(?:json|ya?ml)\.(?:tpl|tmpl|gotmpl|j2|erb)$|dashboards?[\w.-]*\.(?:py|go|ts)$/i;

/** Lists of what a dashboard draws, in one format or another, and what stands beside such a list. */
const LISTS = ['"panels"', '"rows"', '"elements"', '"widgets"', '"tiles"'];
const BESIDE = [
  '"schemaVersion"',
  '"gridPos"',
  '"targets"',
  '"PersesDashboard"',
  '"layout"',
  '"layouts"',
  '"layout_type"',
  '"properties"',
  '"displayName"',
  '"visualization"',
];
/** Fixtures of parsers and formatters are JSON as well, and most of them small. */
const SMALLEST_BYTES = 40;

/** Dashboards of Grafana, Perses and the services of clouds, and what makes them. */
export const dashboardKind: KindModule<'dashboard'> = {
  kind: 'dashboard',
  factsVersion: 3,
  paths: {
    extensions: ['json', 'yaml', 'yml', 'libsonnet', 'jsonnet', 'tf'],
    test: (name) => NAMED.test(name),
    suggested: (path) => !/\.json$/i.test(path) || /dashboard|grafana|perses|monitoring|observab/i.test(path),
  },
  notIn: NEVER_OURS,
  sniffBytes: mayHold,
  sniff: looksLikeDashboard,
  load: async () => (await import('./parse.ts')).parseDashboards,
  elements: ({ id, title, at }) => [listed('dashboard', title ?? id, at)],
};

/** Every dashboard in YAML has one of these; plain searches, as most YAML has none. */
const IN_YAML = ['panels', 'Dashboard', 'dashboard.grafana.app'];

/** Most JSON and YAML ends here, by plain searches of its bytes. */
function mayHold(bytes: FileBytes, path: string): boolean {
  if (bytes.length < SMALLEST_BYTES) return false;
  const holds = (word: string) => bytes.includes(word);
  if (/\.json$/i.test(path)) return LISTS.some(holds) && BESIDE.some(holds);
  return !/\.ya?ml$/i.test(path) || IN_YAML.some(holds);
}

const MAKES = /dashboard|schemaVersion/i;
const OBJECT = /\bkind["']?:[ \t]*["']?(?:GrafanaDashboard|PersesDashboard|Dashboard)\b/;
/** Tests of programs that make dashboards. */
const TEST_CODE = /[._-](?:test|spec)\.\w+$|(?:^|\/)test_[^/]*$/i;

function looksLikeDashboard({ text, path }: RepositoryFile): boolean {
  if (/\.(?:py|go|ts)$/i.test(path))
    return !TEST_CODE.test(path) && /grafanalib|grafana-foundation-sdk|grafana_foundation_sdk|grabana/.test(text);
  if (/sonnet$/i.test(path)) return MAKES.test(text);
  if (/\.tf$/i.test(path)) return /^[ \t]*resource[ \t]+"\w*(?:dashboard|board)\w*"/m.test(text);
  const isYaml = !/\.json/i.test(path);
  if (LISTS.some((word) => text.includes(word)) && BESIDE.some((word) => text.includes(word))) return true;
  if (!isYaml) return false;
  return OBJECT.test(text)
    ? !holdsOnlyDescriptions(text)
    : /^panels:/m.test(text) && /schemaVersion|templating/.test(text);
}
