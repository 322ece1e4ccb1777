import {
  DEFAULT_VOCABULARY,
  type Graph,
  type GraphEdge,
  type Inventory,
  type Profile,
  type RelationEdge,
  type RelationModule,
  type RelationName,
  type RunbookSite,
  type SubjectMap,
  type SubjectName,
  type Tree,
  type Vocabulary,
} from '@shipworthy/model';
import { relationModules } from '@shipworthy/relations';
import { eligibility } from './eligible.ts';
import { NodeTable } from './graph-nodes.ts';
import { subjectTable } from './subjects.ts';

export interface GraphInput {
  readonly inventory: Inventory;
  readonly tree: Tree;
  readonly profile: Profile;
  readonly vocabulary?: Vocabulary;
  readonly runbookSites?: readonly RunbookSite[];
  /** Only these; absent: every relation that is drawn. */
  readonly relations?: readonly RelationName[];
  /** Name of the component that holds a path; undefined where there is only one. */
  readonly componentOf?: (path: string) => string | undefined;
}

/** Relations that are drawn, for the command line to offer. */
export const drawnRelations = (): RelationName[] =>
  (Object.keys(relationModules) as RelationName[]).filter((name) => moduleOf(name).graph !== undefined).sort();

/** What the type map cannot say of a module that is looked up by a name known only at run time. */
type AnyModule = {
  readonly graph?: {
    readonly from: SubjectName;
    readonly onlyOfDrawn?: true;
    edges(answer: unknown, subject: SubjectMap[SubjectName]): readonly RelationEdge[];
  };
  build: RelationModule['build'];
};
const moduleOf = (name: RelationName): AnyModule => relationModules[name] as AnyModule;

/**
 * The artifacts of a repository and the links between them, in a stable order. A link between two pages is drawn only
 * when one of them is more than a page.
 */
export function graphOf(input: GraphInput): Graph {
  const { inventory, tree, profile, vocabulary = DEFAULT_VOCABULARY, runbookSites } = input;
  const eligible = eligibility(inventory);
  const own = {
    ...inventory,
    files: inventory.files.map((file) => ({ ...file, artifacts: file.artifacts.filter(eligible) })),
  };
  const context = { inventory, own, tree, vocabulary, ...(runbookSites ? { runbookSites } : {}) };
  const subjects = subjectTable(inventory.files, tree, eligible, inventory.links, profile.components);
  const nodes = new NodeTable(own, input.componentOf);
  const edges: GraphEdge[] = [];
  const asked = input.relations ?? drawnRelations();
  const isFirst = (name: RelationName) => !moduleOf(name).graph?.onlyOfDrawn;
  const drawn = [...asked.filter(isFirst), ...asked.filter((name) => !isFirst(name))];
  // Elements first, so that what leads to one of them is drawn to it and not to its file.
  for (const name of drawn) {
    const from = moduleOf(name).graph?.from;
    if (from !== undefined) for (const subject of subjects[from]()) nodes.register(from, subject);
  }
  for (const relation of drawn) {
    const { graph, build } = moduleOf(relation);
    if (!graph) continue;
    const sparing = graph.onlyOfDrawn && asked.length > 1;
    const answer = build(context) as (subject: SubjectMap[SubjectName]) => unknown;
    for (const subject of subjects[graph.from]()) {
      if (sparing && !nodes.hasFile(subject.path)) continue;
      for (const { to, state, how, at } of graph.edges(answer(subject), subject)) {
        if (!nodes.isWorthDrawing(subject.path, to)) continue;
        const edge = { from: nodes.ofSubject(graph.from, subject), to: nodes.ofEnd(to), relation, state, how };
        // A page that links to itself says nothing, unless it does so in vain.
        if (edge.from !== edge.to || state !== 'resolved') edges.push(at ? { ...edge, at } : edge);
      }
    }
  }
  return { nodes: nodes.drawn(), edges: withoutRepeats(edges) };
}

const withoutRepeats = (edges: readonly GraphEdge[]): GraphEdge[] => [
  ...new Map(edges.map((edge) => [`${edge.from}\0${edge.to}\0${edge.relation}\0${edge.state}`, edge])).values(),
];
