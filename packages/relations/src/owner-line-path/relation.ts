import type { OwnerLineFacts, PatternReach, Place, RelationContext, RelationModule, Tree } from '@shipworthy/model';
import { type Deciding, type DecidingLine, decidingOf, pathIndexOf } from '../codeowners/deciding.ts';
import type { PathIndex } from '../codeowners/path-index.ts';
import { compilePattern, whyNotCompiled } from '../codeowners/pattern.ts';

/** Folders that builds and installs make and that trees usually leave out: a pattern for them matches on a machine. */
const USUALLY_IGNORED =
  /(?:^|\/)(?:node_modules|dist|build|out|target|bin|obj|coverage|\.terraform|\.?venv|__pycache__|\.next|\.cache|tmp)(?:\/|$)/;
/** Lines that together take what an earlier one names; beyond this many no single one is looked for. */
const MAX_DECIDERS = 20;

/** What a line of an ownership file does in this tree. */
export const ownerLinePath: RelationModule<'owner-line -> path'> = {
  name: 'owner-line -> path',
  build(context: RelationContext) {
    const index = pathIndexOf(context);
    const byStart = new Map<string, ReadonlyMap<number, DecidingLine>>();
    return (subject): PatternReach => {
      const { artifact } = subject;
      if (artifact.facts.flavour !== 'codeowners') return reachOfFolder(subject, index);
      const deciding = decidingOf(context, artifact);
      const lines =
        byStart.get(artifact.path) ?? new Map(deciding.lines.map((line) => [line.facts.spans['']?.[0] ?? -1, line]));
      byStart.set(artifact.path, lines);
      const line = lines.get(subject.spans['']?.[0] ?? -1);
      if (!line) return { matches: 0, decides: 0, unknown: 'the line is not among those of its file' };
      return reachOf(line, artifact.path, deciding, index, context.tree);
    };
  },
};

function reachOf(line: DecidingLine, path: string, deciding: Deciding, index: PathIndex, tree: Tree): PatternReach {
  const { matches, decides } = line;
  const sample = index.paths[matches[0] ?? -1];
  const unknown = line.unknown ?? (matches.length === 0 ? whyUnseen(line.facts.pattern, tree) : undefined);
  const later = matches.length > 0 && decides === 0 ? laterLineFor(line, deciding) : undefined;
  return {
    matches: matches.length,
    ...(sample === undefined ? {} : { sample }),
    decides,
    ...(later ? { shadowedBy: placeOfLine(path, later) } : {}),
    ...(unknown === undefined ? {} : { unknown }),
  };
}

function placeOfLine(path: string, line: DecidingLine): Place {
  const span = line.facts.spans[''];
  return span ? { path, span } : { path };
}

/** A later line that takes every file of this one, if a single one does. */
function laterLineFor(line: DecidingLine, deciding: Deciding): DecidingLine | undefined {
  const deciders = new Set<number>();
  for (const path of line.matches) {
    deciders.add(deciding.deciderIn(line.facts.section, path));
    if (deciders.size > MAX_DECIDERS) return undefined;
  }
  const later = [...deciders].flatMap((at) => deciding.lines[at] ?? []);
  // A single decider of all the paths takes them all; of several one may still match what the others took from it.
  return later.length === 1 ? later[0] : later.find((decider) => holdsAll(decider.matches, line.matches));
}

/** Both ascending. */
function holdsAll(paths: readonly number[], wanted: readonly number[]): boolean {
  let at = 0;
  for (const path of wanted) {
    while ((paths[at] ?? Number.POSITIVE_INFINITY) < path) at++;
    if (paths[at] !== path) return false;
  }
  return true;
}

/** Why a pattern that matches nothing may still be right: what it names is not part of the tree. */
function whyUnseen(pattern: string, tree: Tree): string | undefined {
  if (USUALLY_IGNORED.test(pattern)) return 'it names a folder that builds make and repositories usually leave out';
  const segments = pattern.replace(/^\//, '').split('/');
  for (let length = 1; length < segments.length; length++) {
    const above = segments.slice(0, length).join('/');
    // A path with something below it that is listed like a file is a submodule or a symbolic link.
    if (tree.hasFile(above)) return `it names what lies behind '${above}', a submodule or a link`;
  }
  return undefined;
}

/** OWNERS and catalog entries speak for a folder, component owners for a path prefix. */
function reachOfFolder(line: OwnerLineFacts, index: PathIndex): PatternReach {
  const below = line.folder === '' ? line.pattern : `/${line.folder}/${line.pattern}`;
  const tokens = compilePattern(below, 'github');
  if (!tokens) return { matches: 0, decides: 0, unknown: whyNotCompiled(below) };
  const matches = index.matches(tokens);
  const sample = index.paths[matches[0] ?? -1];
  return { matches: matches.length, ...(sample === undefined ? {} : { sample }), decides: matches.length };
}
