import type { EdgeState, Graph } from '@shipworthy/model';
import { visible } from '../text/visible.ts';
import { edgesByState, groupedByComponent } from './order.ts';

const STYLES: Readonly<Record<EdgeState, string>> = {
  resolved: '',
  dangling: ' style=dashed color=red',
  unknown: ' style=dotted',
};

/** A directed graph for Graphviz (`dot -Tsvg`). */
export function renderGraphDot(graph: Graph): string {
  const lines = ['digraph shipworthy {', '  rankdir=LR;', '  node [shape=box];'];
  groupedByComponent(graph.nodes).forEach(({ component, members }, index) => {
    const nodes = members.map(({ id, type, name }) => `  ${text(id)} [label=${text(`${type}: ${name}`)}];`);
    if (component === undefined) lines.push(...nodes);
    else
      lines.push(
        `  subgraph cluster_${index} {`,
        `    label=${text(component)};`,
        ...nodes.map((line) => `  ${line}`),
        '  }',
      );
  });
  for (const { from, to, relation, state, how } of edgesByState(graph))
    lines.push(`  ${text(from)} -> ${text(to)} [label=${text(relation)} tooltip=${text(how)}${STYLES[state]}];`);
  return `${lines.join('\n')}\n}\n`;
}

/** A quoted string of DOT, in which only the quote ends it and the backslash escapes. */
const text = (written: string): string => `"${visible(written).replace(/[\\"]/g, '\\$&')}"`;
