import type { BuildScriptFacts, BuildTargetFacts } from '@shipworthy/model';
import { readYaml } from '../formats/yaml/index.ts';
import type { RepositoryFile } from '../repository-file.ts';

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
    targets.push({ name: key, at: keySpan });
    if (key.includes('*')) open ??= `the task ${key} takes many names`;
    const aliases = value.kind === 'map' ? value.get('aliases') : undefined;
    if (aliases?.kind === 'seq')
      for (const alias of aliases.items)
        if (alias.kind === 'scalar') targets.push({ name: alias.text, at: alias.span });
  }
  return { targets, includes: [], ...(open === undefined ? {} : { open }) };
}
