import type { JobFacts, NamedAt, StepFacts, TriggerFacts } from '@shipworthy/model';
import type { YamlMap, YamlNode } from '../../formats/yaml/index.ts';
import { listOf, literalsOf, written } from '../written.ts';
import { type GitlabConfig, isHidden, type JobView } from './config.ts';
import { readTrigger } from './includes.ts';
import { readOnly } from './only.ts';
import { readRules, type Timing } from './rules.ts';
import { readScripts } from './script.ts';
import { textsWith, type VariableValues } from './variables.ts';

/** A job as it runs, with what it extends in the file. `before`: the jobs of the stage before it. */
export function readGitlabJob(
  config: GitlabConfig,
  view: JobView,
  all: readonly TriggerFacts[],
  before: readonly NamedAt[],
): JobFacts {
  const { entry } = view;
  const bases = basesOf(config, view);
  const variables: StepFacts['variables'] = Object.assign(
    {},
    literalsOf(config.root.get('variables'), hasVariable),
    ...[...config.merged(view, 'variables')].reverse().map((map) => literalsOf(map, hasVariable)),
  );
  const matrix = matrixOf(config.value(view, 'parallel'));
  const timing = timingOf(config, view, all);
  const manual = timing.manual ?? keyIf(view.layers, 'when', 'manual');
  const mayFail = mayFailOf(config, view, timing);
  const environment = environmentOf(config.value(view, 'environment'), { ...one(variables), ...matrix });
  const needs = config.value(view, 'needs');
  const calls = readTrigger(config.value(view, 'trigger'));
  const image = config.value(view, 'image');
  const imageName = image?.kind === 'map' ? image.get('name') : image;
  const concurrency = keyOf(view.layers, 'resource_group');
  const timeout = keyOf(view.layers, 'timeout') ?? config.root.map('default')?.entry('timeout')?.keySpan;
  return {
    id: entry.key,
    at: entry.keySpan,
    needs: needs === undefined ? before : needsOf(needs),
    ...(bases.length > 0 ? { extends: bases } : {}),
    conditions: timing.conditions,
    ...(timing.triggers ? { triggers: timing.triggers } : {}),
    ...(manual ? { manual } : {}),
    ...(environment ? { environment } : {}),
    ...(concurrency ? { concurrency } : {}),
    ...(timeout ? { timeout } : {}),
    ...(mayFail ? { mayFail } : {}),
    ...(calls ? { calls } : {}),
    steps: calls ? [] : readScripts(config, view, variables),
    services: servicesOf(config.value(view, 'services')),
    ...(imageName?.kind === 'scalar' && !imageName.isNull ? { runsOn: written(imageName) } : {}),
    secrets: config
      .merged(view, 'secrets')
      .flatMap((map) => map.entries.map(({ key, keySpan }) => ({ name: key, at: keySpan }))),
    ...(matrix ? { matrix } : {}),
  };
}

/** What it extends in other files. Without any work of its own it changes a job of the same name there. */
function basesOf(config: GitlabConfig, view: JobView): readonly NamedAt[] {
  const { entry, elsewhere } = view;
  if (elsewhere.length > 0 || !config.isOpen || isHidden(entry.key)) return elsewhere;
  const works = ['script', 'run', 'trigger'].some((key) => config.value(view, key));
  return works ? [] : [{ name: entry.key, at: entry.keySpan }];
}

const hasVariable = (text: string): boolean => text.includes('$');

function timingOf(config: GitlabConfig, view: JobView, all: readonly TriggerFacts[]): Timing {
  const rules = config.value(view, 'rules');
  if (rules) return readRules(config, rules, all);
  const only = config.value(view, 'only');
  const except = config.value(view, 'except');
  return only || except ? readOnly(only, except) : { conditions: [] };
}

function keyOf(layers: readonly YamlMap[], key: string) {
  return layers.find((layer) => layer.has(key))?.entry(key)?.keySpan;
}

function keyIf(layers: readonly YamlMap[], key: string, word: string) {
  const layer = layers.find((candidate) => candidate.has(key));
  return layer?.text(key) === word ? layer.entry(key)?.keySpan : undefined;
}

function mayFailOf(config: GitlabConfig, view: JobView, timing: Timing): JobFacts['mayFail'] {
  if (timing.mayFail) return { at: timing.mayFail, how: 'always' };
  const value = config.value(view, 'allow_failure');
  const at = keyOf(view.layers, 'allow_failure');
  if (!value || !at) return undefined;
  if (value.kind === 'map') return { at, how: 'conditional' };
  return value.kind === 'scalar' && value.text === 'true' ? { at, how: 'always' } : undefined;
}

/** Where it deploys to; a job that only stops or prepares an environment deploys nothing. */
function environmentOf(node: YamlNode | undefined, values: VariableValues): JobFacts['environment'] {
  const name = node?.kind === 'map' ? node.get('name') : node;
  if (name?.kind !== 'scalar' || name.isNull) return undefined;
  const action = node?.kind === 'map' ? node.text('action') : undefined;
  if (action !== undefined && action !== 'start') return undefined;
  return { text: name.text, values: textsWith(name.text, values), at: name.span };
}

/** Names, or mappings with `job`; those of other pipelines and projects are not of this file. */
export function needsOf(node: YamlNode): readonly NamedAt[] {
  if (node.kind !== 'seq') return [];
  return node.items.flatMap((item): readonly NamedAt[] => {
    if (item.kind === 'scalar') return [{ name: item.text, at: item.span }];
    if (item.kind === 'seq') return needsOf(item);
    const job = item.get('job');
    if (job?.kind !== 'scalar' || item.has('pipeline') || item.has('project') || item.text('optional') === 'true')
      return [];
    return [{ name: job.text, at: job.span }];
  });
}

function servicesOf(node: YamlNode | undefined): JobFacts['services'] {
  if (node?.kind !== 'seq') return [];
  return node.items.flatMap((item) => {
    const image = item.kind === 'map' ? item.text('name') : item.kind === 'scalar' ? item.text : undefined;
    if (image === undefined) return [];
    return [{ name: (item.kind === 'map' ? item.text('alias') : undefined) ?? image, image, at: item.span }];
  });
}

function matrixOf(node: YamlNode | undefined): JobFacts['matrix'] {
  const rows = node?.kind === 'map' ? node.items('matrix') : [];
  if (rows.length === 0) return undefined;
  const values = new Map<string, string[]>();
  for (const row of rows)
    for (const { key, value } of row.kind === 'map' ? row.entries : []) {
      const list = values.get(key) ?? [];
      values.set(key, list);
      for (const { text } of listOf(value)) if (!hasVariable(text) && !list.includes(text)) list.push(text);
    }
  return Object.fromEntries(values);
}

const one = (variables: Readonly<Record<string, string>>): VariableValues =>
  Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, [value]]));
