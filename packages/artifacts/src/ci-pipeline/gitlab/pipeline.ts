import type { CiPipelineFacts, NamedAt, TriggerFacts } from '@shipworthy/model';
import type { YamlMap } from '../../formats/yaml/index.ts';
import { listOf } from '../written.ts';
import { GitlabConfig, type JobView } from './config.ts';
import { gitlabFaults } from './faults.ts';
import { readIncludes } from './includes.ts';
import { readGitlabJob } from './job.ts';
import { readRules } from './rules.ts';

/** GitLab's own stages where a file names none. */
export const DEFAULT_STAGES = ['.pre', 'build', 'test', 'deploy', '.post'];

/** A configuration of GitLab CI, or a part that others include. Undefined: it is neither. */
export function readGitlabPipeline(root: YamlMap, isEntry: boolean): CiPipelineFacts | undefined {
  const config = new GitlabConfig(root);
  if (!config.isPipeline) return undefined;
  const triggers = triggersOf(config, isEntry);
  const before = stagesBefore(config);
  return {
    system: 'gitlab',
    read: 'jobs',
    triggers,
    jobs: config.jobs.map((view) => readGitlabJob(config, view, triggers, before(view))),
    ...(config.templates.length > 0
      ? { templates: config.templates.map((view) => readGitlabJob(config, view, triggers, [])) }
      : {}),
    includes: readIncludes(root.get('include')),
    callable: !isEntry && config.jobs.length === 0,
    secrets: [],
    faults: gitlabFaults(config, isEntry),
  };
}

/** Every key is one of GitLab's or holds a job, and a job names its stage and its script. */
export function isGitlabPart(root: YamlMap): boolean {
  const config = new GitlabConfig(root);
  const works = [...config.jobs, ...config.templates].some(({ layers }) =>
    layers.some((layer) => layer.has('stage') && layer.has('script')),
  );
  return works && config.holdsOnlyJobs;
}

/** By `workflow: rules`; without them every push of a branch or tag starts a pipeline. */
function triggersOf(config: GitlabConfig, isEntry: boolean): readonly TriggerFacts[] {
  if (!isEntry) return [{ on: 'called', event: 'include', at: [0, 0] }];
  const workflow = config.root.entry('workflow');
  const pushed: readonly TriggerFacts[] = [{ on: 'push', event: 'push', at: workflow?.keySpan ?? [0, 0] }];
  const rules = workflow?.value.kind === 'map' ? workflow.value.get('rules') : undefined;
  return (rules && readRules(config, rules, pushed).triggers) ?? pushed;
}

/** The jobs that a job without `needs` waits for: those of the nearest earlier stage that holds jobs. */
function stagesBefore(config: GitlabConfig): (view: JobView) => readonly NamedAt[] {
  const declared = listOf(config.root.get('stages')).map(({ text }) => text);
  const stages = declared.length > 0 ? ['.pre', ...declared, '.post'] : DEFAULT_STAGES;
  const members = new Map<string, NamedAt[]>();
  for (const view of config.jobs) {
    const stage = stageOf(config, view);
    const list = members.get(stage) ?? [];
    members.set(stage, list);
    list.push({ name: view.entry.key, at: view.entry.keySpan });
  }
  const held = stages.filter((stage) => members.has(stage));
  return (view) => members.get(held[held.indexOf(stageOf(config, view)) - 1] ?? '') ?? [];
}

export function stageOf(config: GitlabConfig, view: JobView): string {
  const stage = config.value(view, 'stage');
  return stage?.kind === 'scalar' && stage.text !== '' ? stage.text : 'test';
}
