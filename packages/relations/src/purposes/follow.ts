import { artifactsOf, type BuildTool, type RelationContext } from '@shipworthy/model';
import { resolvePath } from '../addresses/repository-path.ts';
import { oncePerContext } from '../once-per-context.ts';
import type { BuildTarget } from './build-targets.ts';
import { mayDoMore, NAMED_BY_BUILD, PROGRAM_FOLDERS, SUGGESTIVE, TEMPLATED } from './hidden-programs.ts';
import { type ImageRecipe, imageRecipeOf, runsImage } from './image-builds.ts';
import { lookUpIn, within } from './look-up.ts';
import { purposeOfName } from './names.ts';
import { isKnownProgram, purposesOfCommand } from './program-purposes.ts';
import type { ScriptCall } from './script-call.ts';
import { scriptCallOf } from './script-calls.ts';
import { shellCommands } from './shell-commands.ts';
import { add, type Findings, type Growing, growing, grown, hop, keep, MAX_FOUND, miss, type Trail } from './trail.ts';
import { unwrapped } from './wrappers.ts';

/** Follows a script that starts in a folder (undefined: only a run would tell). `hint`: names that led to it. */
export type Follow = (script: string, folder: string | undefined, hint?: string) => Findings;

/** Calls that may lead to calls. Real chains seen have five. */
const MAX_DEPTH = 12;
/** Tools whose targets have names by convention, where the file that says more cannot be read. */
const BY_CONVENTION: ReadonlySet<BuildTool> = new Set(['tox', 'nox', 'rake', 'nx', 'invoke', 'mage', 'composer']);

