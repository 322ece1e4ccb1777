import {
  type Artifact,
  artifactsOf,
  type Place,
  type RelationContext,
  type RelationModule,
  type UpdateEntryFacts,
  type Updates,
} from '@shipworthy/model';
import closest from 'leven';
import { oncePerContext } from '../once-per-context.ts';
import { locksOf } from '../repository-locks/relation.ts';
import { ECOSYSTEMS, ecosystemOf } from './ecosystems.ts';
import { scheduledUpdates } from './scheduled.ts';
import { tracesIn } from './traces.ts';

/** How dependencies are kept up to date, what is left out, and which entries lead nowhere. */
export const repositoryUpdates: RelationModule<'repository -> updates'> = {
  name: 'repository -> updates',
  build(context) {
    return () => updatesOf(context);
  },
};

const updatesOf = oncePerContext((context: RelationContext): Updates => {
  const configured = artifactsOf(context.own, 'dependency-updates').filter(({ facts }) => facts.off === undefined);
  const needs = needsOf(context);
  const limited = configured.find(({ facts }) => !facts.findsAll);
  const findsAll = configured.some(({ facts }) => facts.findsAll);
  const by = [
    ...configured.map(({ path, facts }) => ({
      tool: facts.tool,
      at: { path, ...(facts.at ? { span: facts.at } : {}) },
    })),
    ...scheduledUpdates(context),
  ];
  return {
    by,
    ...brokenEntries(context, configured),
    uncovered:
      limited && !findsAll
        ? oncePerLock(
            context,
            needs.filter((need) => !isCovered(context, need, configured)),
          ).map((need) => (isBelowCovered(need, configured) ? { ...need, below: true as const } : need))
        : [],
    ...(limited ? { listAt: placeOf(limited) } : {}),
    needs,
    traces: by.length > 0 ? [] : tracesIn(context),
  };
});

type Config = Artifact<'dependency-updates'>;
type ManifestFacts = Artifact<'dependency-manifest'>['facts'];
type Need = Updates['needs'][number];

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const placeOf = ({ path, facts }: Config): Place => ({ path, ...(facts.at ? { span: facts.at } : {}) });

/** Folders whose packages serve the work on the product, or show how it is used. */
const ASIDE =
  /(?:^|\/)(?:docs?|documentation|website|site|examples?|samples?|demos?|demo-?apps?|tests?|e2e|benchmarks?|scripts?|tools?|tooling|hack|templates?|fixtures?|playgrounds?|contrib|experiments?|notebooks?|workshops?|tutorials?|\.[\w-]+)\//i;

/** Ecosystems whose packages allow ranges of what they need: what is newest is taken wherever they are installed. */
const RANGES: ReadonlySet<string> = new Set(['python', 'ruby', 'npm', 'cargo', 'dart', 'elixir']);

/** A package that others install and that no lock file pins, or a list that it reads: nothing in it gets old by itself. */
function isAbstract(context: RelationContext, path: string, facts: ManifestFacts): boolean {
  if (!RANGES.has(facts.ecosystem)) return false;
  // The lock file of a workspace is for its own tests: who takes a crate of it resolves what it needs anew.
  if (isPublishedCrate(context, path, facts)) return true;
  if (locksOf(context).manifests.find((manifest) => manifest.path === path)?.lock.state === 'resolved') return false;
  // A Gemfile hardly ever names exact versions.
  if (isImported(facts) || (facts.ecosystem === 'ruby' && facts.list)) return true;
  return (
    facts.list === true &&
    artifactsOf(context.own, 'dependency-manifest').some(
      (other) =>
        other.facts.ecosystem === facts.ecosystem && folderOf(other.path) === folderOf(path) && isImported(other.facts),
    )
  );
}

/** A crate without an entry of a program that may be published. */
function isPublishedCrate(
  { tree }: RelationContext,
  path: string,
  { ecosystem, name, private: refuses, command }: ManifestFacts,
): boolean {
  if (ecosystem !== 'cargo' || name === undefined || refuses || command) return false;
  const source = `${path.slice(0, path.lastIndexOf('/') + 1)}src`;
  return tree.hasFile(`${source}/lib.rs`) && !tree.hasFile(`${source}/main.rs`) && !tree.hasFolder(`${source}/bin`);
}

