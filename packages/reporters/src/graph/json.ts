import type { EdgeState, GraphNode } from '@shipworthy/model';

/** A line of the graph with the line of the file it is written on, 1-based. */
export interface GraphJsonEdge {
  readonly from: string;
  readonly to: string;
  readonly relation: string;
  readonly state: EdgeState;
  readonly how: string;
  readonly path?: string;
  readonly line?: number;
}

export interface GraphJson {
  readonly schema: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphJsonEdge[];
}

/** The graph as versioned JSON (`schema/graph.schema.json`). */
export function renderGraphJson(graph: GraphJson): string {
  return `${JSON.stringify(graph, undefined, 2)}\n`;
}
