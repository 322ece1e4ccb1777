import type { StepFacts } from '@shipworthy/model';
import type { YamlNode } from '../../formats/yaml/index.ts';
import { written } from '../written.ts';
import type { GitlabConfig, JobView } from './config.ts';

/** GitLab flattens lists of commands; this deep at most. */
const MAX_NESTING = 10;
/** References that lead to references multiply; a job that asks for more is cut off here. */
const MAX_REFERENCES = 500;
const SECTIONS = ['before_script', 'script', 'after_script'] as const;
const CHANGES_FOLDER = /^\s*cd\s+["']?([\w./-]+)["']?\s*$/;

/** One step for each command. A command that is nothing but `cd` moves those behind it. */
export function readScripts(config: GitlabConfig, view: JobView, variables: StepFacts['variables']): StepFacts[] {
  const steps: StepFacts[] = [];
  let folder = '';
  const left = { references: MAX_REFERENCES };
  for (const section of SECTIONS) {
    // What comes after runs in a shell of its own.
    if (section === 'after_script') folder = '';
    for (const { node, unseen } of commandsOf(config, config.value(view, section), { depth: 0, left })) {
      if (unseen !== undefined) {
        steps.push({
          at: node.span,
          calls: { target: unseen, at: node.span, where: 'templated', inputs: {} },
          variables,
        });
        continue;
      }
      if (node.kind !== 'scalar') continue;
      steps.push({ at: node.span, run: written(node), ...(folder === '' ? {} : { folder }), variables });
      const into = CHANGES_FOLDER.exec(node.text)?.[1];
      if (into !== undefined) folder = /^[/$]/.test(into) || into === '-' ? '' : joined(folder, into);
    }
  }
  return steps;
}

interface Command {
  readonly node: YamlNode;
  /** A reference to another file's, as written. */
  readonly unseen?: string;
}

interface Bounds {
  readonly depth: number;
  readonly left: { references: number };
}

function commandsOf(config: GitlabConfig, node: YamlNode | undefined, bounds: Bounds): readonly Command[] {
  if (node === undefined || bounds.depth > MAX_NESTING) return [];
  const deeper = { ...bounds, depth: bounds.depth + 1 };
  if (node.kind === 'scalar') return node.isNull ? [] : [{ node }];
  if (node.kind === 'map') return [];
  if (node.tag !== '!reference') return node.items.flatMap((item) => commandsOf(config, item, deeper));
  const target = bounds.left.references-- > 0 ? config.referenced(node) : undefined;
  if (target) return commandsOf(config, target, deeper);
  const names = node.items.map((item) => (item.kind === 'scalar' ? item.text : '?'));
  return [{ node, unseen: `!reference [${names.join(', ')}]` }];
}

/** `a/b` and `../c` -> `a/c`; above the root is the root. */
function joined(folder: string, into: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of into.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
