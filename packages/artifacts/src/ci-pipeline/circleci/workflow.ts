import type { JobFacts, NamedAt, Span, TriggerFacts } from '@shipworthy/model';
import type { YamlEntry, YamlMap, YamlNode } from '../../formats/yaml/index.ts';
import { secretsWithin } from '../secrets.ts';
import { listOf, literalsOf, written } from '../written.ts';
import type { CircleConfig } from './config.ts';
import { readFilters, readSchedules } from './filters.ts';
import { hasPlaceholder, type Parameters, parametersOf, replaced } from './parameters.ts';
import { MAX_CALLS, readCircleSteps } from './steps.ts';

/** One line of a workflow: a job, how it is named there, and what it is given. */
export interface WorkflowJob {
  readonly workflow: string;
  /** The job that runs: of the file or of an orb. */
  readonly job: string;
  /** What others wait for it by. */
  readonly name: string;
  readonly at: Span;
  readonly given: YamlMap | undefined;
  readonly needs: readonly NamedAt[];
}

/** The lines of every workflow; without workflows the job that then runs, `build`. */
export function workflowJobs(config: CircleConfig): readonly WorkflowJob[] {
  const workflows = config.root.map('workflows');
  if (!workflows) {
    const build = config.root.map('jobs')?.entry('build');
    return build ? [{ workflow: '', job: 'build', name: 'build', at: build.keySpan, given: undefined, needs: [] }] : [];
  }
  return workflows.entries.flatMap(({ key, value }) =>
    value.kind === 'map' ? value.items('jobs').flatMap((item) => lineOf(key, item)) : [],
  );
}

function lineOf(workflow: string, item: YamlNode): readonly WorkflowJob[] {
  if (item.kind === 'scalar')
    return [{ workflow, job: item.text, name: item.text, at: item.span, given: undefined, needs: [] }];
  const entry = item.kind === 'map' ? item.entries[0] : undefined;
  if (!entry) return [];
  const given = entry.value.kind === 'map' ? entry.value : undefined;
  const name = given?.text('name') ?? entry.key;
  return [{ workflow, job: entry.key, name, at: entry.keySpan, given, needs: requiresOf(given) }];
}

/** Names, or mappings of a name to the states that count. */
function requiresOf(given: YamlMap | undefined): readonly NamedAt[] {
  return (given?.items('requires') ?? []).flatMap((item): readonly NamedAt[] => {
    if (item.kind === 'scalar') return [{ name: item.text, at: item.span }];
    const entry = item.kind === 'map' ? item.entries[0] : undefined;
    return entry ? [{ name: entry.key, at: entry.keySpan }] : [];
  });
}

/** The job as the workflow runs it. `idOf`: names of lines as ids of the file; `inherited`: when what it waits for runs. */
export function readCircleJob(
  text: string,
  config: CircleConfig,
  line: WorkflowJob,
  needs: readonly NamedAt[],
  id: string,
  inherited: readonly TriggerFacts[] | undefined,
): JobFacts {
  const { given } = line;
  const workflow = config.root.map('workflows')?.map(line.workflow);
  const job = config.job(line.job);
  const approval = given?.entry('type');
  const manual = approval?.value.kind === 'scalar' && approval.value.text === 'approval' ? approval.keySpan : undefined;
  const parameters: Parameters = job ? parametersOf(job, given, new Map()) : new Map();
  const triggers = triggersOf(workflow, given) ?? inherited;
  const matrix = matrixOf(given?.map('matrix')?.map('parameters'));
  const condition = workflow?.entry('when') ?? workflow?.entry('unless');
  const base = {
    id,
    at: line.at,
    needs,
    conditions: condition ? [{ text: text.slice(...condition.value.span), at: condition.value.span }] : [],
    ...(triggers ? { triggers } : {}),
    ...(manual ? { manual } : {}),
    ...(matrix ? { matrix } : {}),
  };
  if (!job) {
    const calls = manual ? undefined : config.orbCall(line.job, line.at, given);
    return { ...base, ...(calls ? { calls } : {}), steps: [], services: [], secrets: [] };
  }
  const folder = job.text('working_directory');
  const images = imagesOf(config, job, parameters);
  const group = job.entry('serial-group') ?? given?.entry('serial-group');
  return {
    ...base,
    ...(group ? { concurrency: group.keySpan } : {}),
    steps: ['pre-steps', 'steps', 'post-steps'].flatMap((key) =>
      readCircleSteps(key === 'steps' ? job.get(key) : given?.get(key), {
        config,
        parameters,
        ...(folder === undefined ? {} : { folder }),
        variables: literalsOf(job.get('environment'), hasPlaceholder),
        depth: 0,
        left: { calls: MAX_CALLS },
      }),
    ),
    services: images.slice(1).map((image) => ({ name: image.text, image: image.text, at: image.at })),
    ...(images[0] ? { runsOn: images[0] } : {}),
    secrets: secretsWithin(text, job.span),
  };
}

function triggersOf(workflow: YamlMap | undefined, given: YamlMap | undefined): readonly TriggerFacts[] | undefined {
  const scheduled = workflow ? readSchedules(workflow) : [];
  if (scheduled.length > 0) return scheduled;
  const filters = given?.map('filters');
  return filters && readFilters(filters);
}

/** The images of a job or of its executor: the first is where it runs, the others run beside it. */
function imagesOf(config: CircleConfig, job: YamlMap, parameters: Parameters) {
  const named = job.get('executor');
  const name = named?.kind === 'map' ? named.text('name') : named?.kind === 'scalar' ? named.text : undefined;
  const executor = name === undefined ? undefined : config.root.map('executors')?.map(name);
  const holder = job.has('docker') || job.has('machine') || job.has('macos') ? job : executor;
  const images = (holder?.items('docker') ?? []).flatMap((item) => {
    const image = item.kind === 'map' ? item.get('image') : undefined;
    const node = image && replaced(image, parameters);
    return node?.kind === 'scalar' ? [written(node)] : [];
  });
  if (images.length > 0) return images;
  const machine = holder?.get('machine');
  return machine?.kind === 'map' ? listOf(machine.get('image')) : [];
}

function matrixOf(node: YamlMap | undefined): JobFacts['matrix'] {
  if (!node) return undefined;
  return Object.fromEntries(
    node.entries.map(({ key, value }: YamlEntry) => [key, listOf(value).map(({ text }) => text)]),
  );
}
