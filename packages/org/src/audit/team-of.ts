import type { FileFacts, OwnerLineFacts } from '@shipworthy/model';
import type { StoredTree } from '../collect/stored-tree.ts';

/** Where git hosts look for CODEOWNERS, the first that is there counts. */
const CODEOWNERS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'];
/** Patterns that cover a whole repository. */
const EVERYTHING: ReadonlySet<string> = new Set(['*', '**', '/', '/*', '/**', '**/*']);

/**
 * The team that answers for a repository: who owns everything by its CODEOWNERS, or the owner of its catalog's component.
 * A team before a person; undefined where nobody is named.
 */
export function teamOf({ facts }: Pick<StoredTree, 'facts'>): string | undefined {
  const files = Object.values(facts).filter((each): each is FileFacts => each !== null);
  return ownerByLines(files) ?? ownerByCatalog(files);
}

function ownerByLines(files: readonly FileFacts[]): string | undefined {
  for (const wanted of CODEOWNERS) {
    const lines = files
      .filter(({ path }) => path === wanted)
      .flatMap(({ artifacts }) => artifacts.flatMap((each) => (each.kind === 'ownership' ? each.facts.lines : [])));
    if (lines.length > 0) return bestOwner(lines.filter(({ pattern }) => EVERYTHING.has(pattern)).at(-1));
  }
  return undefined;
}

function bestOwner(line: OwnerLineFacts | undefined): string | undefined {
  const owners = line?.owners.filter(({ form }) => form !== 'invalid') ?? [];
  return (owners.find(({ form }) => form === 'team') ?? owners[0])?.name;
}

/** Of several components the owner that most of them name. */
function ownerByCatalog(files: readonly FileFacts[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { artifacts } of files)
    for (const each of artifacts)
      if (
        each.kind === 'service-catalog' &&
        each.pathClass === 'authored' &&
        each.facts.entity === 'Component' &&
        each.facts.owner
      )
        counts.set(each.facts.owner, (counts.get(each.facts.owner) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}
