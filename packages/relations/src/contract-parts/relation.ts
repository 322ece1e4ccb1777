import type {
  Artifact,
  ContractParts,
  ContractSubject,
  OperationFacts,
  OuterReference,
  Place,
  RelationContext,
  RelationModule,
  SplitPathFacts,
} from '@shipworthy/model';
import { folderOf, percentDecoded, resolvePath } from '../addresses/repository-path.ts';
import { oncePerContext } from '../once-per-context.ts';
import { builtClients, clientGenerator } from './client-generators.ts';
import { fetchedFiles } from './fetched-files.ts';
import { wholeBeside } from './whole-beside.ts';

/** Operations of the files that descriptions were split into: path to those of the file. */
const partsOf = oncePerContext(
  ({ inventory }) =>
    new Map(
      inventory.files.flatMap((file) =>
        file.artifacts.flatMap((artifact) =>
          artifact.kind === 'openapi-part' ? [[file.path, artifact.facts.operations] as const] : [],
        ),
      ),
    ),
);

/** What a contract is split over: its operations wherever they stand, and references that lead to no file. */
export const contractParts: RelationModule<'contract -> parts'> = {
  name: 'contract -> parts',
  graph: {
    from: 'contract',
    edges: ({ operations, missing, unseen }) => [
      ...[...new Set(operations.map(({ at }) => at.path))].map((path) => ({
        to: { place: { path } },
        state: 'resolved' as const,
        how: 'holds operations of it',
      })),
      ...missing.map(({ target, at }) => ({
        to: { type: 'missing', name: target },
        state: 'dangling' as const,
        how: 'no such file',
        at,
      })),
      ...unseen.map(({ target, at }) => ({
        to: { type: 'unseen', name: target },
        state: 'unknown' as const,
        how: 'could not be followed',
        at,
      })),
    ],
  },
  build(context: RelationContext) {
    return ({ artifact }: Pick<ContractSubject, 'artifact'>): ContractParts => {
      const { kind, facts, path } = artifact;
      const references = 'references' in facts ? facts.references : [];
      const operations = kind === 'openapi' || kind === 'asyncapi' ? facts.operations : [];
      const split = kind === 'openapi' ? facts.splitPaths.map((part) => follow(context, path, part)) : [];
      return {
        operations: [
          ...operations.map((operation) => ({ ...operation, at: placeIn(path, operation.spans['']) })),
          ...split.flatMap((part) => part ?? []),
        ],
        unseen:
          kind === 'openapi'
            ? facts.splitPaths.flatMap(({ target, at }, index) =>
                split[index] ? [] : [{ target, at: placeIn(path, at) }],
              )
            : [],
        missing: missingOf(context, path, references),
        remote: references.filter(({ remote }) => remote).length,
        ...(artifact.kind === 'openapi' ? completion(context, artifact) : {}),
        ...(kind === 'openapi' ? consumption(context, path) : {}),
      };
    };
  },
};

/** Sections of descriptions by the folder of the file that holds them and nothing else of a description. */
const sectionsOf = oncePerContext(({ inventory }) => {
  const byFolder = new Map<string, { readonly path: string; readonly sections: readonly string[] }[]>();
  for (const { path, artifacts } of inventory.files)
    for (const artifact of artifacts) {
      if (artifact.kind !== 'openapi-part' || artifact.facts.sections === undefined) continue;
      const beside = byFolder.get(folderOf(path)) ?? [];
      byFolder.set(folderOf(path), [...beside, { path, sections: artifact.facts.sections }]);
    }
  return byFolder;
});

/** The file in the same folder that has what this one lacks: components, or all that a description says of itself. */
function completion(context: RelationContext, { path, level, facts }: Artifact<'openapi'>): Partial<ContractParts> {
  if (level !== 'scraped' && facts.spans.info === undefined) {
    const whole = wholeBeside(context, path);
    if (whole !== undefined) return { completedBy: { path: whole } };
  }
  const lacks = facts.lacks ?? [];
  if (lacks.length === 0) return {};
  const beside = sectionsOf(context).get(folderOf(path)) ?? [];
  const found = beside.find(({ sections }) => lacks.every((section) => sections.includes(section)));
  return found ? { completedBy: { path: found.path } } : {};
}

/** What shows that somebody else wrote the file and this repository calls what it describes. */
function consumption(context: RelationContext, path: string): Partial<ContractParts> {
  const fetched = fetchedFiles(context).get(path);
  const clientOf = clientGenerator(context.tree, path) ?? builtClients(context).get(path);
  return { ...(fetched ? { fetched } : {}), ...(clientOf ? { clientOf } : {}) };
}

const placeIn = (path: string, span: Place['span']): Place => (span ? { path, span } : { path });

type Joined = OperationFacts & { readonly at: Place };

/** The operations a path item in another file holds; undefined when that was not read. */
function follow(context: RelationContext, from: string, part: SplitPathFacts): readonly Joined[] | undefined {
  const [file, pointer = ''] = part.target.split('#');
  const path = file === undefined ? undefined : resolvePath(folderOf(from), percentDecoded(file));
  const operations = path === undefined ? undefined : partsOf(context).get(path);
  if (path === undefined || !operations) return undefined;
  const wanted = decodedPointer(pointer);
  const found = operations.filter((operation) => operation.pointer === wanted);
  if (found.length === 0) return undefined;
  return found.map(({ pointer: _, ...operation }) => ({
    ...operation,
    path: part.path,
    method: part.method ?? operation.method,
    at: placeIn(path, operation.spans['']),
  }));
}

const decodedPointer = (pointer: string): string =>
  percentDecoded(pointer).replace(/\/$/, '').replaceAll('~1', '/').replaceAll('~0', '~');

/** References to files of this repository that are not in it, and that no build is known to make. */
function missingOf(
  { tree }: RelationContext,
  from: string,
  references: readonly OuterReference[],
): ContractParts['missing'] {
  return references.flatMap(({ target, at, remote }) => {
    const file = percentDecoded(target.split('#')[0] ?? '');
    // Only what is plainly a path: names of registries and packages look like words.
    if (remote || !/^\.{1,2}\/|\.(?:ya?ml|json)$/i.test(file) || /[{}<>$]|^\//.test(file)) return [];
    const path = resolvePath(folderOf(from), file);
    if (path === undefined || tree.hasFile(path) || tree.ignores(path)) return [];
    return [{ target, at: placeIn(from, at) }];
  });
}
