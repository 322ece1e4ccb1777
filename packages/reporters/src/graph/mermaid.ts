import type { EdgeState, Graph } from '@shipworthy/model';
import { visible } from '../text/visible.ts';
import { edgesByState, type Grouped, groupedByComponent } from './order.ts';

/** Mermaid refuses to draw more (`maxEdges` 500, `maxTextSize` 50,000 characters by default); some room is left. */
const MAX_EDGES = 450;
const MAX_CHARACTERS = 46_000;

const ARROWS: Readonly<Record<EdgeState, string>> = {
  resolved: '-->',
  dangling: '-. missing .->',
  unknown: '-. unknown .->',
};

/**
 * A flowchart for Mermaid. What is more than it draws is left out, resolved links first, and a comment in the first line
 * says how many.
 */
export function renderGraphMermaid(graph: Graph): string {
  const edges = edgesByState(graph);
  let kept = Math.min(edges.length, MAX_EDGES);
  let chart = draw(graph, edges.slice(0, kept));
  while (chart.length > MAX_CHARACTERS && kept > 1) {
    kept = Math.floor((kept * MAX_CHARACTERS) / chart.length);
    chart = draw(graph, edges.slice(0, kept));
  }
  const left = edges.length - kept;
  const cut =
    left === 0 ? '' : `%% ${left} of ${edges.length} links are left out: choose some with --relation or --kind\n`;
  return `${cut}${chart}`;
}

function draw(graph: Graph, edges: Graph['edges']): string {
  const shown = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const nodes = graph.nodes.filter(({ id }) => shown.has(id));
  const short = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const lines = ['flowchart LR'];
  const node = ({ id, type, name }: Graph['nodes'][number]) => `${short.get(id)}["${text(`${type}: ${name}`)}"]`;
  groupedByComponent(nodes).forEach(({ component, members }: Grouped, index) => {
    if (component === undefined) lines.push(...members.map((member) => `  ${node(member)}`));
    else
      lines.push(
        `  subgraph c${index}["${text(component)}"]`,
        ...members.map((member) => `    ${node(member)}`),
        '  end',
      );
  });
  for (const { from, to, state } of edges) lines.push(`  ${short.get(from)} ${ARROWS[state]} ${short.get(to)}`);
  return `${lines.join('\n')}\n`;
}

/** Everything that Mermaid or the page around it could act on becomes an entity: `#34;`. */
const text = (written: string): string =>
  visible(written).replace(/[^\w ./:@+-]/g, (character) => `#${character.codePointAt(0)};`);
