import type { BuildScriptFacts, BuildTargetFacts } from '@shipworthy/model';
import { readYaml, type YamlNode } from '../formats/yaml/index.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { bounded, type GrowingTarget } from './target.ts';

/** Tasks and aliases of a Taskfile (taskfile.dev). Included files bring names with their prefix and leave the list open. */
export function readTaskfile(
  file: RepositoryFile,
): Pick<BuildScriptFacts, 'targets' | 'includes' | 'open'> | undefined {
  const root = readYaml(file).documents[0]?.root;
  if (root?.kind !== 'map') return undefined;
  const tasks = root.map('tasks');
  const includes = root.map('includes');
  if (!tasks && !includes) return undefined;
  const targets: BuildTargetFacts[] = [];
  let open = includes ? 'it includes other files' : undefined;
  for (const { key, keySpan, value } of tasks?.entries ?? []) {
    const target = bounded(taskOf(key, keySpan, value));
    targets.push(target);
    if (key.includes('*')) open ??= `the task ${key} takes many names`;
    const aliases = value.kind === 'map' ? value.get('aliases') : undefined;
    if (aliases?.kind === 'seq')
      for (const alias of aliases.items)
        if (alias.kind === 'scalar') targets.push({ ...target, name: alias.text, at: alias.span });
  }
  return { targets, includes: [], ...(open === undefined ? {} : { open }) };
}

/** Commands (`cmd`, `task: other`) and dependencies of a task, which may be written in short. */
function taskOf(name: string, at: BuildTargetFacts['at'], value: YamlNode): GrowingTarget {
  const target: GrowingTarget = { name, at, commands: [], needs: [] };
  const add = (node: YamlNode | undefined, into: 'commands' | 'needs'): void => {
    if (node?.kind === 'scalar') {
      if (into === 'commands') target.commands.push({ text: node.text, at: node.span });
      else target.needs.push(node.text);
    } else if (node?.kind === 'seq') for (const item of node.items) add(item, into);
    else if (node?.kind === 'map') {
      const called = node.text('task');
      if (called !== undefined) target.needs.push(called);
      else add(node.get('cmd') ?? node.get('defer'), into);
    }
  };
  if (value.kind !== 'map') add(value, 'commands');
  else {
    add(value.get('deps'), 'needs');
    add(value.get('cmds') ?? value.get('cmd'), 'commands');
  }
  return target;
}
