import type { Artifact, FactFault, OwnerLineFacts, RelationContext } from '@shipworthy/model';
import { oncePerContext } from '../once-per-context.ts';
import { indexPaths, type PathIndex } from './path-index.ts';
import { compilePattern, type PatternDialect, whyNotCompiled } from './pattern.ts';

/** Where hosts look for the file; the first that exists is the only one read (GitHub's order, then GitLab's own folder). */
export const HONOURED = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'] as const;

const TEMPLATED = /\{\{|\{%|<%|\$\{/;

/** A line of CODEOWNERS with what it does in this tree. */
export interface DecidingLine {
  readonly facts: OwnerLineFacts;
  /** Indexes of the paths it matches; empty when it cannot be told. */
  readonly matches: readonly number[];
  /** How many paths it decides: no later line (of its section) matches them. */
  readonly decides: number;
  /** Why nothing can be said of it. */
  readonly unknown?: string;
}

export interface Deciding {
  readonly lines: readonly DecidingLine[];
  /** Index of the line that decides a path within a section ('' for lines outside sections); -1 if none does. */
  deciderIn(section: string | undefined, path: number): number;
  /** The lines that decide a path: one, or one of each GitLab section. */
  decidersOf(path: number): readonly DecidingLine[];
}

/** The paths of the tree, indexed once for all files of the kind. */
export const pathIndexOf: (context: RelationContext) => PathIndex = oncePerContext((context) =>
  indexPaths(context.tree.paths),
);

const answersOf = oncePerContext((_context: RelationContext) => new Map<string, Deciding>());

/** What each line of a CODEOWNERS file decides; worked out once for each file of a context. */
export function decidingOf(context: RelationContext, artifact: Artifact<'ownership'>): Deciding {
  const answers = answersOf(context);
  const known = answers.get(artifact.path);
  if (known) return known;
  const answer = decide(artifact, pathIndexOf(context));
  answers.set(artifact.path, answer);
  return answer;
}

function decide(artifact: Artifact<'ownership'>, index: PathIndex): Deciding {
  const { facts } = artifact;
  const dialect: PatternDialect = facts.gitlab ? 'gitlab' : 'github';
  const refused = refusedStarts(facts.faults);
  const counts = new Int32Array(facts.lines.length);
  const deciders = new Map<string, Int32Array>();
  const known = new Map<string, readonly number[]>();
  const matched = facts.lines.map((line) => matchesOf(line, dialect, refused, index, known));

  for (let at = facts.lines.length - 1; at >= 0; at--) {
    const section = sectionKey(facts.lines[at]?.section);
    const taken = deciders.get(section) ?? new Int32Array(index.paths.length).fill(-1);
    deciders.set(section, taken);
    for (const path of matched[at]?.matches ?? []) {
      if (taken[path] !== -1) continue;
      taken[path] = at;
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  const lines = matched.map((line, at): DecidingLine => ({ ...line, decides: counts[at] ?? 0 }));
  return {
    lines,
    deciderIn: (section, path) => deciders.get(sectionKey(section))?.[path] ?? -1,
    decidersOf: (path) =>
      [...deciders.values()]
        .map((taken) => taken[path] ?? -1)
        .sort((a, b) => a - b)
        .flatMap((at) => lines[at] ?? []),
  };
}

/** Where the faults begin for which the host skips a line, ascending. */
function refusedStarts(faults: readonly FactFault[]): readonly number[] {
  return faults
    .filter((fault) => fault.effect === 'refused')
    .map((fault) => fault.at[0])
    .sort((a, b) => a - b);
}

/** Is one of the ascending offsets in `[start, end)`? */
function isAnyWithin(offsets: readonly number[], start: number, end: number): boolean {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return (offsets[low] ?? end) < end;
}

/** GitLab joins sections whose names differ in letter case only. */
function sectionKey(section: string | undefined): string {
  return section?.toLowerCase() ?? '';
}

/** `known`: the answers for patterns seen before, which lines of one file often repeat. */
function matchesOf(
  facts: OwnerLineFacts,
  dialect: PatternDialect,
  refused: readonly number[],
  index: PathIndex,
  known: Map<string, readonly number[]>,
): Omit<DecidingLine, 'decides'> {
  const [start, end] = facts.spans[''] ?? [0, 0];
  if (isAnyWithin(refused, start, end))
    return { facts, matches: [], unknown: 'the host skips the line, which it cannot read' };
  if (TEMPLATED.test(facts.pattern)) return { facts, matches: [], unknown: 'a template fills the pattern in later' };
  const pattern = dialect === 'gitlab' ? facts.pattern.replace(/^!/, '') : facts.pattern;
  const tokens = compilePattern(pattern, dialect);
  if (!tokens) return { facts, matches: [], unknown: whyNotCompiled(pattern) };
  const matches = known.get(pattern) ?? index.matches(tokens);
  known.set(pattern, matches);
  return { facts, matches };
}
