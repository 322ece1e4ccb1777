import {
  artifactsOf,
  type BuildTool,
  type Place,
  type RelationContext,
  type TargetCommandFacts,
} from '@shipworthy/model';
import { folderOf } from '../addresses/repository-path.ts';
import { oncePerContext } from '../once-per-context.ts';
import { matches, scriptsOf } from '../page-command/scripts.ts';

/** A named command that a call was found to mean. */
export interface BuildTarget {
  readonly tool: BuildTool;
  readonly name: string;
  readonly at: Place;
  /** Folder that its commands run in. */
  readonly folder: string;
  readonly commands: readonly TargetCommandFacts[];
  readonly needs: readonly string[];
}

export interface BuildTargets {
  /** The target that a call from this folder means; undefined when no file there or above has the name. */
  find(tool: BuildTool, folder: string, name: string): BuildTarget | undefined;
  /** The targets that a call without a name means. */
  usual(tool: BuildTool, folder: string): readonly BuildTarget[];
  /** Targets of the name in every folder at or below this one: `pnpm -r test`. */
  below(tool: BuildTool, folder: string, name: string): readonly BuildTarget[];
  /** Every target of the repository. */
  readonly all: readonly BuildTarget[];
}

/** The commands of every build script of a tree, for calls to be followed into. */
export const buildTargetsOf = oncePerContext((context: RelationContext): BuildTargets => {
  const all: BuildTarget[] = [];
  const byPlace = new Map<string, BuildTarget>();
  const byName = new Map<string, BuildTarget[]>();
  const byPath = new Map<string, BuildTarget[]>();
  for (const { path, facts } of artifactsOf(context.inventory, 'build-script'))
    for (const { name, at, commands = [], needs = [] } of facts.targets) {
      const target = { tool: facts.tool, name, at: { path, span: at }, folder: facts.folder, commands, needs };
      all.push(target);
      byPlace.set(`${path}:${at[0]}`, target);
      listIn(byName, `${facts.tool}:${name}`).push(target);
      listIn(byPath, path).push(target);
    }
  const scripts = scriptsOf(context);
  return {
    all,
    find(tool, folder, name) {
      const offer = scripts.nearest(tool, folder);
      // An environment of tox without a table of its own is run as the table of all says.
      const place = offer?.targets.get(name) ?? (tool === 'tox' ? offer?.targets.get('%') : undefined);
      const found = place ? byPlace.get(`${place.path}:${place.span?.[0]}`) : undefined;
      // Targets of an included file run where the file that includes it lies.
      if (found && offer) return { ...found, folder: folderOf(offer.path) };
      if (!offer?.patterns.some((pattern) => matches(pattern, name))) return undefined;
      const pattern = (byPath.get(offer.path) ?? []).find((one) => one.name.includes('%') && matches(one.name, name));
      return pattern && { ...pattern, name, folder: folderOf(offer.path) };
    },
    usual(tool, folder) {
      const offer = scripts.nearest(tool, folder);
      const targets = ((offer && byPath.get(offer.path)) ?? []).filter(({ name }) => !name.startsWith('.'));
      if (tool === 'tox' || tool === 'nox') return targets;
      const chosen = targets.find(({ name }) => name === 'default');
      const first = tool === 'make' || tool === 'just' ? targets.find(({ name }) => !name.includes('%')) : undefined;
      return [tool === 'make' ? first : (chosen ?? first)].flatMap((target) => target ?? []);
    },
    below: (tool, folder, name) =>
      (byName.get(`${tool}:${name}`) ?? []).filter(
        (target) => folder === '' || target.folder === folder || target.folder.startsWith(`${folder}/`),
      ),
  };
});

function listIn<T>(map: Map<string, T[]>, key: string): T[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
