import {
  type Artifact,
  artifactsOf,
  type Link,
  type Locks,
  type ManifestLock,
  type Place,
  type RelationContext,
  type RelationModule,
} from '@shipworthy/model';
import { oncePerContext } from '../once-per-context.ts';
import { LOCK_PLACES, MADE_FROM, RIVALS } from './lock-names.ts';
import { workspaceAbove } from './workspace-members.ts';

/** Which lock file holds for which manifest. Asked of the tree, so that lock files too large to be read count as well. */
export const repositoryLocks: RelationModule<'repository -> locks'> = {
  name: 'repository -> locks',
  build(context) {
    return () => locksOf(context);
  },
};

/** See `repositoryLocks`. */
export const locksOf = oncePerContext((context: RelationContext): Locks => {
  const locks = artifactsOf(context.own, 'lockfile');
  return {
    manifests: artifactsOf(context.own, 'dependency-manifest').flatMap((manifest) => lockOf(context, manifest, locks)),
    orphans: locks.flatMap((lock) => orphan(context, lock)),
    rivals: rivals(locks),
  };
});

type Manifest = Artifact<'dependency-manifest'>;
type Lockfile = Artifact<'lockfile'>;

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const within = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase();

/** The folder and those above it, the nearest first. */
function* upwards(folder: string): Generator<string> {
  for (let at = folder; ; at = folderOf(at)) {
    yield at;
    if (at === '') return;
  }
}

function lockOf(context: RelationContext, manifest: Manifest, locks: readonly Lockfile[]): ManifestLock[] {
  const { tree } = context;
  const { path, facts } = manifest;
  const { ecosystem } = facts;
  const places = Object.hasOwn(LOCK_PLACES, ecosystem) ? LOCK_PLACES[ecosystem] : undefined;
  if (!places || facts.dependencies.length + (facts.development?.length ?? 0) === 0) return [];
  const folder = folderOf(path);
  const wanted = within(folder, places.names[0] ?? '');
  const at: Place = { path, ...(facts.needsAt ? { span: facts.needsAt } : {}) };
  const list = ecosystem === 'python' && facts.list ? { list: true as const } : {};
  const common = { path, ecosystem, at, wanted, ...list };
  const resolved = (to: string, how: string): Link => ({ state: 'resolved', to: { path: to }, how });
  const lockIn = (at: string): string | undefined =>
    places.names.find((candidate) => tree.hasFile(within(at, candidate)));
  const workspace = ecosystem === 'npm' ? workspaceAbove(context)(folder) : undefined;
  const shared = workspace === undefined ? undefined : lockIn(workspace);
  if (workspace !== undefined && shared !== undefined)
    return [{ ...common, lock: resolved(within(workspace, shared), 'of its workspace') }];
  for (const above of places.above ? upwards(folder) : [folder]) {
    const name = lockIn(above);
    if (name !== undefined) {
      const lock = within(above, name);
      const unlisted =
        above === folder
          ? notListed(
              manifest,
              locks.find((known) => known.path === lock),
            )
          : [];
      return [
        {
          ...common,
          lock: resolved(lock, above === folder ? 'beside it' : 'of its workspace'),
          ...(unlisted.length > 0 ? { unlisted } : {}),
        },
      ];
    }
  }
  const pinned = ecosystem === 'python' ? requirementsFor(path, locks) : rushLock(ecosystem, tree.paths);
  if (pinned !== undefined) return [{ ...common, lock: resolved(pinned, 'pins what it needs') }];
  const ignored = places.names.some((name) => tree.ignores(within(folder, name)));
  return [{ ...common, lock: { state: 'missing' }, ...(ignored ? { ignored: true as const } : {}) }];
}

/** A pinned list of requirements, the file itself or one that lies in its folder, above it or in a folder of lists. */
function requirementsFor(path: string, locks: readonly Lockfile[]): string | undefined {
  const folders = new Set([...upwards(folderOf(path))].flatMap((folder) => [folder, within(folder, 'requirements')]));
  const python = locks.filter(({ facts }) => facts.ecosystem === 'python');
  return (python.find((lock) => lock.path === path) ?? python.find(({ facts }) => folders.has(facts.folder)))?.path;
}

/** Rush keeps one lock file for all packages in a folder of its own. */
const rushLock = (ecosystem: string, paths: readonly string[]): string | undefined =>
  ecosystem === 'npm'
    ? paths.find((path) => /^(?:.+\/)?common\/config\/(?:rush|subspaces\/[^/]+)\/pnpm-lock\.yaml$/.test(path))
    : undefined;

/** Lists of direct names are those of one package: a workspace's root has more than its manifest. */
function notListed({ facts }: Manifest, lock: Lockfile | undefined): string[] {
  const direct = lock?.facts.direct;
  if (direct === undefined || facts.ecosystem !== 'npm') return [];
  const listed = new Set(direct);
  return [...facts.dependencies, ...(facts.development ?? [])].filter((name) => !listed.has(name));
}

function orphan({ tree }: RelationContext, { path, pathClass, facts }: Lockfile): Locks['orphans'][number][] {
  const sources = MADE_FROM[nameOf(path)];
  if (!sources || pathClass === 'example') return [];
  if (isOfRush(tree, path)) return [];
  const names = sources.map((name) => within(facts.folder, name));
  const isThere = (candidate: string) =>
    tree.hasFile(candidate) || tree.ignoringCase(candidate) !== undefined || tree.ignores(candidate);
  const [wanted = ''] = names;
  if (names.some(isThere)) return [];
  // Of a template's output, and of variants of a manifest that lie beside it, only the tool knows the source.
  const variants = tree.paths.some(
    (other) => folderOf(other) === facts.folder && isVariant(other.slice(other.lastIndexOf('/') + 1), sources),
  );
  return variants
    ? []
    : [{ at: { path, ...(facts.at ? { span: facts.at } : {}) }, wanted, ...(facts.empty ? { empty: true } : {}) }];
}

/** Rush makes the manifest of all its projects while it installs, and keeps its lock file among its settings. */
const RUSH = /(?:^|\/)common\/config\/(?:rush|subspaces\/[^/]+)\/[^/]+$/;

function isOfRush(tree: RelationContext['tree'], path: string): boolean {
  const folder = RUSH.exec(path);
  return folder !== null && tree.hasFile(within(path.slice(0, folder.index), 'rush.json'));
}

/** `package.json.tmpl`, `Gemfile.rails7`, `pyproject.toml.jinja`. */
const isVariant = (name: string, sources: readonly string[]): boolean =>
  sources.some(
    (source) => name.startsWith(`${source}.`) || name.endsWith(`.${source}`) || name.startsWith(`_${source}`),
  );

function rivals(locks: readonly Lockfile[]): Locks['rivals'][number][] {
  const byFolder = new Map<string, { place: Place; manager: string }[]>();
  for (const { path, facts } of locks) {
    const manager = RIVALS[nameOf(path)];
    if (manager === undefined) continue;
    const known = byFolder.get(facts.folder) ?? [];
    known.push({ place: { path, ...(facts.at ? { span: facts.at } : {}) }, manager });
    byFolder.set(facts.folder, known);
  }
  return [...byFolder.values()].flatMap((found) => {
    const managers = [...new Set(found.map(({ manager }) => manager))];
    return managers.length < 2 ? [] : [{ locks: found.map(({ place }) => place), managers }];
  });
}
