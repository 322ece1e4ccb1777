import type { Artifact, ReadProblem } from '@shipworthy/model';
import { readTemplateYaml } from '../formats/template/index.ts';
import type { Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { carriedBy } from './carriers.ts';
import { dashboardIn } from './dashboard-in.ts';
import { readJsonText } from './located.ts';
import { jsonnetDashboard, programmedDashboard, terraformDashboards } from './programs.ts';
import { CONTENT_ONLY, PATH_AND_CONTENT, pathSignal } from './signals.ts';
import { untemplated } from './untemplated.ts';

type DashboardArtifact = Artifact<'dashboard'>;

/** Files that a template engine writes JSON or YAML from carry its extension behind the first. */
const ENGINE = /\.(?:tpl|tmpl|gotmpl|j2|erb)$/i;

/** The dashboards of a file, one artifact each. */
export function parseDashboards(file: RepositoryFile): Parsed<'dashboard'> {
  const name = file.path.replace(ENGINE, '');
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  switch (extension) {
    case 'json':
      return jsonDashboard(file);
    case 'libsonnet':
    case 'jsonnet':
      return { artifacts: jsonnetDashboard(file), problems: [] };
    case 'tf':
      return { artifacts: terraformDashboards(file), problems: [] };
    case 'py':
    case 'go':
    case 'ts':
      return { artifacts: programmedDashboard(file), problems: [] };
    default:
      return yamlDashboards(file);
  }
}

function jsonDashboard(file: RepositoryFile): Parsed<'dashboard'> {
  let read = readJsonText(file.text, (span) => span);
  if ('fault' in read) {
    const { fault } = read;
    const isTemplate = ENGINE.test(file.path) || /\{\{|\{%|<%/.test(file.text);
    const again = isTemplate ? readJsonText(untemplated(file.text), () => [0, 0], 'tolerant') : read;
    if ('fault' in again) return { artifacts: [], problems: brokenDashboard(file, fault, isTemplate) };
    read = again;
  }
  const found = dashboardIn(read.object, 'file');
  // A list of Kubernetes objects in JSON, and the like.
  if (!found)
    return isObjectOfCluster(file.text.slice(0, HEAD)) ? yamlDashboards(file) : { artifacts: [], problems: [] };
  const { uid } = found.facts;
  return {
    artifacts: [
      {
        ...artifactOf(file, { ...found, level: read.object.level }, uid ?? file.path),
        at: [Math.max(0, file.text.indexOf('{')), file.text.lastIndexOf('}') + 1],
      },
    ],
    problems: [],
  };
}

const HEAD = 2000;
/** Parts that a program makes dashboards of have a `kind` too. */
const isObjectOfCluster = (head: string): boolean => /"kind"\s*:/.test(head) && /"apiVersion"\s*:/.test(head);
/** Strong enough to say of a text that does not parse that it was meant as a dashboard. */
const MEANT = /"(?:gridPos|schemaVersion|templating)"\s*:/;

function brokenDashboard(
  file: RepositoryFile,
  fault: Pick<ReadProblem, 'what' | 'at' | 'effect'>,
  isTemplate: boolean,
): ReadProblem[] {
  if (!MEANT.test(file.text) || pathSignal(file.path) === undefined) return [];
  return [{ kind: 'dashboard', ...fault, effect: isTemplate ? 'unseen' : fault.effect }];
}

function yamlDashboards(file: RepositoryFile): Parsed<'dashboard'> {
  const yaml = readTemplateYaml(file);
  const text = {
    original: file.text,
    parsed: yaml.text,
    level: yaml.level,
    unknown: yaml.unknown,
    place: (span: readonly [number, number]) => span,
  };
  const artifacts: DashboardArtifact[] = [];
  const problems: ReadProblem[] = [];
  const ids = new Map<string, number>();
  /** Two dashboards of one file may have neither a uid nor a name: the second is then told from the first by its number. */
  const distinct = (id: string): string => {
    const before = ids.get(id) ?? 0;
    ids.set(id, before + 1);
    return before === 0 ? id : `${id} (${before + 1})`;
  };
  for (const document of yaml.documents) {
    const carried = carriedBy(document.root, text);
    problems.push(...carried.problems);
    for (const found of carried.dashboards) {
      const id = distinct(found.facts.uid ?? (found.name || file.path));
      artifacts.push({ ...artifactOf(file, found, id), at: found.at });
    }
  }
  return { artifacts, problems };
}

function artifactOf(
  file: RepositoryFile,
  found: Pick<DashboardArtifact, 'facts' | 'level'> & { readonly title?: string; readonly why: string },
  id: string,
): DashboardArtifact {
  const signal = pathSignal(file.path);
  const isObject = found.facts.carrier === 'config-map' || found.facts.carrier === 'object';
  return {
    kind: 'dashboard',
    path: file.path,
    pathClass: file.pathClass,
    level: found.level,
    confidence: signal || isObject ? PATH_AND_CONTENT : CONTENT_ONLY,
    why: [found.why, ...(signal ? [signal] : [])],
    id,
    ...(found.title !== undefined && { title: found.title }),
    facts: found.facts,
  };
}
