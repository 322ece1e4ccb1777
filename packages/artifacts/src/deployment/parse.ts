import type { Artifact, DeploymentForm, ExtractionLevel, ReadProblem } from '@shipworthy/model';
import { readJson } from '../formats/json/read-json.ts';
import { readTemplateYaml, type SourceText, type TemplateYaml } from '../formats/template/index.ts';
import type { YamlMap } from '../formats/yaml/index.ts';
import type { Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { looksLikeValues, readChart, readHelmfile, readSkaffold } from './chart.ts';
import { isForDevelopers, readCompose } from './compose.ts';
import { environmentOf } from './environment.ts';
import { formByName } from './form-by-name.ts';
import { manifestDocuments, namesObject } from './kubernetes/documents.ts';
import { addKustomization } from './kubernetes/gitops.ts';
import { readObjects } from './kubernetes/objects.ts';
import { scrapeWorkloads } from './kubernetes/scrape.ts';
import { noPieces, type Pieces, Reading } from './pieces.ts';
import { readJsonPlatform } from './platforms/json-platforms.ts';
import { readNomad, readUnit } from './platforms/line-platforms.ts';
import { readProcfile } from './platforms/procfile.ts';
import { readTomlPlatform } from './platforms/toml-platforms.ts';
import { readYamlPlatform } from './platforms/yaml-platforms.ts';

/** What a file says is run, before it is weighed as an artifact. */
export interface DeploymentRead {
  readonly form: DeploymentForm;
  readonly level: ExtractionLevel;
  readonly pieces: Pieces;
  readonly why: string;
  /** By its name or its content alone. */
  readonly named: boolean;
  readonly problems: readonly Omit<ReadProblem, 'kind'>[];
}

const NAMED_CONFIDENCE = 0.85;
const CONTENT_CONFIDENCE = 0.7;

export function parseDeployment(file: RepositoryFile): Parsed<'deployment'> {
  const read = readDeployment(file);
  if (!read) return { artifacts: [], problems: [] };
  const problems = read.problems.map((problem): ReadProblem => ({ ...problem, kind: 'deployment' }));
  const environment = environmentOf(file.path);
  const { workloads, stores, exposure, secrets, sources, rollout } = read.pieces;
  const artifact: Artifact<'deployment'> = {
    kind: 'deployment',
    path: file.path,
    pathClass: file.pathClass,
    level: read.level,
    confidence: read.named ? NAMED_CONFIDENCE : CONTENT_CONFIDENCE,
    why: [...(read.named ? [`is named ${file.baseName}`] : []), read.why],
    id: file.path,
    facts: {
      form: read.form,
      ...(environment === undefined ? {} : { environment }),
      workloads,
      stores,
      exposure,
      secrets,
      sources,
      ...(rollout ? { rollout } : {}),
    },
  };
  return { artifacts: [artifact], problems };
}

/** What the file says is run; undefined when it says nothing of that. Read once, since several kinds ask. */
export function readDeployment(file: RepositoryFile): DeploymentRead | undefined {
  return file.once(read);
}

function read(file: RepositoryFile): DeploymentRead | undefined {
  if (/sonnet$/.test(file.path))
    return {
      ...{ form: 'kubernetes', level: 'scraped', pieces: noPieces(), named: false, problems: [] },
      why: 'makes objects of a cluster, seen by a line scan',
    };
  const form = formByName(file.baseName);
  const byName = form && readNamed(file, form);
  if (byName) return byName;
  return /\.ya?ml(?:\.\w+)?$/i.test(file.path) && namesObject(file) ? readManifests(file) : undefined;
}

function readNamed(file: RepositoryFile, form: DeploymentForm): DeploymentRead | undefined {
  const pieces = noPieces();
  const found = (why: string, level: ExtractionLevel = 'parsed', problems: DeploymentRead['problems'] = []) =>
    ({ form, level, pieces, why, named: true, problems }) as const;
  switch (form) {
    case 'procfile':
      return !isForDevelopers(file.path) && readProcfile(file.text, pieces) ? found('lists processes') : undefined;
    case 'nomad':
      return readNomad(file.text, pieces) ? found('declares a job of Nomad', 'tolerant') : undefined;
    case 'systemd':
      return readUnit(file.baseName, file.text, pieces) ? found('is a unit of systemd', 'tolerant') : undefined;
    default:
      break;
  }
  if (/\.toml$/i.test(file.path))
    return readTomlPlatform(form, file.text, pieces) ? found(`configures ${form}`) : undefined;
  if (/\.jsonc?$/i.test(file.path)) {
    const { root } = readJson(file);
    const reading = new Reading(plainText(file));
    return root?.kind === 'map' && readJsonPlatform(form, reading, root, pieces)
      ? found(`configures ${form}`)
      : undefined;
  }
  const yaml = readTemplateYaml(file);
  const reading = new Reading(textOf(file, yaml));
  const problems = problemsOf(yaml.level, yaml.problems);
  for (const { root } of yaml.documents)
    if (root.kind === 'map' && readNamedYaml(file, form, reading, root, pieces))
      return found(`says what ${form} runs`, yaml.level, problems);
  return undefined;
}

function readNamedYaml(
  file: RepositoryFile,
  form: DeploymentForm,
  reading: Reading,
  root: YamlMap,
  pieces: Pieces,
): boolean {
  switch (form) {
    case 'compose':
      return !isForDevelopers(file.path) && root.map('services') !== undefined && readCompose(reading, root, pieces);
    case 'helm':
      if (/^chart/i.test(file.baseName)) return readChart(reading, root, pieces);
      return /^helmfile/i.test(file.baseName) ? readHelmfile(reading, root, pieces) : looksLikeValues(root);
    case 'kustomize':
      if (root.has('spec')) return false;
      addKustomization(reading, root, pieces);
      return true;
    case 'skaffold':
      return readSkaffold(reading, root, pieces);
    default:
      return readYamlPlatform(form, reading, root, pieces);
  }
}

function readManifests(file: RepositoryFile): DeploymentRead | undefined {
  const yaml = manifestDocuments(file);
  const { level } = yaml.text;
  const reading = new Reading(yaml.text);
  const pieces = noPieces();
  let form: DeploymentForm | undefined;
  for (const { root } of yaml.documents)
    if (root.kind === 'map') {
      const found = readObjects(reading, root, pieces);
      form ??= found;
    }
  const inChart = /(?:^|\/)templates\//.test(file.path) && level === 'tolerant';
  if (form === undefined) {
    if (yaml.problems.length === 0) return undefined;
    // It says that it is one, and only its template engine can read it.
    const templated = level === 'tolerant';
    if (templated) pieces.workloads.push(...scrapeWorkloads(file.text));
    return {
      ...{ form: inChart ? 'helm' : 'kubernetes', level: 'scraped', pieces, why: 'names an object of a cluster' },
      named: inChart,
      problems: templated ? [] : problemsOf(level, yaml.problems),
    };
  }
  return {
    form: inChart && form === 'kubernetes' ? 'helm' : form,
    level: level,
    pieces,
    why: 'holds objects of a cluster',
    named:
      /(?:^|\/)(?:[\w.-]*(?:k8s|kube|kubernetes|manifests?|helm|charts?|templates|kustomize|overlays|base|deploy\w*|argo\w*|flux\w*|clusters?|apps|openshift|\.?nais)[\w.-]*)\//i.test(
        file.path,
      ),
    problems: problemsOf(level, yaml.problems),
  };
}

const plainText = (file: RepositoryFile): SourceText => ({
  original: file.text,
  parsed: file.text,
  level: 'parsed',
  unknown: [],
  place: (span) => span,
});

const textOf = (file: RepositoryFile, yaml: TemplateYaml): SourceText => ({
  original: file.text,
  parsed: yaml.text,
  level: yaml.level,
  unknown: yaml.unknown,
  place: (span) => span,
});

/** What a template engine would write cannot be called broken. */
function problemsOf(level: ExtractionLevel, problems: TemplateYaml['problems']): DeploymentRead['problems'] {
  return problems.map(({ what, at, effect }) => ({ what, at, effect: level === 'tolerant' ? 'unseen' : effect }));
}
