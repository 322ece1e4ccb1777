import type { EdgeState, Graph, GraphNode } from '@shipworthy/model';

const ORDER: readonly EdgeState[] = ['dangling', 'unknown', 'resolved'];

/** What needs a look first. */
export const edgesByState = ({ edges }: Graph): Graph['edges'] =>
  ORDER.flatMap((state) => edges.filter((edge) => edge.state === state));

export interface Grouped {
  readonly component?: string;
  readonly members: readonly GraphNode[];
}

/** Nodes by the component that holds them; those without one first. */
export function groupedByComponent(nodes: readonly GraphNode[]): Grouped[] {
  const groups = new Map<string | undefined, GraphNode[]>([[undefined, []]]);
  for (const node of nodes) {
    const group = groups.get(node.component) ?? [];
    group.push(node);
    groups.set(node.component, group);
  }
  return [...groups].map(([component, members]) => ({ ...(component === undefined ? {} : { component }), members }));
}
