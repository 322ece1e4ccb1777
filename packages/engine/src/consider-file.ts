import { classifyPaths, type KindModule, kindModules } from '@shipworthy/artifacts';
import type { FileChoices, FileFacts, Kind, PathClass, RepositorySource, SourceEntry } from '@shipworthy/model';
import { type Candidate, chosenFor } from './candidate.ts';
import { allowedIn, pathIndex } from './path-index.ts';
import { readFacts, unreadFacts } from './read-facts.ts';
import { textsNamed } from './read-texts.ts';
import { samplePaths } from './sample-paths.ts';
import { withSampled } from './tree-shape.ts';

/** Everything that was weighed about one file, for `inventory --why`. */
export interface Considered {
  readonly path: string;
  readonly type: SourceEntry['type'];
  readonly pathClass: PathClass;
  /**
   * Kinds that the file's name makes it a candidate for, and what spoke against them. `sample`: of their files only some
   * are read, and it is not among those.
   */
  readonly candidates: readonly {
    readonly kind: Kind;
    readonly verdict: 'found' | 'path-class' | 'content' | 'sample';
  }[];
  readonly facts?: FileFacts;
  /** The configuration leaves it out: it is not read. */
  readonly ignored?: true;
}

/** What the engine thinks of one file; `undefined` when the source does not list it. */
export async function considerFile(
  source: RepositorySource,
  path: string,
  choices?: FileChoices,
  kinds: readonly KindModule[] = kindModules,
): Promise<Considered | undefined> {
  const { entries } = await source.list();
  const entry = entries.find((listed) => listed.path === path);
  if (!entry) return undefined;
  const textsOf = await textsNamed(['.gitattributes'], source, entries);
  const classOf = classifyPaths(entries, textsOf('.gitattributes'));
  const byPath = classOf(path);
  const sampled = samplePaths(entries, kinds, classOf, choices);
  const named = withSampled(pathIndex(kinds)(path), sampled.kindsOf(path));
  if (entry.type !== 'file') return { path, type: entry.type, pathClass: byPath, candidates: [] };
  if (choices?.ignores(path)) return { path, type: entry.type, pathClass: byPath, candidates: [], ignored: true };
  const candidate = (choices && chosenFor(path, named, kinds, choices)) ?? {
    pathClass: byPath,
    kinds: allowedIn(named, byPath),
  };
  const facts = await factsOf(source, path, candidate);
  const pathClass = facts?.pathClass ?? candidate.pathClass;
  const has = (kind: Kind) =>
    [...(facts?.artifacts ?? []), ...(facts?.problems ?? [])].some((found) => found.kind === kind);
  return {
    path,
    type: entry.type,
    pathClass,
    candidates: [
      ...named.map(({ kind, notIn }) => ({
        kind,
        verdict: has(kind)
          ? ('found' as const)
          : notIn.includes(pathClass)
            ? ('path-class' as const)
            : ('content' as const),
      })),
      ...sampled
        .leftFor(path)
        .filter(({ kind }) => !has(kind))
        .map(({ kind }) => ({ kind, verdict: 'sample' as const })),
    ],
    ...(facts ? { facts } : {}),
  };
}

async function factsOf(
  source: RepositorySource,
  path: string,
  { pathClass, kinds, chosen }: Candidate,
): Promise<FileFacts | undefined> {
  for await (const { content } of source.read([path]))
    return content instanceof Uint8Array
      ? readFacts(path, content, pathClass, kinds, new Map(), chosen)
      : unreadFacts(path, pathClass, kinds, content, chosen);
  return undefined;
}