/** Of what one lock file pins, the manifest beside it, or else the first: one entry reaches all of it. */
function oncePerLock(context: RelationContext, needs: readonly Need[]): Need[] {
  const lockOf = new Map(
    locksOf(context).manifests.flatMap(({ path, lock }) =>
      lock.state === 'resolved' ? [[path, lock.to.path] as const] : [],
    ),
  );
  const first = new Map<string, Need>();
  const isOne = (need: Need) => ECOSYSTEMS[need.ecosystem]?.reach === 'workspace' && lockOf.has(need.at.path);
  for (const need of needs) {
    const lock = lockOf.get(need.at.path);
    if (lock === undefined || !isOne(need)) continue;
    if (!first.has(lock) || folderOf(need.at.path) === folderOf(lock)) first.set(lock, need);
  }
  return needs.filter((need) => !isOne(need) || first.get(lockOf.get(need.at.path) ?? '') === need);
}

const isImported = ({ ecosystem, library, private: refuses }: ManifestFacts): boolean =>
  library && !(ecosystem === 'npm' && refuses);

/** Types, and programs of npm that a developer starts: nothing of them runs where the users are. */
const TOOL =
  /^(?:@types\/.+|@google\/clasp|typescript|prettier|eslint|stylelint|markdownlint(?:-cli2?)?|cspell|husky|lint-staged|commitizen|@commitlint\/.+|semantic-release)$/;

/** Does a manifest of npm serve the developer's machine only? The code of Google's Apps Script imports nothing of it. */
const isTooling = ({ tree }: RelationContext, path: string, { ecosystem, dependencies, development }: ManifestFacts) =>
  ecosystem === 'npm' &&
  ([...dependencies, ...(development ?? [])].every((name) => TOOL.test(name)) ||
    tree.hasFile(`${path.slice(0, path.lastIndexOf('/') + 1)}appsscript.json`));

function needsOf(context: RelationContext): Need[] {
  const manifests = artifactsOf(context.own, 'dependency-manifest').filter(
    ({ path, pathClass, facts }) =>
      pathClass === 'authored' &&
      // Of others no tool is known that would keep them up to date.
      Object.hasOwn(ECOSYSTEMS, facts.ecosystem) &&
      !ASIDE.test(path) &&
      !isAbstract(context, path, facts) &&
      facts.dependencies.length + (facts.development?.length ?? 0) > 0,
  );
  const images = artifactsOf(context.own, 'container-build').filter(
    ({ path, pathClass, facts }) =>
      pathClass === 'authored' &&
      !ASIDE.test(path) &&
      facts.stages.some(({ image, templated }) => image && image !== 'scratch' && !templated),
  );
  const workflow = artifactsOf(context.own, 'ci-pipeline').find(
    ({ facts }) =>
      facts.system === 'github-actions' &&
      facts.jobs.some(({ steps }) => steps.some(({ calls }) => calls?.where === 'remote')),
  );
  return [
    ...manifests.map(({ path, facts }) => ({
      ecosystem: facts.ecosystem,
      at: { path, ...(facts.needsAt ? { span: facts.needsAt } : {}) },
      ...(isTooling(context, path, facts) ? { tooling: true as const } : {}),
    })),
    ...(workflow ? [{ ecosystem: 'github-actions', at: { path: workflow.path } }] : []),
    ...images.map(({ path }) => ({ ecosystem: 'docker', at: { path } })),
  ];
}

/** Does an entry of a configuration reach it? Renovate's managers have no folders and reach everything. */
function isCovered(context: RelationContext, { ecosystem, at }: Need, configured: readonly Config[]): boolean {
  const known = ECOSYSTEMS[ecosystem];
  if (!known) return true;
  const folder = folderOf(at.path);
  const folders = new Set([folder]);
  if (known.reach === 'workspace') {
    const { lock } = locksOf(context).manifests.find(({ path }) => path === at.path) ?? {};
    if (lock?.state === 'resolved') folders.add(folderOf(lock.to.path));
    // Lists of requirements may lie in a folder of their own.
    if (ecosystem === 'python') folders.add(folderOf(folder));
  }
  const below = (named: string) => named === '' || folder === named || folder.startsWith(`${named}/`);
  return configured.some(({ facts }) =>
    facts.entries.some(
      (entry) =>
        ecosystemOf(entry.ecosystem) === known &&
        (entry.folders.length === 0 ||
          known === ECOSYSTEMS['github-actions'] ||
          entry.folders.some(
            (named) =>
              (known.reach === 'below' && below(named.replace(/\/?\*+.*$/, ''))) ||
              [...folders].some((candidate) => matches(named, candidate)),
          )),
    ),
  );
}

