import type { JobFacts, StepFacts, WrittenAt } from '@shipworthy/model';
import type { YamlMap, YamlNode } from '../../formats/yaml/index.ts';
import { literalsOf, writtenAt } from '../written.ts';
import { readCall } from './calls.ts';
import { hasExpression } from './expression.ts';

/** What is set for all steps around them. */
export interface StepDefaults {
  readonly folder?: string;
  readonly variables: Readonly<Record<string, string>>;
  /** The text of the file. */
  readonly source: string;
}

export function readSteps(node: YamlNode | undefined, defaults: StepDefaults): readonly StepFacts[] {
  if (node?.kind !== 'seq') return [];
  return node.items.flatMap((item) => {
    if (item.kind !== 'map') return [];
    const sideBySide = item.get('parallel');
    return sideBySide?.kind === 'seq' ? readSteps(sideBySide, defaults) : [readStep(item, defaults)];
  });
}

function readStep(step: YamlMap, defaults: StepDefaults): StepFacts {
  const name = step.text('name');
  const run = writtenAt(step, 'run');
  const uses = writtenAt(step, 'uses');
  const folder = step.text('working-directory') ?? defaults.folder;
  const condition = writtenAt(step, 'if');
  const mayFail = mayFailOf(step, defaults.source);
  return {
    ...(name === undefined ? {} : { name }),
    at: step.span,
    ...(run ? { run } : {}),
    ...(uses ? { calls: readCall(uses.text, uses.at, step.get('with')) } : {}),
    ...(run && folder !== undefined ? { folder } : {}),
    ...(condition ? { condition } : {}),
    ...(mayFail ? { mayFail } : {}),
    variables: { ...defaults.variables, ...literalsOf(step.get('env'), hasExpression) },
  };
}

export function conditionOf(map: YamlMap): readonly WrittenAt[] {
  const condition = writtenAt(map, 'if');
  return condition ? [condition] : [];
}

/** A comment of some words behind the value: why a failure stops nothing. */
const REASON = /^[ \t]*#(?:[ \t]*\S+){4}/;

export function mayFailOf(map: YamlMap, source: string): JobFacts['mayFail'] {
  const written = writtenAt(map, 'continue-on-error');
  if (!written || written.text === 'false') return undefined;
  if (hasExpression(written.text)) return { at: written.at, how: 'conditional' };
  return {
    at: written.at,
    how: REASON.test(source.slice(written.at[1], written.at[1] + 200)) ? 'explained' : 'always',
  };
}

/** The folder that `defaults.run` sets. */
export function folderOf(defaults: YamlMap | undefined): string | undefined {
  return defaults?.map('run')?.text('working-directory');
}
