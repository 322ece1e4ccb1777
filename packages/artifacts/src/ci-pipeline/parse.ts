import type { Artifact, CiPipelineFacts, ExtractionLevel, ReadProblem } from '@shipworthy/model';
import { hasTemplate } from '../formats/template/index.ts';
import { readYaml, type YamlMap } from '../formats/yaml/index.ts';
import type { Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { readCirclePipeline } from './circleci/pipeline.ts';
import { DETECTED_FORMS } from './detected.ts';
import { duplicateKeyFaults } from './duplicate-keys.ts';
import { isCompositeAction, readCompositeAction } from './github/action.ts';
import { isWorkflow, readWorkflow } from './github/workflow.ts';
import { looksLikeGitlab } from './gitlab/looks-like.ts';
import { isGitlabPart, readGitlabPipeline } from './gitlab/pipeline.ts';
import { dormancyOf, type ReadSystem, readSystemOf } from './where.ts';

const BY_PATH_AND_CONTENT = 0.85;
const BY_CONTENT = 0.7;

/** Where GitLab begins. */
const GITLAB_ENTRY = '.gitlab-ci.yml';

/** What one file holds of a pipeline, whichever system runs it. */
export function parseCiPipeline(file: RepositoryFile): Parsed<'ci-pipeline'> {
  const system = readSystemOf(file.path);
  const named = (system && readJobs(file, system)) ?? readDetected(file);
  return named.artifacts.length > 0 || named.problems.length > 0 ? named : readGitlabPart(file);
}

/** A file of any name that GitLab would take in. */
function readGitlabPart(file: RepositoryFile): Parsed<'ci-pipeline'> {
  const root = looksLikeGitlab(file.text) ? readYaml(file).documents[0]?.root : undefined;
  const facts = root?.kind === 'map' && isGitlabPart(root) ? readGitlabPipeline(root, false) : undefined;
  return { artifacts: facts ? [artifact(file, facts, 'parsed', BY_CONTENT)] : [], problems: [] };
}

function readJobs(file: RepositoryFile, system: ReadSystem): Parsed<'ci-pipeline'> | undefined {
  const { documents, problems } = readYaml(file);
  for (const { root, duplicateKeys } of documents) {
    const facts = root.kind === 'map' ? factsOf(file, system, root) : undefined;
    if (!facts) continue;
    const faults = system === 'other-workflow' ? [] : [...duplicateKeyFaults(duplicateKeys), ...facts.faults];
    return {
      artifacts: [artifact(file, { ...facts, faults }, 'parsed', BY_PATH_AND_CONTENT)],
      problems: problemsOf(file, problems),
    };
  }
  const certain = system !== 'github-action' && (system !== 'other-workflow' || /^jobs:/m.test(file.text));
  return problems.length > 0 && certain ? { artifacts: [], problems: problemsOf(file, problems) } : undefined;
}

function factsOf(file: RepositoryFile, system: ReadSystem, root: YamlMap): CiPipelineFacts | undefined {
  switch (system) {
    case 'github-workflow':
      return isWorkflow(root) ? readWorkflow(file.text, root) : undefined;
    case 'other-workflow':
      return isWorkflow(root) ? { ...readWorkflow(file.text, root), system: 'other' } : undefined;
    case 'github-action':
      return isCompositeAction(root) ? readCompositeAction(file.text, root) : undefined;
    case 'gitlab':
      return readGitlabPipeline(root, file.path === GITLAB_ENTRY);
    case 'circleci':
      return readCirclePipeline(file.text, root);
  }
}

function readDetected(file: RepositoryFile): Parsed<'ci-pipeline'> {
  const form = DETECTED_FORMS.find(
    ({ path, says }) => (path?.test(file.path) ?? true) && says.every((pattern) => pattern.test(file.text)),
  );
  if (!form) return { artifacts: [], problems: [] };
  const facts: CiPipelineFacts = {
    system: form.system,
    read: 'detected',
    triggers: [],
    jobs: [],
    includes: [],
    callable: false,
    secrets: [],
    faults: [],
  };
  return {
    artifacts: [artifact(file, facts, 'scraped', form.path ? BY_PATH_AND_CONTENT : BY_CONTENT)],
    problems: [],
  };
}

function artifact(
  file: RepositoryFile,
  facts: CiPipelineFacts,
  level: ExtractionLevel,
  confidence: number,
): Artifact<'ci-pipeline'> {
  const dormant = dormancyOf(file.path) ?? facts.dormant;
  return {
    kind: 'ci-pipeline',
    path: file.path,
    pathClass: file.pathClass,
    level,
    confidence,
    why: [`is a pipeline of ${facts.system}`, ...(dormant === undefined ? [] : [dormant])],
    id: file.path,
    ...(facts.name === undefined ? {} : { title: facts.name }),
    facts: dormant === undefined ? facts : { ...facts, dormant },
  };
}

/** What a template engine fills in may be right once it is filled in; expressions of the system are plain YAML. */
function problemsOf(file: RepositoryFile, problems: readonly Omit<ReadProblem, 'kind'>[]): readonly ReadProblem[] {
  const templated = problems.length > 0 && hasTemplate(file.text.replaceAll('${{', ''));
  return problems.map(
    ({ what, at, effect }): ReadProblem => ({
      kind: 'ci-pipeline',
      what,
      ...(at ? { at } : {}),
      effect: templated ? 'unseen' : effect,
    }),
  );
}