/** A module of Go below one that is kept up to date: many projects keep such modules alike by a script. */
const isBelowCovered = ({ ecosystem, at }: Need, configured: readonly Config[]): boolean =>
  ecosystem === 'go' &&
  configured.some(({ facts }) =>
    facts.entries.some(
      (entry) =>
        ecosystemOf(entry.ecosystem) === ECOSYSTEMS.go &&
        entry.folders.some((folder) => folder === '' || at.path.startsWith(`${folder}/`)),
    ),
  );

/** A folder as an entry names it: `services/*`, `**`, `apps/web`. */
function matches(pattern: string, folder: string): boolean {
  if (!/[*?[]/.test(pattern)) return pattern === folder;
  const expression = pattern
    .split(/(\*\*\/?|\*|\?)/)
    .map((part) =>
      part.startsWith('**')
        ? '.*'
        : part === '*'
          ? '[^/]*'
          : part === '?'
            ? '[^/]'
            : part.replace(/[.+^$()|{}\\[\]]/g, '\\$&'),
    )
    .join('');
  return new RegExp(`^${expression}$`).test(folder);
}

function brokenEntries({ tree }: RelationContext, configured: readonly Config[]): Pick<Updates, 'dead' | 'empty'> {
  const dead: Updates['dead'][number][] = [];
  const empty: Updates['empty'][number][] = [];
  const each = configured.flatMap(({ path, facts }) => facts.entries.map((entry) => ({ path, entry })));
  for (const { path, entry } of each)
    for (const { folder, at } of namedFolders(path, entry)) {
      if (!tree.hasFolder(folder)) {
        const nearest = nearestFolder(folder, tree.paths, ecosystemOf(entry.ecosystem)?.files);
        dead.push({ ecosystem: entry.ecosystem, folder, at, ...(nearest === undefined ? {} : { nearest }) });
        continue;
      }
      const { files, wanted } = ecosystemOf(entry.ecosystem) ?? {};
      const inFolder = (other: string) =>
        folderOf(other) === folder && files?.test(other.slice(other.lastIndexOf('/') + 1));
      if (files && wanted !== undefined && !tree.paths.some(inFolder) && !hasLists(folder, entry, tree.paths))
        empty.push({ ecosystem: entry.ecosystem, folder, at, wanted });
    }
  return { dead, empty };
}

/** Lists of requirements of Python may lie in a folder below the one that is named. */
const hasLists = (folder: string, { ecosystem }: UpdateEntryFacts, paths: readonly string[]): boolean =>
  (ecosystem === 'pip' || ecosystem === 'uv') &&
  paths.some(
    (path) =>
      (folder === '' || path.startsWith(`${folder}/`)) && /requirements[^/]*(?:\/[^/]+)?\.(?:txt|in)$/i.test(path),
  );

/** Which branch is the default one is not in a tree; these are. */
const DEFAULT_BRANCH = /^(?:main|master|trunk|develop|development|dev)$/;

/** The folders of an entry that can be looked up: no patterns, and of the default branch. */
function namedFolders(path: string, { folders, foldersAt, branch }: UpdateEntryFacts) {
  if (branch !== undefined && !DEFAULT_BRANCH.test(branch)) return [];
  return folders.flatMap((folder, index) => {
    const span = foldersAt?.[index];
    return /[*?[{]/.test(folder) ? [] : [{ folder, at: { path, ...(span ? { span } : {}) } }];
  });
}

/** A folder spelled so differently is another one. */
const FAR = 3;

/** The one folder of the same name that holds what is looked for, or one beside it that is spelled nearly the same. */
function nearestFolder(wanted: string, paths: readonly string[], files: RegExp | undefined): string | undefined {
  const name = wanted.slice(wanted.lastIndexOf('/') + 1);
  const holding = new Set(
    paths.filter((path) => files?.test(path.slice(path.lastIndexOf('/') + 1))).map((path) => folderOf(path)),
  );
  const [moved, ...others] = [...holding].filter((folder) => folder.endsWith(`/${name}`));
  if (moved !== undefined && others.length === 0) return moved;
  const near = [...holding]
    .filter((folder) => folder !== '' && folderOf(folder) === folderOf(wanted))
    .map((folder) => ({ folder, distance: closest(folder, wanted) }))
    .sort((a, b) => a.distance - b.distance)[0];
  return near && near.distance <= Math.min(FAR, name.length - 2) ? near.folder : undefined;
}
