import type {
  Artifact,
  CiPipelineFacts,
  PipelineFiles,
  RelationContext,
  Tree,
  TriggerFacts,
  WrittenAt,
} from '@shipworthy/model';
import { baseNameOf, folderOf } from '../addresses/repository-path.ts';
import { oncePerContext } from '../once-per-context.ts';
import { nearestPath } from './nearest-path.ts';

type IdleFilter = PipelineFiles['idleFilters'][number];

/** From here on a pattern is no plain path. `$` is a variable of GitLab. */
const PATTERN = /[*?+[\]{}$\\]/;
/** Filters that are handed from one repository to the next name these in case they exist. */
const IN_CASE = /^\.github\/(?:actions|scripts)$/;
const FROM_HERE = /^(?:\.?\/)+/;

const foldersOf = oncePerContext(({ tree }: RelationContext): readonly string[] => {
  const folders = new Set<string>();
  for (const path of tree.paths)
    for (let folder = folderOf(path); folder !== '' && !folders.has(folder); folder = folderOf(folder))
      folders.add(folder);
  return [...folders];
});

/** Path filters that nothing can match. Patterns without a folder are not judged by whether it is there. */
export function idleFilters(
  context: RelationContext,
  { facts, path }: Artifact<'ci-pipeline'>,
): PipelineFiles['idleFilters'] {
  const seen = new Set<number>();
  const triggers = [...facts.triggers, ...facts.jobs.flatMap((job) => job.triggers ?? [])];
  return triggers.flatMap((trigger) =>
    (['paths', 'ignored'] as const).flatMap((filter) =>
      (filter === 'paths' ? (trigger.paths ?? []) : (trigger.pathsIgnored ?? [])).flatMap(
        ({ text, at }): readonly IdleFilter[] => {
          // A rule of GitLab gives several triggers.
          if (seen.has(at[0])) return [];
          seen.add(at[0]);
          const other = writtenForNothing(context.tree, facts.system, text, trigger);
          if (other) return [{ pattern: text, at: { path, span: at }, filter, ...other }];
          const missing = missingPart(context.tree, text);
          if (missing === undefined || hasAlternative(context.tree, text, trigger)) return [];
          const near = nearestPath(missing, [...foldersOf(context), ...context.tree.paths]);
          // Ignoring what is gone does no harm; ignoring what is misspelled does, unless the right one is ignored as well.
          const ignored = trigger.pathsIgnored ?? [];
          if (filter === 'ignored' && (near === undefined || ignored.some(({ text }) => text === near))) return [];
          const gone = { pattern: text, at: { path, span: at }, filter, because: 'gone' } as const;
          return [near === undefined ? gone : { ...gone, nearest: near }];
        },
      ),
    ),
  );
}

/**
 * A pattern that GitHub compares with no file, and how it is meant: it "must match the whole path, starting from the repository's root".
 * Undefined too where the filter says it right in another line. Source: "Filter pattern cheat sheet" of GitHub's documentation.
 */
function writtenForNothing(
  tree: Tree,
  system: CiPipelineFacts['system'],
  pattern: string,
  { paths = [], pathsIgnored = [] }: TriggerFacts,
): { readonly because: 'prefix' | 'folder'; readonly instead: string } | undefined {
  if (system !== 'github-actions') return undefined;
  const path = pattern.replace(FROM_HERE, '');
  const isFolder = !PATTERN.test(path) && !path.endsWith('/') && tree.hasFolder(path) && !tree.hasFile(path);
  if (path === '' || (path === pattern && !isFolder)) return undefined;
  const instead = isFolder ? `${path}/**` : path;
  const saidRight = [...paths, ...pathsIgnored].some(({ text }) => text === instead || text.startsWith(`${path}/*`));
  return saidRight ? undefined : { because: path === pattern ? 'folder' : 'prefix', instead };
}

/** The plain path a pattern begins with, if nothing is there. Undefined: something is, or it cannot be told. */
function missingPart(tree: Tree, pattern: string): string | undefined {
  if (pattern.startsWith('!') || FROM_HERE.test(pattern)) return undefined;
  const cut = pattern.search(PATTERN);
  if (cut < 0) {
    // A file at the root may be named in case somebody adds it.
    if (!pattern.includes('/') || tree.hasFile(pattern) || tree.hasFolder(pattern.replace(/\/$/, ''))) return undefined;
    return tree.ignores(pattern) ? undefined : pattern;
  }
  const folder = pattern.slice(0, Math.max(0, pattern.lastIndexOf('/', cut)));
  if (folder === '' || tree.hasFolder(folder) || tree.hasFile(folder) || IN_CASE.test(folder)) return undefined;
  return tree.ignores(folder) ? undefined : folder;
}

/** The same file in another place that the filter names as well: whichever of them exists is meant. */
function hasAlternative(tree: Tree, pattern: string, { paths = [], pathsIgnored = [] }: TriggerFacts): boolean {
  const isOther = ({ text }: WrittenAt) => text !== pattern && baseNameOf(text) === baseNameOf(pattern);
  return (
    !PATTERN.test(baseNameOf(pattern)) &&
    [...paths, ...pathsIgnored].some((other) => isOther(other) && !PATTERN.test(other.text) && tree.hasFile(other.text))
  );
}
