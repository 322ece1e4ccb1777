import {
  artifactsOf,
  type BuildScriptFacts,
  type BuildTool,
  type Place,
  type RelationContext,
} from '@shipworthy/model';
import { baseNameOf, folderOf, resolvePath } from '../addresses/repository-path.ts';

/** The targets that a file of commands offers, with those of the files it includes. */
export interface Offer {
  readonly path: string;
  /** Names without `%`, and where they stand. */
  readonly targets: ReadonlyMap<string, Place>;
  readonly patterns: readonly string[];
  /** Why more may be there. */
  readonly open?: string;
}

/** The names under which each tool looks for its file, best first. Other files are only included. */
const ENTRY: Readonly<Record<BuildTool, RegExp>> = {
  make: /^(?:gnumakefile|makefile)$/i,
  npm: /^package\.json$/,
  just: /^\.?justfile$/i,
  task: /^taskfile(?:\.dist)?\.ya?ml$/i,
  composer: /^composer\.json$/,
  deno: /^deno\.jsonc?$/,
  nx: /^project\.json$/,
  tox: /^(?:tox\.ini|setup\.cfg|pyproject\.toml)$/,
  nox: /^noxfile\.py$/,
  rake: /^rakefile(?:\.rb)?$/i,
  python: /^pyproject\.toml$/,
  invoke: /^tasks\.py$/,
  mage: /^magefile\.go$/,
};

/** What a program writes from these is no file of the tree: its targets are not known. */
const MAKES_MAKEFILES = [
  'CMakeLists.txt',
  'configure.ac',
  'configure.in',
  'configure',
  'Makefile.am',
  'Makefile.in',
  'Makefile.PL',
];

export interface Scripts {
  /** The file that answers in the folder or, if it has none, in the nearest above. */
  nearest(tool: BuildTool, folder: string): Offer | undefined;
  /** Where any file of the repository has the name. */
  anywhere(tool: BuildTool, name: string): Place | undefined;
}

/** Every build script of a tree, of whatever path class: a call may lead to any of them. */
export function scriptsOf({ inventory, tree }: RelationContext): Scripts {
  const byPath = new Map(artifactsOf(inventory, 'build-script').map(({ path, facts }) => [path, facts]));
  const entries = new Map<string, string>();
  const everywhere = new Map<string, Place>();
  const patterns: { readonly tool: BuildTool; readonly name: string; readonly at: Place }[] = [];
  for (const [path, { tool, targets }] of byPath) {
    if (ENTRY[tool].test(baseNameOf(path))) entries.set(`${tool}:${folderOf(path)}`, path);
    for (const { name, at } of targets) {
      const place = { path, span: at };
      if (tool === 'make' && name.includes('%')) patterns.push({ tool, name, at: place });
      else if (!everywhere.has(`${tool}:${name}`)) everywhere.set(`${tool}:${name}`, place);
    }
  }
  const offers = new Map<string, Offer>();
  const offerOf = (path: string): Offer => {
    const known = offers.get(path) ?? offer(path, byPath, tree);
    offers.set(path, known);
    return known;
  };

  return {
    nearest(tool, folder) {
      for (let at = folder; ; at = folderOf(at)) {
        const path = entries.get(`${tool}:${at}`);
        if (path !== undefined) return offerOf(path);
        if (at === '') return undefined;
      }
    },
    anywhere(tool, name) {
      const found = everywhere.get(`${tool}:${name}`) ?? everywhere.get(`${tool}:${name.replace(/^.*::?/, '')}`);
      return found ?? patterns.find((pattern) => pattern.tool === tool && matches(pattern.name, name))?.at;
    },
  };
}

/** Does the pattern (`test-%`) take the name? `%` stands for at least one character. */
export function matches(pattern: string, name: string): boolean {
  const cut = pattern.indexOf('%');
  const [before, after] = [pattern.slice(0, cut), pattern.slice(cut + 1)];
  return name.length > before.length + after.length && name.startsWith(before) && name.endsWith(after);
}

function offer(start: string, byPath: ReadonlyMap<string, BuildScriptFacts>, tree: RelationContext['tree']): Offer {
  const targets = new Map<string, Place>();
  const patterns: string[] = [];
  const home = folderOf(start);
  let open: string | undefined;
  const visited = new Set<string>();
  const waiting = [start];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (visited.has(path)) continue;
    visited.add(path);
    const facts = byPath.get(path);
    if (!facts) {
      open ??= `${path} is not read`;
      continue;
    }
    open ??= facts.open;
    for (const { name, at } of facts.targets) {
      if (facts.tool === 'make' && name.includes('%')) patterns.push(name);
      else if (!targets.has(name)) targets.set(name, { path, span: at });
    }
    for (const include of facts.includes) {
      const found = included(include.path, [home, folderOf(path)], tree);
      if (found.length > 0) waiting.push(...found);
      else if (!include.optional || !/\.d$|(?:^|[./_-])(?:env|local|custom|private)(?:[./_-]|$)/i.test(include.path))
        open ??= `it includes ${include.path}, which is not here`;
    }
  }
  if (byPath.get(start)?.tool === 'make') {
    const maker = MAKES_MAKEFILES.find((name) => tree.hasFile(home === '' ? name : `${home}/${name}`));
    if (maker !== undefined) open ??= `${maker} makes makefiles`;
  }
  return { path: start, targets, patterns, ...(open === undefined ? {} : { open }) };
}

function included(written: string, folders: readonly string[], tree: RelationContext['tree']): string[] {
  for (const folder of new Set(folders)) {
    const path = resolvePath(folder, written);
    if (path === undefined) continue;
    if (!path.includes('*')) {
      if (tree.hasFile(path)) return [path];
      continue;
    }
    const name = baseNameOf(path);
    if (folderOf(path).includes('*') || name.split('*').length !== 2) continue;
    const found = tree.paths.filter(
      (candidate) => folderOf(candidate) === folderOf(path) && matches(name.replace('*', '%'), baseNameOf(candidate)),
    );
    if (found.length > 0) return found;
  }
  return [];
}
