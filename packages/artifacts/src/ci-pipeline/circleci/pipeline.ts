import type { CiPipelineFacts, JobFacts, NamedAt, PipelineFault, TriggerFacts } from '@shipworthy/model';
import type { YamlMap } from '../../formats/yaml/index.ts';
import { broken } from '../fault.ts';
import { nearestWord } from '../nearest.ts';
import { needsFaults } from '../needs-faults.ts';
import { CircleConfig } from './config.ts';
import { hasPlaceholder } from './parameters.ts';
import { readCircleJob, type WorkflowJob, workflowJobs } from './workflow.ts';

/** Lines of workflows whose job runs later, when something that is generated says so. */
const CONTINUED = /continuation|path-filtering|dynamic/;

/** A configuration of CircleCI. Undefined: it is none. */
export function readCirclePipeline(text: string, root: YamlMap): CiPipelineFacts | undefined {
  if (!root.has('jobs') && !root.has('workflows') && !root.has('commands')) return undefined;
  const config = new CircleConfig(root);
  const lines = workflowJobs(config);
  const idOf = idsOf(lines);
  const named = new Map(lines.map((line) => [`${line.workflow}\n${line.name}`, line]));
  const jobs = new Map<WorkflowJob, JobFacts>();
  const read = (line: WorkflowJob, above: readonly WorkflowJob[]): JobFacts => {
    const known = jobs.get(line);
    if (known) return known;
    const waited = line.needs.map(({ name }) => named.get(`${line.workflow}\n${name}`));
    const first = waited.find((other) => other !== undefined && other !== line && !above.includes(other));
    const inherited: readonly TriggerFacts[] | undefined = first && read(first, [...above, line]).triggers;
    const needs = line.needs.map(({ name, at }, index): NamedAt => {
      const other = waited[index];
      return { name: other ? idOf(other) : name, at };
    });
    const job = readCircleJob(text, config, line, needs, idOf(line), inherited);
    jobs.set(line, job);
    return job;
  };
  return {
    system: 'circleci',
    read: 'jobs',
    triggers: [{ on: 'push', event: 'push', at: root.entry('workflows')?.keySpan ?? [0, 0] }],
    jobs: lines.map((line) => read(line, [])),
    includes: config.orbs,
    callable: lines.length === 0,
    secrets: [],
    faults: circleFaults(config, lines),
  };
}

/** A line's name where it is the only one, else with its workflow before it, else with a number behind it. */
function idsOf(lines: readonly WorkflowJob[]): (line: WorkflowJob) => string {
  const taken = new Map<string, number>();
  for (const { name } of lines) taken.set(name, (taken.get(name) ?? 0) + 1);
  const used = new Set<string>();
  const ids = new Map<WorkflowJob, string>();
  for (const line of lines) {
    const plain = taken.get(line.name) === 1 ? line.name : `${line.workflow}/${line.name}`;
    let id = plain;
    for (let count = 2; used.has(id); count++) id = `${plain}-${count}`;
    used.add(id);
    ids.set(line, id);
  }
  return (line) => ids.get(line) ?? line.name;
}

/** What CircleCI refuses: lines that lead to no job, and jobs that wait for what never comes. */
function circleFaults(config: CircleConfig, lines: readonly WorkflowJob[]): PipelineFault[] {
  const names = config.jobNames;
  const unknown = lines
    .filter(({ job, given }) => !config.job(job) && given?.text('type') === undefined && !hasPlaceholder(job))
    .filter(({ job }) => config.orb(job) === undefined && !CONTINUED.test(job))
    .map(({ job, at }) =>
      broken('unknown-job', `runs '${job}', which is no job of this file`, at, nearestWord(job, names)),
    );
  const workflows = new Map<string, WorkflowJob[]>();
  for (const line of lines) {
    const list = workflows.get(line.workflow) ?? [];
    workflows.set(line.workflow, list);
    list.push(line);
  }
  const waiting = [...workflows].flatMap(([workflow, of]) => {
    // A matrix names its jobs by its values.
    if (of.some(({ given, name }) => given?.has('matrix') || hasPlaceholder(name))) return [];
    return needsFaults(
      of.map(({ name, needs }) => ({ id: name, needs: needs.filter((need) => !hasPlaceholder(need.name)) })),
      `of workflow '${workflow}'`,
    );
  });
  return [...unknown, ...waiting];
}
