import type {
  Artifact,
  CatalogFileReference,
  CatalogLinks,
  Link,
  Place,
  RelationContext,
  RelationModule,
} from '@shipworthy/model';
import { forgeUrl, isDefaultRef } from '../addresses/forge-url.ts';
import { folderOf, resolvePath } from '../addresses/repository-path.ts';
import { edgeOfLink } from '../graph/edge-of-link.ts';
import { repositoryIdentity } from '../identity/repository-identity.ts';
import { oncePerContext } from '../once-per-context.ts';

type Entity = Artifact<'service-catalog'>;

/** Files that build the documentation of a folder, or hold it. */
const DOCUMENTATION = ['mkdocs.yml', 'mkdocs.yaml', 'docs/index.md', 'docs/README.md', 'index.md', 'README.md'];

interface Catalog {
  readonly byKey: ReadonlyMap<string, readonly Entity[]>;
  /** Paths that API entities of this repository take their definition from. */
  readonly described: ReadonlySet<string>;
}

const catalogOf = oncePerContext((context: RelationContext): Catalog => {
  const byKey = new Map<string, Entity[]>();
  const described = new Set<string>();
  for (const file of context.inventory.files)
    for (const artifact of file.artifacts) {
      if (artifact.kind !== 'service-catalog') continue;
      const key = keyOf(artifact.facts.entity, artifact.facts.namespace, artifact.facts.name ?? '');
      byKey.set(key, [...(byKey.get(key) ?? []), artifact]);
      const path = artifact.facts.definition && pathOf(context, artifact.path, artifact.facts.definition);
      if (path !== undefined) described.add(path);
    }
  return { byKey, described };
});

const keyOf = (kind: string, namespace: string, name: string): string => `${kind}:${namespace}/${name}`.toLowerCase();

/** What an entity of a catalog names in this repository: definitions, documentation, APIs. */
export const catalogFiles: RelationModule<'service-catalog -> files'> = {
  name: 'service-catalog -> files',
  graph: {
    from: 'service-catalog',
    edges: ({ definition, techdocs, targets, provided }) => [
      ...[definition, techdocs, ...targets].flatMap((link) => (link ? edgeOfLink(link) : [])),
      ...provided.flatMap(({ link, target }) => edgeOfLink(link, target)),
    ],
  },
  build(context) {
    const ownContracts = context.own.files.flatMap((file) =>
      file.artifacts.filter(({ kind }) => kind === 'openapi' || kind === 'asyncapi' || kind === 'graphql-schema'),
    );
    return ({ artifact }): CatalogLinks => {
      const { facts, path } = artifact;
      const { byKey, described } = catalogOf(context);
      const { definition, techdocs } = facts;
      const twin = (byKey.get(keyOf(facts.entity, facts.namespace, facts.name ?? '')) ?? []).find(
        (other) => other !== artifact && (other.path !== path || other.at?.[0] !== artifact.at?.[0]),
      );
      return {
        ...(definition && !definition.inline ? { definition: fileLink(context, path, definition) } : {}),
        ...(techdocs ? { techdocs: folderLink(context, path, techdocs) } : {}),
        targets: facts.targets.map((target) => fileLink(context, path, target)),
        provided: facts.references
          .filter(({ field }) => field === 'providesApis')
          .map(({ target, at }) => ({ target, at: { path, span: at }, link: apiLink(byKey, facts.namespace, target) })),
        undescribed: ownContracts
          .filter((contract) => !described.has(contract.path))
          .map(({ path: at }) => ({ path: at })),
        ...(twin ? { twin: placeOf(twin) } : {}),
      };
    };
  },
};

const placeOf = ({ path, at, facts }: Entity): Place => {
  const span = facts.spans['metadata.name'] ?? at;
  return span ? { path, span } : { path };
};

/** A reference by name: `[kind:][namespace/]name`. */
function apiLink(byKey: Catalog['byKey'], namespace: string, target: string): Link {
  const [, kind = 'api', space = namespace, name = ''] = /^(?:([^:/]+):)?(?:([^/]+)\/)?(.+)$/.exec(target) ?? [];
  const [found] = byKey.get(keyOf(kind, space, name)) ?? [];
  return found ? { state: 'resolved', to: placeOf(found), how: 'by its name' } : { state: 'missing' };
}

/** The path in this repository that a reference leads to; undefined for another place. */
function pathOf(context: RelationContext, from: string, { target }: CatalogFileReference): string | undefined {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(target))
    return target.startsWith('/') ? undefined : resolvePath(folderOf(from), target);
  const url = forgeUrl(target);
  if (!url || !isDefaultRef(url.ref)) return undefined;
  return repositoryIdentity(context) === url.repository ? url.path : undefined;
}

function fileLink(context: RelationContext, from: string, reference: CatalogFileReference): Link {
  const { target, at } = reference;
  const place: Place = { path: from, span: at };
  if (/[{}$*]/.test(target)) return { state: 'unknown', why: 'it is a pattern, or a template fills it in', at: place };
  const path = pathOf(context, from, reference);
  if (path === undefined) return { state: 'unknown', why: 'it leads out of this repository', at: place };
  if (context.tree.hasFile(path)) return { state: 'resolved', to: { path }, how: 'by its path' };
  if (context.tree.ignores(path)) return { state: 'unknown', why: 'git ignores it, so a build may make it', at: place };
  return { state: 'dangling', at: place, wanted: target, lacks: 'file' };
}

function folderLink({ tree }: RelationContext, from: string, { target, at }: CatalogFileReference): Link {
  const place: Place = { path: from, span: at };
  const folder = resolvePath(folderOf(from), target.trim());
  if (folder === undefined) return { state: 'unknown', why: 'it leads out of this repository', at: place };
  if (!tree.hasFolder(folder)) return { state: 'dangling', at: place, wanted: `dir:${target}`, lacks: 'file' };
  const found = DOCUMENTATION.map((name) => (folder === '' ? name : `${folder}/${name}`)).find((path) =>
    tree.hasFile(path),
  );
  if (found !== undefined) return { state: 'resolved', to: { path: found }, how: 'by its folder' };
  return { state: 'unknown', why: 'its folder holds no mkdocs.yml and no page to begin with', at: place };
}
