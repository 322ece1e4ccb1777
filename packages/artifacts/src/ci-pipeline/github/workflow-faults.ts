import type { PipelineFault } from '@shipworthy/model';
import type { YamlEntry, YamlMap, YamlNode } from '../../formats/yaml/index.ts';
import { broken, unknownWord } from '../fault.ts';
import { needsFaults } from '../needs-faults.ts';
import { namesOf } from '../written.ts';
import { permissionFaults } from './permissions.ts';

/** Source: "Workflow syntax for GitHub Actions" of GitHub's documentation, 2026. */
const WORKFLOW_KEYS = ['name', 'run-name', 'on', 'permissions', 'env', 'defaults', 'concurrency', 'jobs'];
const RUN_JOB_KEYS = [
  'name',
  'permissions',
  'needs',
  'if',
  'runs-on',
  'snapshot',
  'environment',
  'concurrency',
  'outputs',
  'env',
  'defaults',
  'steps',
  'timeout-minutes',
  'strategy',
  'continue-on-error',
  'container',
  'services',
  'cancel-timeout-minutes',
];
const CALL_JOB_KEYS = ['name', 'uses', 'with', 'secrets', 'needs', 'if', 'permissions', 'strategy', 'concurrency'];
const STEP_KEYS = [
  'id',
  'if',
  'name',
  'uses',
  'run',
  'working-directory',
  'shell',
  'with',
  'env',
  'continue-on-error',
  'timeout-minutes',
  'background',
  'wait',
  'wait-all',
  'cancel',
  'parallel',
];
/** What a step does that neither runs a script nor uses an action: steps side by side, since June 2026. */
const SIDE_BY_SIDE = ['wait', 'wait-all', 'cancel', 'parallel'] as const;
const JOB_ID = /^[A-Za-z_][\w-]*$/;

/** What GitHub refuses of a workflow, its triggers apart. */
export function workflowFaults(root: YamlMap): PipelineFault[] {
  const jobs = root.map('jobs')?.entries ?? [];
  return [
    ...unknownKeys(root, WORKFLOW_KEYS, 'a workflow'),
    ...permissionsOf(root),
    ...jobs.flatMap(jobFaults),
    ...needsFaults(
      jobs.map(({ key, value }) => ({ id: key, needs: value.kind === 'map' ? namesOf(value.get('needs')) : [] })),
      'of this workflow',
    ),
  ];
}

/** Keys that begin so hold anchors, or nothing. */
const OWN_KEY = /^(?:x-|\.)/;

function unknownKeys(map: YamlMap, known: readonly string[], of: string): PipelineFault[] {
  return map.entries
    .filter(({ key, merged }) => !merged && !known.includes(key) && !OWN_KEY.test(key))
    .map(({ key, keySpan }) => unknownWord('unknown-key', `'${key}' is no key of ${of}`, key, known, keySpan));
}

function permissionsOf(map: YamlMap): PipelineFault[] {
  const permissions = map.entry('permissions');
  return permissions ? permissionFaults(permissions) : [];
}

function jobFaults({ key, keySpan, value }: YamlEntry): PipelineFault[] {
  const faults = JOB_ID.test(key)
    ? []
    : [broken('bad-id', `'${key}' is no id of a job: letters, digits, - and _, not beginning with a digit`, keySpan)];
  if (value.kind !== 'map') return [...faults, broken('empty-job', `job '${key}' holds nothing`, keySpan)];
  faults.push(...permissionsOf(value));
  if (value.has('uses')) {
    const mixed = value.entries.find((entry) => entry.key === 'steps' || entry.key === 'runs-on');
    if (mixed)
      return [
        ...faults,
        broken('mixed-job', `job '${key}' calls a workflow, so it cannot have '${mixed.key}'`, mixed.keySpan),
      ];
    return [...faults, ...unknownKeys(value, CALL_JOB_KEYS, 'a job that calls a workflow')];
  }
  faults.push(...unknownKeys(value, RUN_JOB_KEYS, 'a job'));
  if (!value.has('runs-on')) faults.push(broken('no-runner', `job '${key}' does not say what it runs on`, keySpan));
  if (!value.has('steps')) faults.push(broken('no-steps', `job '${key}' has no steps`, keySpan));
  return [...faults, ...stepsFaults(value.get('steps'))];
}

export function stepsFaults(steps: YamlNode | undefined): PipelineFault[] {
  if (steps?.kind !== 'seq') return [];
  const ids = new Set<string>();
  return steps.items.flatMap((step) => (step.kind === 'map' ? stepFaults(step, ids) : []));
}

function stepFaults(step: YamlMap, ids: Set<string>): PipelineFault[] {
  const faults = unknownKeys(step, STEP_KEYS, 'a step');
  const id = step.get('id');
  if (id?.kind === 'scalar' && id.text !== '') {
    const known = id.text.toLowerCase();
    if (ids.has(known)) faults.push(broken('same-id', `two steps of the job have the id '${id.text}'`, id.span));
    ids.add(known);
  }
  const run = step.entry('run');
  if (run && step.has('uses'))
    faults.push(broken('mixed-step', 'a step either runs a script or uses an action, not both', run.keySpan));
  const parallel = step.get('parallel');
  if (parallel?.kind === 'seq')
    faults.push(...parallel.items.flatMap((inner) => (inner.kind === 'map' ? stepFaults(inner, ids) : [])));
  if (!run && !step.has('uses') && !SIDE_BY_SIDE.some((key) => step.has(key)))
    faults.push(broken('empty-step', 'a step neither runs a script nor uses an action', step.span));
  return faults;
}
