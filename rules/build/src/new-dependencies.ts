import type { Artifact, Change } from '@shipworthy/rule-kit';

type Manifest = Artifact<'dependency-manifest'>;

/** Packages that a manifest of the base did not need to run, and the head does. */
export interface NewDependencies {
  readonly manifest: Manifest;
  /** Sorted. */
  readonly names: readonly string[];
}

/** Types of a package that is there anyhow. */
const TYPES = /^@types\/|^types-|-stubs$/;
/** What is built for those who work on the program, and not for those who run it, by its path. */
const ASIDE =
  /(?:^|\/)(?:\.[^/]+|docs?|documentation|website|examples?|samples?|demos?|tests?|e2e|integration-?tests?|tools?|tooling|scripts|hack|bench(?:marks?)?|ci|dev)\/|(?:^|\/)[^/]*(?:dev|test|lint|docs?|ci|build)[^/]*requirements[^/]*$|requirements[-_/.](?:dev|test|lint|docs?|ci|build)[^/]*$|(?:^|[/.])[^/]*(?:tests?|specs?|benchmarks?)(?:\/[^/]*)?\.csproj$/i;

/**
 * What a change adds to what the program needs directly to run. Left out: what the repository needed before anywhere,
 * its own packages, types, manifests that are new, named nothing before or stand aside, and manifests in which as much was dropped as added.
 */
export function newDependencies(
  change: Change,
  { head, base }: { readonly head: readonly Manifest[]; readonly base: readonly Manifest[] },
): readonly NewDependencies[] {
  const wasAt = new Map(
    change.files.flatMap(({ path, state, from }) => (state === 'removed' ? [] : [[path, from ?? path]])),
  );
  const before = new Map(base.map((manifest) => [key(manifest.path, manifest), manifest]));
  const known = new Set(base.flatMap(listed));
  const kept = new Set(head.flatMap(listed));
  const own = new Set(head.flatMap(({ facts }) => (facts.name === undefined ? [] : plain(facts.name))));
  const scopes = new Set([...own].flatMap((name) => scopeOf(name) ?? []));
  const isOwn = (name: string): boolean =>
    own.has(plain(name)) ||
    scopes.has(scopeOf(plain(name)) ?? '') ||
    [...own].some((one) => plain(name).startsWith(`${one}/`));
  return head.flatMap((manifest): NewDependencies[] => {
    const from = wasAt.get(manifest.path);
    const old = from === undefined ? undefined : before.get(key(from, manifest));
    if (!old || manifest.pathClass !== 'authored' || ASIDE.test(manifest.path)) return [];
    if (isCompiled(manifest, head) || isMixed(manifest)) return [];
    // What named nothing takes over from elsewhere: a script of installation, lists that another tool reads.
    if (old.facts.dependencies.length === 0) return [];
    const had = new Set(old.facts.dependencies.map(plain));
    const names = manifest.facts.dependencies.filter(
      (name) => !had.has(plain(name)) && !known.has(plain(name)) && !TYPES.test(name) && !isOwn(name),
    );
    const dropped = old.facts.dependencies.filter((name) => !kept.has(plain(name)));
    return names.length > dropped.length ? [{ manifest, names }] : [];
  });
}

/** Everything that a manifest names, whatever for. */
const listed = ({ facts }: Manifest): readonly string[] =>
  [...facts.dependencies, ...(facts.development ?? []), ...(facts.indirect ?? [])].map(plain);

const key = (path: string, { id }: Manifest): string => `${path}\n${id === path ? '' : id}`;

/** As registries compare names: `My_Package` and `my-package` are one, and so are major versions of a Go module. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\/v\d+$/, '')
    .replace(/[_.]/g, '-');

const scopeOf = (name: string): string | undefined => /^@[^/]+(?=\/)/.exec(name)?.[0];

/** `requirements.txt` beside a `requirements.in` lists what a resolver chose. */
function isCompiled({ path }: Manifest, all: readonly Manifest[]): boolean {
  const source = path.replace(/\.txt$/, '.in');
  return source !== path && all.some((other) => other.path === source);
}

/** A Gemfile, whose groups are not read: what only tests need stands among the rest. */
const isMixed = ({ facts }: Manifest): boolean => facts.ecosystem === 'ruby' && facts.list === true;
