import { WITH_VALUE } from './package-scripts.ts';
import { plainWords, type ScriptCall } from './script-call.ts';

/** Scripts of every package that has them: `turbo run build test`, `lerna run lint`. */
export function monorepo(program: string, words: readonly string[]): ScriptCall | undefined {
  const plain = plainWords(words, WITH_VALUE);
  const names = /^(?:run|run-script|exec)$/.test(plain[0] ?? '') ? plain.slice(1) : plain;
  if (
    names.length === 0 ||
    /^(?:publish|version|bootstrap|prune|login|link|install|update|changed|list|ls|init|changelog)$/.test(
      names[0] ?? '',
    )
  )
    return undefined;
  const tasks = program === 'lerna' ? names.slice(0, 1) : names;
  return {
    to: 'targets',
    tool: 'npm',
    names: tasks.map((name) => name.replace(/^.*[#:](?=[^#]*$)/, (prefix) => (prefix.endsWith('#') ? '' : prefix))),
    packages: 'all',
    args: [],
  };
}

/** `nx run-many -t lint test`, `nx affected --target=build`, `nx test app`, `nx run app:e2e`. */
export function nx(words: readonly string[]): ScriptCall | undefined {
  const names: string[] = [];
  const [verb = ''] = words;
  for (let at = 0; at < words.length; at++) {
    const [option = '', value] = (words[at] ?? '').split(/=(.*)/s, 2);
    if (!/^(?:-t|--targets?)$/.test(option)) continue;
    if (value !== undefined) names.push(...value.split(','));
    else while (at + 1 < words.length && !words[at + 1]?.startsWith('-')) names.push(...(words[++at] ?? '').split(','));
  }
  if (verb === 'run') names.push((words[1] ?? '').split(':')[1] ?? '');
  else if (verb === 'affected:test' || verb.startsWith('affected:')) names.push(verb.slice('affected:'.length));
  else if (
    names.length === 0 &&
    !/^(?:affected|run-many|graph|reset|report|migrate|release|init|generate|g|show|sync|format:\w+|workspace-lint|connect|fix-ci|start-ci-run|daemon|list|print-affected|-\S*)$/.test(
      verb,
    )
  )
    names.push(verb);
  return names.length === 0 ? undefined : { to: 'targets', tool: 'nx', names, packages: 'all', args: [] };
}
