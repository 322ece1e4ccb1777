import type { CallFacts, JobFacts, WrittenAt } from '@shipworthy/model';
import type { YamlEntry, YamlMap, YamlNode } from '../../formats/yaml/index.ts';
import { secretsWithin } from '../secrets.ts';
import { listOf, literalsOf, namesOf, pairSpan, writtenAt } from '../written.ts';
import { readCall } from './calls.ts';
import { hasExpression, type KnownValues, possibleTexts } from './expression.ts';
import { readPermissions } from './permissions.ts';
import { conditionOf, folderOf, mayFailOf, readSteps, type StepDefaults } from './steps.ts';

/** What a workflow sets for all of its jobs. */
export interface WorkflowDefaults extends Omit<StepDefaults, 'source'> {
  /** Values that inputs can have, by the way an expression names them. */
  readonly known: KnownValues;
}

export function readJob(text: string, entry: YamlEntry, defaults: WorkflowDefaults): JobFacts {
  const job = entry.value.kind === 'map' ? entry.value : undefined;
  const base = { id: entry.key, at: entry.keySpan, secrets: secretsWithin(text, pairSpan(entry)) };
  if (!job) return { ...base, needs: [], conditions: [], steps: [], services: [] };
  const name = job.text('name');
  const matrix = matrixOf(job.map('strategy')?.get('matrix'));
  const environment = environmentOf(job.get('environment'), withMatrix(defaults.known, matrix));
  const permissions = job.entry('permissions');
  const concurrency = job.entry('concurrency');
  const timeout = job.entry('timeout-minutes');
  const mayFail = mayFailOf(job, text);
  const calls = calledBy(job);
  const runsOn = runsOnOf(job);
  const folder = folderOf(job.map('defaults')) ?? defaults.folder;
  return {
    ...base,
    ...(name === undefined ? {} : { name }),
    needs: namesOf(job.get('needs')),
    conditions: conditionOf(job),
    ...(environment ? { environment } : {}),
    ...(permissions ? { permissions: readPermissions(permissions) } : {}),
    ...(concurrency ? { concurrency: concurrency.keySpan } : {}),
    ...(timeout ? { timeout: timeout.keySpan } : {}),
    ...(mayFail ? { mayFail } : {}),
    ...(calls ? { calls } : {}),
    steps: readSteps(job.get('steps'), {
      ...(folder === undefined ? {} : { folder }),
      variables: { ...defaults.variables, ...literalsOf(job.get('env'), hasExpression) },
      source: text,
    }),
    services: servicesOf(job.get('services')),
    ...(runsOn ? { runsOn } : {}),
    ...(matrix ? { matrix } : {}),
  };
}

function calledBy(job: YamlMap): CallFacts | undefined {
  const uses = writtenAt(job, 'uses');
  return uses && readCall(uses.text, uses.at, job.get('with'));
}

/** The container when there is one, else the runner; of labels the first. */
function runsOnOf(job: YamlMap): WrittenAt | undefined {
  const container = job.get('container');
  const image = container?.kind === 'map' ? writtenAt(container, 'image') : writtenAt(job, 'container');
  const runner = job.get('runs-on');
  return image ?? listOf(runner?.kind === 'map' ? (runner.get('labels') ?? runner.get('group')) : runner)[0];
}

function servicesOf(node: YamlNode | undefined): JobFacts['services'] {
  if (node?.kind !== 'map') return [];
  return node.entries.map(({ key, keySpan, value }) => {
    const image = value.kind === 'map' ? value.text('image') : value.kind === 'scalar' ? value.text : undefined;
    return { name: key, ...(image === undefined ? {} : { image }), at: keySpan };
  });
}

function environmentOf(node: YamlNode | undefined, known: KnownValues): JobFacts['environment'] {
  const name = node?.kind === 'map' ? node.get('name') : node;
  if (name?.kind !== 'scalar' || name.isNull) return undefined;
  return { text: name.text, values: possibleTexts(name.text, known), at: name.span };
}

/** The literal values of each variable, those of `include` too. An expression as a whole: no variable is known. */
function matrixOf(node: YamlNode | undefined): JobFacts['matrix'] {
  if (node === undefined) return undefined;
  const values = new Map<string, string[]>();
  const add = (key: string, value: YamlNode) => {
    const list = values.get(key) ?? [];
    values.set(key, list);
    for (const { text } of listOf(value)) if (!hasExpression(text) && !list.includes(text)) list.push(text);
  };
  if (node.kind === 'map') {
    for (const { key, value } of node.entries) if (key !== 'include' && key !== 'exclude') add(key, value);
    for (const item of node.items('include'))
      if (item.kind === 'map') for (const { key, value } of item.entries) add(key, value);
  }
  return Object.fromEntries(values);
}

function withMatrix(known: KnownValues, matrix: JobFacts['matrix']): KnownValues {
  if (!matrix) return known;
  return new Map([...known, ...Object.entries(matrix).map(([key, values]) => [`matrix.${key}`, values] as const)]);
}
