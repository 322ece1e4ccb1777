import type { Place } from './place.ts';
import type { RelationName } from './relations/relation-map.ts';

/** What a relation says of one subject, as lines from it to something else. */
export interface RelationEdge {
  readonly to: GraphEnd;
  readonly state: EdgeState;
  /** How it was established, or why it is not: `declared link`, `no such file`. One clause. */
  readonly how: string;
  /** Where it is written. */
  readonly at?: Place;
}

/** `resolved`: it is there. `dangling`: what is named does not exist. `unknown`: this tool could not look. */
export const EDGE_STATES = ['resolved', 'dangling', 'unknown'] as const;
export type EdgeState = (typeof EDGE_STATES)[number];

/** The other end of a line: something in this repository by its place, or a name. */
export type GraphEnd =
  | { readonly place: Place }
  /** Of another nature than a file: a team, a receiver, a purpose. Equal type and name: the same node. */
  | { readonly type: string; readonly name: string; readonly path?: string };

export interface GraphNode {
  /** Unique within the graph, and the same in every run: `alert:alerts.yaml/api/HighErrors`, `file:docs/oncall.md`. */
  readonly id: string;
  /** A kind, the name of a subject, or `file`, `team`, `missing`. */
  readonly type: string;
  readonly name: string;
  readonly path?: string;
  /** Name of the component that holds it; absent in a repository of one component. */
  readonly component?: string;
}

export interface GraphEdge {
  /** Ids of nodes. */
  readonly from: string;
  readonly to: string;
  readonly relation: RelationName;
  readonly state: EdgeState;
  readonly how: string;
  readonly at?: Place;
}

/** The artifacts of a repository and the links between them. Nodes without links are left out. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
