import type { Span, TriggerFacts, WrittenAt } from '@shipworthy/model';
import type { YamlMap, YamlNode } from '../../formats/yaml/index.ts';
import { listOf, writtenAt } from '../written.ts';
import { isPlain, meaningsOf } from './condition.ts';
import type { GitlabConfig } from './config.ts';

/** When a job (or, as `workflow: rules`, the pipeline) runs. */
export interface Timing {
  /** Absent: whatever starts the pipeline. Empty: nothing does. */
  readonly triggers?: readonly TriggerFacts[];
  readonly conditions: readonly WrittenAt[];
  /** Waits for a person wherever it runs. */
  readonly manual?: Span;
  readonly mayFail?: Span;
}

const MAX_NESTING = 10;
/** References that lead to references multiply; a job that asks for more is cut off here. */
const MAX_REFERENCES = 500;

/** Rules in order: the first that holds decides. `all`: what starts the pipeline. */
export function readRules(config: GitlabConfig, node: YamlNode, all: readonly TriggerFacts[]): Timing {
  const { rules, unseen } = rulesOf(config, node, { depth: 0, left: { references: MAX_REFERENCES } });
  const triggers: TriggerFacts[] = [];
  const excluded: TriggerFacts[] = [];
  const running: YamlMap[] = [];
  let anything = unseen;
  for (const rule of rules) {
    const condition = writtenAt(rule, 'if');
    const meanings = condition ? meaningsOf(condition) : [];
    if (rule.text('when') === 'never') {
      if (condition && isPlain(condition) && !rule.has('changes')) excluded.push(...meanings);
      if (!condition && !rule.has('changes') && !rule.has('exists')) break;
      continue;
    }
    running.push(rule);
    const paths = pathsOf(rule);
    if (meanings.length > 0) triggers.push(...meanings.map((meaning) => ({ ...meaning, ...paths })));
    else if (paths.paths) triggers.push(...left(all, excluded).map((trigger) => ({ ...trigger, ...paths })));
    else {
      triggers.push(...left(all, excluded));
      anything ||= excluded.length === 0;
    }
    if (!condition && !rule.has('changes') && !rule.has('exists')) break;
  }
  const manual = running.map((rule) => rule.entry('when')).find((entry) => textOf(entry?.value) === 'manual');
  const mayFail = running.map((rule) => rule.entry('allow_failure')).find((entry) => textOf(entry?.value) === 'true');
  const each = (key: string, word: string) => running.length > 0 && running.every((rule) => rule.text(key) === word);
  return {
    ...(anything ? {} : { triggers }),
    conditions: rules.flatMap((rule) => writtenAt(rule, 'if') ?? []),
    ...(manual && each('when', 'manual') ? { manual: manual.keySpan } : {}),
    ...(mayFail && each('allow_failure', 'true') ? { mayFail: mayFail.keySpan } : {}),
  };
}

const textOf = (node: YamlNode | undefined): string | undefined => (node?.kind === 'scalar' ? node.text : undefined);

function left(all: readonly TriggerFacts[], excluded: readonly TriggerFacts[]): readonly TriggerFacts[] {
  return all.filter(({ on }) => !excluded.some((other) => other.on === on && !other.branches));
}

function pathsOf(rule: YamlMap): Pick<TriggerFacts, 'paths'> {
  const changes = rule.get('changes');
  const paths = listOf(changes?.kind === 'map' ? changes.get('paths') : changes);
  return paths.length > 0 ? { paths } : {};
}

interface Bounds {
  readonly depth: number;
  readonly left: { references: number };
}

/** The rules with `!reference` filled in. `unseen`: some are another file's. */
function rulesOf(
  config: GitlabConfig,
  node: YamlNode | undefined,
  bounds: Bounds,
): { readonly rules: readonly YamlMap[]; readonly unseen: boolean } {
  if (node === undefined) return { rules: [], unseen: true };
  if (node.kind === 'map') return { rules: [node], unseen: false };
  if (node.kind === 'scalar' || bounds.depth > MAX_NESTING) return { rules: [], unseen: true };
  const deeper = { ...bounds, depth: bounds.depth + 1 };
  if (node.tag === '!reference')
    return rulesOf(config, bounds.left.references-- > 0 ? config.referenced(node) : undefined, deeper);
  const parts = node.items.map((item) => rulesOf(config, item, deeper));
  return { rules: parts.flatMap(({ rules }) => rules), unseen: parts.some(({ unseen }) => unseen) };
}
