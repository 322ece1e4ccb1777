import type { Artifact, OwnerLineFacts, Ownership, RelationContext, RelationModule } from '@shipworthy/model';
import { artifactsOf } from '@shipworthy/model';
import { folderOf } from '../addresses/repository-path.ts';
import { decidingOf, HONOURED, pathIndexOf } from '../codeowners/deciding.ts';
import { oncePerContext } from '../once-per-context.ts';

/** Patterns of CODEOWNERS that speak for everything. */
const EVERYTHING = new Set(['*', '**', '/**', '**/*', '/**/*']);

type OwnershipArtifact = Artifact<'ownership'>;

/**
 * Who owns the file that a subject stands in; for the repository: who owns it as a whole. The deciding line of
 * CODEOWNERS, else the nearest OWNERS up the tree, else component owners, else the nearest catalog entry. MAINTAINERS
 * speaks for the repository only. A line that leaves a path un-owned is legal, so the answer is `unknown`.
 */
export const pathOwner: RelationModule<'path -> owner'> = {
  name: 'path -> owner',
  graph: {
    from: 'file',
    onlyOfDrawn: true,
    edges: (ownership) =>
      ownership.state === 'resolved'
        ? ownership.owners.map((name) => ({
            to: { type: 'owner', name },
            state: 'resolved' as const,
            how: `declared in ${ownership.at.path}`,
            at: ownership.at,
          }))
        : [],
  },
  build(context: RelationContext) {
    const ownerOf = ownersIn(context);
    return ({ path }) => ownerOf(path === '.' ? '' : path);
  },
};

/** Answers who owns a path; '' is the repository as a whole. */
export const ownersIn = oncePerContext((context: RelationContext): ((path: string) => Ownership) => {
  const sources = gatherSources(context);
  const memo = new Map<string, Ownership>();
  return (path) => {
    const known = memo.get(path);
    if (known) return known;
    const answer = path === '' ? ownerOfRepository(context, sources) : ownerOfPath(path, context, sources);
    memo.set(path, answer);
    return answer;
  };
});

interface Sources {
  readonly codeowners?: OwnershipArtifact;
  /** By folder. */
  readonly owners: ReadonlyMap<string, OwnershipArtifact>;
  readonly catalogs: ReadonlyMap<string, OwnershipArtifact>;
  readonly components: readonly OwnershipArtifact[];
  readonly maintainers?: OwnershipArtifact;
  /** An ownership file that could not be read: what it says is not known. */
  readonly unread?: string;
}

function gatherSources({ own }: RelationContext): Sources {
  const found = artifactsOf(own, 'ownership');
  const ofFlavour = (flavour: string) => found.filter((artifact) => artifact.facts.flavour === flavour);
  const byFolder = (flavour: string) =>
    new Map(ofFlavour(flavour).map((artifact) => [folderOf(artifact.path), artifact]));
  const codeowners = HONOURED.flatMap((path) => found.find((artifact) => artifact.path === path) ?? [])[0];
  const maintainers = ofFlavour('maintainers').find((artifact) => !artifact.path.includes('/'));
  const unread = own.files.find((file) => file.problems.some((problem) => problem.kind === 'ownership'))?.path;
  return {
    ...(codeowners ? { codeowners } : {}),
    owners: byFolder('owners'),
    catalogs: byFolder('catalog'),
    components: ofFlavour('component-owners'),
    ...(maintainers ? { maintainers } : {}),
    ...(unread === undefined ? {} : { unread }),
  };
}

function ownerOfPath(path: string, context: RelationContext, sources: Sources): Ownership {
  const { codeowners } = sources;
  const index = codeowners && pathIndexOf(context).indexOf(path);
  const deciders = codeowners && index !== undefined ? decidingOf(context, codeowners).decidersOf(index) : [];
  const decided =
    codeowners &&
    resolved(
      codeowners,
      deciders.map((line) => line.facts),
    );
  if (decided) return decided;

  const other =
    nearest(path, sources.owners) ?? componentOwner(path, sources.components) ?? nearest(path, sources.catalogs);
  if (other) return other;
  if (deciders.length > 0) {
    const patterns = deciders.map((line) => `'${line.facts.pattern}'`).join(' and ');
    return { state: 'unknown', why: `the line ${patterns} of ${codeowners?.path} leaves it without owner on purpose` };
  }
  return nobody(sources);
}

function ownerOfRepository(context: RelationContext, sources: Sources): Ownership {
  const { codeowners, maintainers } = sources;
  const whole =
    codeowners && decidingOf(context, codeowners).lines.findLast((line) => EVERYTHING.has(line.facts.pattern));
  const named =
    (whole && !whole.unknown ? resolved(codeowners, [whole.facts]) : undefined) ??
    nearest('', sources.owners) ??
    nearest('', sources.catalogs) ??
    (maintainers && resolved(maintainers, maintainers.facts.lines.slice(0, 1)));
  if (named) return named;
  if (codeowners?.facts.lines.some((line) => line.owners.length > 0))
    return { state: 'unknown', why: `${codeowners.path} names owners of parts, not of the whole` };
  return nobody(sources);
}

function nobody({ unread }: Sources): Ownership {
  return unread === undefined ? { state: 'missing' } : { state: 'unknown', why: `${unread} could not be read` };
}

/** The owners that some lines of a file name, placed at the first line that names any. */
function resolved(artifact: OwnershipArtifact, lines: readonly OwnerLineFacts[]): Ownership | undefined {
  const owned = lines.filter((line) => line.owners.length > 0);
  const [first] = owned;
  if (!first) return undefined;
  const owners = [...new Set(owned.flatMap((line) => line.owners.map((owner) => owner.name)))];
  const span = first.spans[''];
  return { state: 'resolved', owners, at: span ? { path: artifact.path, span } : { path: artifact.path } };
}

/** The file of the nearest folder upwards that names an owner. */
function nearest(path: string, byFolder: ReadonlyMap<string, OwnershipArtifact>): Ownership | undefined {
  if (byFolder.size === 0) return undefined;
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const artifact = byFolder.get(folder);
    // Of several catalog entries the first speaks for the code: components come first.
    const found = artifact && resolved(artifact, artifact.facts.lines.slice(0, 1));
    if (found || folder === '') return found;
  }
}

/** The longest path prefix wins. */
function componentOwner(path: string, artifacts: readonly OwnershipArtifact[]): Ownership | undefined {
  let best: { readonly artifact: OwnershipArtifact; readonly line: OwnerLineFacts } | undefined;
  for (const artifact of artifacts)
    for (const line of artifact.facts.lines)
      if (
        `/${path}/`.startsWith(`${line.pattern.replace(/\/$/, '')}/`) &&
        line.pattern.length > (best?.line.pattern.length ?? 0)
      )
        best = { artifact, line };
  return best && resolved(best.artifact, [best.line]);
}
