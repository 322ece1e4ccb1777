import { artifactsOf, type BuildTool, type RelationContext } from '@shipworthy/model';
import { folderOf, resolvePath } from '../addresses/repository-path.ts';
import { type BuildTarget, buildTargetsOf } from './build-targets.ts';
import type { ScriptCall } from './script-call.ts';

type TargetsCall = Extract<ScriptCall, { to: 'targets' }>;
/** Finds the targets that a call from a folder means; `undefined` as a folder: only a run would tell. */
export type LookUp = (call: TargetsCall, from: string | undefined) => readonly BuildTarget[];

export function lookUpIn(context: RelationContext): LookUp {
  const targets = buildTargetsOf(context);
  const packages = packageNames(context);

  return ({ tool, names, packages: chosen, folder: written }, from) => {
    const folder = written === undefined ? from : within(from, written);
    if (names.length === 0) return folder === undefined ? [] : targets.usual(tool, folder);
    return names.flatMap((name) => {
      const tools: readonly BuildTool[] = tool === 'nx' ? ['nx', 'npm'] : [tool];
      if (name.endsWith('*')) {
        const start = name.replace(/\*+$/, '');
        return targets.all.filter(
          (one) => one.tool === tool && one.name.startsWith(start) && (folder === undefined || one.folder === folder),
        );
      }
      // Where the folder is not known, every target of the name may be meant.
      if (chosen === 'all' || folder === undefined) return tools.flatMap((one) => targets.below(one, '', name));
      if (chosen !== undefined) return inPackages(name, chosen, folder);
      const found = targets.find(tool, folder, name);
      return found ? [found] : [];
    });
  };

  function inPackages(name: string, chosen: readonly string[], folder: string): readonly BuildTarget[] {
    const all = targets.below('npm', '', name);
    const wanted = chosen.map((one) =>
      one
        .replace(/^\.\.\.|\.\.\.$/g, '')
        .replace(/^\{?\.?\/?/, '')
        .replace(/\/?\}?$/, ''),
    );
    // Filters with patterns and variables choose some of all.
    if (wanted.some((one) => /[*!$[]/.test(one))) return all;
    return all.filter((target) => {
      const named = packages.get(target.folder);
      return wanted.some(
        (one) =>
          named === one ||
          named?.split('/').at(-1) === one ||
          target.folder === resolvePath(folder, one) ||
          target.folder.endsWith(`/${one}`),
      );
    });
  }
}

/** The names of npm's packages by their folder. */
function packageNames(context: RelationContext): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { path, facts } of artifactsOf(context.inventory, 'dependency-manifest'))
    if (facts.ecosystem === 'npm' && facts.name !== undefined) names.set(folderOf(path), facts.name);
  return names;
}

/** Variables that stand for the top of the checkout. */
const TOP =
  /^\$(?:\{\{\s*github\.workspace\s*\}\}|\{?(?:GITHUB_WORKSPACE|CI_PROJECT_DIR|PWD|ROOT|ROOT_DIR|REPO_ROOT|CURDIR|CIRCLE_WORKING_DIRECTORY)\}?|\(CURDIR\))(?=\/|$)\/?/;

/** The folder that is reached from another; undefined when only a run would tell. */
export function within(folder: string | undefined, written: string): string | undefined {
  const plain = written.replace(TOP, '/');
  if (/[$`]|\{\{/.test(plain)) return undefined;
  if (plain.startsWith('/')) return resolvePath('', plain.slice(1));
  return folder === undefined ? undefined : resolvePath(folder, plain);
}