/** Follows commands through the scripts of the repository. */
export const followOf = oncePerContext((context: RelationContext): Follow => {
  const lookUp = lookUpIn(context);
  const scripts = new Map(artifactsOf(context.inventory, 'shell-script').map(({ path, facts }) => [path, facts]));
  /** What scripts and targets lead to: jobs call the same ones again and again. */
  const known = new Map<string, Growing>();
  const open = new Set<string>();

  const follow: Follow = (script, folder, hint = '') => {
    const into = growing();
    walk(script, { through: [], folder, hint, harmless: false, depth: 0, into });
    return grown(into);
  };

  function walk(script: string, trail: Trail): void {
    for (const command of shellCommands(script)) {
      if (trail.into.found.size > MAX_FOUND) return;
      run(command.words, {
        ...trail,
        folder: command.folder === undefined ? trail.folder : within(trail.folder, command.folder),
        harmless: trail.harmless || command.harmless === true,
      });
    }
  }

  function run(written: readonly string[], trail: Trail): void {
    const inner = unwrapped(written, isCallable);
    if ('script' in inner) {
      if (trail.depth < MAX_DEPTH) walk(inner.script, { ...trail, depth: trail.depth + 1 });
      return;
    }
    const { words } = inner;
    const [program] = words;
    if (program === undefined) return;
    const call = scriptCallOf(words);
    if (call && called(call, words, trail)) return;
    const purposes = purposesOfCommand(words, trail.hint);
    for (const { purpose, tool, only } of purposes) add(trail, purpose, tool, [...trail.through, hop(words)], only);
    const recipe = imageRecipeOf(words);
    if (recipe) build(recipe, words, trail);
    if (TEMPLATED.test(program) && purposes.length === 0 && !isKnownProgram(program))
      miss(trail, 'run-time', hop(words), 'what is run is only known then');
    else if (runsImage(words)) miss(trail, 'program', hop(words), 'what the image runs is not known');
    else if (purposes.length === 0 && NAMED_BY_BUILD.test(program) && mayDoMore(words))
      miss(trail, 'script', hop(words), 'the build may have given this name to something of its own');
    else if (purposes.length === 0 && !call && !isKnownProgram(program) && mayDoMore(words))
      miss(trail, 'program', hop(words), 'what this program does is not known');
  }

  /** True when the call was dealt with; false when the words are a program after all. */
  function called(call: ScriptCall, words: readonly string[], trail: Trail): boolean {
    const next = { ...trail, through: [...trail.through, hop(words)], depth: trail.depth + 1 };
    if (trail.depth >= MAX_DEPTH) miss(trail, 'script', hop(words), 'the calls go on for too long');
    else if (call.to === 'scripts') for (const text of call.scripts) walk(text, next);
    else if (call.to === 'file') return file(call, words, next);
    else {
      const found = lookUp(call, trail.folder);
      for (const target of found) enter(target, call.args, next);
      if (found.length === 0) return unfound(call, words, trail, next);
    }
    return true;
  }

  /** No file has the target: a program of that name, a name by convention, or something that cannot be seen. */
  function unfound(
    call: Extract<ScriptCall, { to: 'targets' }>,
    words: readonly string[],
    trail: Trail,
    next: Trail,
  ): boolean {
    if (purposesOfCommand(words, trail.hint).length > 0) return false;
    if (
      call.orProgram &&
      (call.tool === 'python' || isKnownProgram(call.orProgram[0] ?? '') || call.packages === undefined)
    ) {
      run(call.orProgram, { ...trail, depth: trail.depth + 1 });
      return true;
    }
    const names = call.names.length > 0 ? call.names : ['test'];
    const told = BY_CONVENTION.has(call.tool) ? names.flatMap((name) => purposeOfName(name) ?? []) : [];
    for (const purpose of told) add(trail, purpose, call.tool, next.through);
    if (told.length === 0 && call.ifPresent !== true)
      miss(trail, 'script', hop(words), `no file of ${call.tool} that was read has it`);
    return true;
  }

  function enter(target: BuildTarget, args: readonly string[], trail: Trail): void {
    const key = keyOf(target);
    const lines = target.commands.map(({ text }) => text.replace(/^[@+-]+/, ''));
    // What follows the name of a script is handed to its last command.
    const last = target.tool === 'make' || args.length === 0 ? undefined : lines.pop();
    if (last !== undefined) lines.push(`${last} ${args.join(' ')}`);
    const hint = withName(trail.hint, target.name);
    include(trail, key, `${hint} ${args.join(' ')}`, (inside) => {
      inside.into.reached.add(key);
      const before = target.tool === 'npm' ? [...target.needs, `pre${target.name}`] : target.needs;
      for (const name of before) {
        const [needed] = lookUp({ to: 'targets', tool: target.tool, names: [name], args: [] }, target.folder);
        if (needed && (target.tool !== 'npm' || needed.folder === target.folder)) enter(needed, [], inside);
      }
      for (const line of lines) walk(line, { ...inside, folder: target.folder, hint });
      if (lines.length === 0 && target.needs.length === 0) unread(target, inside);
    });
  }

  /** A target whose commands are written in a program. */
  function unread(target: BuildTarget, trail: Trail): void {
    const purpose = BY_CONVENTION.has(target.tool) ? purposeOfName(target.name) : undefined;
    const through = trail.through.length > 0 ? trail.through : [`${target.tool} ${target.name}`];
    if (purpose !== undefined) add({ ...trail, folder: target.folder }, purpose, target.tool, through);
    else if (SUGGESTIVE.test(target.name))
      miss(trail, 'script', `${target.tool} ${target.name}`, 'what it runs was not read');
  }

  function file({ path, args }: Extract<ScriptCall, { to: 'file' }>, words: readonly string[], trail: Trail): boolean {
    const places = [trail.folder, ''].flatMap((folder) =>
      folder === undefined ? [] : (resolvePath(folder, path) ?? []),
    );
    const own = places.find((one) => scripts.has(one));
    if (own !== undefined) {
      const hint = withName(trail.hint, own.split('/').at(-1) ?? own);
      include(trail, own, `${trail.folder} ${hint}`, (inside) => {
        inside.into.reached.add(own);
        for (const { text } of scripts.get(own)?.commands ?? []) walk(text, { ...inside, hint });
      });
      return true;
    }
    if (
      purposesOfCommand([path, ...args], trail.hint).length > 0 ||
      purposesOfCommand(words, trail.hint).length > 0 ||
      PROGRAM_FOLDERS.test(path)
    )
      return false;
    const there = places.find((one) => context.tree.hasFile(one));
    if (there !== undefined) miss(trail, 'script', hop(words), `${there} is a program that was not read`);
    else if (/\$|\{\{/.test(path) || SUGGESTIVE.test(hop(words)))
      miss(trail, 'run-time', hop(words), 'it is made or fetched while the pipeline runs');
    return true;
  }

  /** Tests and checks may run while an image is built. */
  function build(recipe: ImageRecipe, words: readonly string[], trail: Trail): void {
    const folder = trail.folder === undefined ? undefined : within(trail.folder, recipe.context);
    const from = recipe.file === undefined ? folder : trail.folder;
    const path = folder === undefined ? undefined : within(from, recipe.file ?? 'Dockerfile');
    if (path === undefined || !scripts.has(path)) return;
    const inside = { ...trail, folder, through: [...trail.through, hop(words)] };
    include(inside, path, `${folder}`, (next) => {
      next.into.reached.add(path);
      for (const { text } of scripts.get(path)?.commands ?? []) walk(text, next);
    });
  }

  /**
   * Adds what is known of a script or target entered in this manner, or what `compute` finds: relative to here, so that it
   * holds for every way here.
   */
  function include(trail: Trail, entered: string, manner: string, compute: (inside: Trail) => void): void {
    const key = `${entered} ${manner}`;
    let before = known.get(key);
    if (!before) {
      // A script that leads back to itself adds nothing.
      if (open.has(entered)) return;
      open.add(entered);
      before = growing();
      compute({ ...trail, through: [], harmless: false, into: before });
      open.delete(entered);
      known.set(key, before);
    }
    const { into, harmless } = trail;
    for (const [name, one] of before.found) {
      const through = [...trail.through, ...one.through];
      if (harmless && !one.harmless) keep(into, `${name} harmless`, { ...one, through, harmless });
      else keep(into, name, { ...one, through });
    }
    for (const [name, one] of before.unseen) into.unseen.set(name, one);
    for (const place of before.reached) into.reached.add(place);
  }

  return follow;
});

/** Programs before which a variable is a wrapper. */
const isCallable = (word: string): boolean =>
  isKnownProgram(word) || /^(?:make|npm|pnpm|yarn|npx|bash|sh|python3?)$/.test(word);

const withName = (hint: string, name: string): string => (hint.split(' ').includes(name) ? hint : `${hint} ${name}`);

/** How a target is named among those that were reached. */
export const keyOf = ({ at }: Pick<BuildTarget, 'at'>): string => `${at.path}:${at.span?.[0]}`;
