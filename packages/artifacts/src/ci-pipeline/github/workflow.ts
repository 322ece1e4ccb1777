import type { CiPipelineFacts } from '@shipworthy/model';
import type { YamlMap, YamlNode } from '../../formats/yaml/index.ts';
import { secretsWithin } from '../secrets.ts';
import { listOf, literalsOf, pairSpan } from '../written.ts';
import { hasExpression, type KnownValues } from './expression.ts';
import { readJob } from './job.ts';
import { readPermissions } from './permissions.ts';
import { folderOf } from './steps.ts';
import { readTriggers } from './triggers.ts';
import { workflowFaults } from './workflow-faults.ts';

/** Does the document have what every workflow has? */
export function isWorkflow(root: YamlMap): boolean {
  return root.has('on') && root.has('jobs');
}

export function readWorkflow(text: string, root: YamlMap): CiPipelineFacts {
  const on = root.get('on');
  const { triggers, faults } = on ? readTriggers(on) : { triggers: [], faults: [] };
  const never = on !== undefined && startsOnNothing(on);
  const folder = folderOf(root.map('defaults'));
  const name = root.text('name');
  const permissions = root.entry('permissions');
  const concurrency = root.entry('concurrency');
  const defaults = {
    ...(folder === undefined ? {} : { folder }),
    variables: literalsOf(root.get('env'), hasExpression),
    known: inputValues(on),
  };
  const jobs = root.map('jobs')?.entries ?? [];
  return {
    system: 'github-actions',
    read: 'jobs',
    ...(name === undefined ? {} : { name }),
    triggers,
    jobs: jobs.map((entry) => readJob(text, entry, defaults)),
    includes: [],
    ...(never ? { dormant: 'starts on nothing' } : {}),
    callable: triggers.length > 0 && triggers.every(({ on: what }) => what === 'called'),
    ...(permissions ? { permissions: readPermissions(permissions) } : {}),
    ...(concurrency ? { concurrency: concurrency.keySpan } : {}),
    secrets: root.entries
      .filter(({ key }) => key !== 'jobs' && key !== 'on')
      .flatMap((entry) => secretsWithin(text, pairSpan(entry))),
    faults: [...faults, ...workflowFaults(root)],
  };
}

/** `on: []`, `on: {}`: written by whoever switches a workflow off. */
const startsOnNothing = (on: YamlNode): boolean =>
  (on.kind === 'seq' && on.items.length === 0) || (on.kind === 'map' && on.entries.length === 0);

/** The values that inputs of the workflow can have as far as it lists them: options and defaults. */
function inputValues(on: YamlNode | undefined): KnownValues {
  const known = new Map<string, readonly string[]>();
  if (on?.kind !== 'map') return known;
  for (const event of ['workflow_dispatch', 'workflow_call'])
    for (const { key, value } of on.map(event)?.map('inputs')?.entries ?? []) {
      if (value.kind !== 'map') continue;
      const values = [...listOf(value.get('options')), ...listOf(value.get('default'))].map(({ text }) => text);
      for (const name of [`inputs.${key}`, `github.event.inputs.${key}`])
        known.set(
          name,
          [...new Set([...(known.get(name) ?? []), ...values])].filter((text) => text !== ''),
        );
    }
  return known;
}
