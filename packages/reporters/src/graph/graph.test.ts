import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Graph } from '@shipworthy/model';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { renderGraphDot, renderGraphJson, renderGraphMermaid } from './index.ts';

const graph: Graph = {
  nodes: [
    { id: 'alert:a.yaml/Down', type: 'alert', name: 'Down', path: 'a.yaml' },
    { id: 'file:docs/pay.md', type: 'runbook', name: 'docs/pay.md', path: 'docs/pay.md', component: 'pay' },
    { id: 'missing:gone.md', type: 'missing', name: 'gone.md' },
  ],
  edges: [
    { from: 'alert:a.yaml/Down', to: 'file:docs/pay.md', relation: 'alert -> runbook', state: 'resolved', how: 'link' },
    { from: 'file:docs/pay.md', to: 'missing:gone.md', relation: 'document -> target', state: 'dangling', how: 'no' },
  ],
};
const named = (name: string): Graph => ({
  nodes: [
    { id: 'a', type: 'alert', name },
    { id: 'b', type: 'file', name: 'b' },
  ],
  edges: [{ from: 'a', to: 'b', relation: 'alert -> runbook', state: 'resolved', how: 'link' }],
});
const wide = (edges: number): Graph => ({
  nodes: Array.from({ length: edges + 1 }, (_, index) => ({ id: `n${index}`, type: 'file', name: `f${index}` })),
  edges: Array.from({ length: edges }, (_, index) => ({
    from: 'n0',
    to: `n${index + 1}`,
    relation: 'document -> target' as const,
    state: index === edges - 1 ? ('dangling' as const) : ('resolved' as const),
    how: 'link',
  })),
});

describe('Mermaid', () => {
  test('nodes by component, broken links first', () => {
    expect(renderGraphMermaid(graph)).toBe(
      [
        'flowchart LR',
        '  n0["alert: Down"]',
        '  n2["missing: gone.md"]',
        '  subgraph c1["pay"]',
        '    n1["runbook: docs/pay.md"]',
        '  end',
        '  n1 -. missing .-> n2',
        '  n0 --> n1',
        '',
      ].join('\n'),
    );
  });
  test.each([
    ['say "hi"]; click n0 href', 'say #34;hi#34;#93;#59; click n0 href'],
    ['<script>', '#60;script#62;'],
    ['a\nb', 'a#92;nb'],
    ['#quot;', '#35;quot#59;'],
  ])('%j cannot leave its label', (name, label) => {
    expect(renderGraphMermaid(named(name))).toContain(`n0["alert: ${label}"]`);
  });
  test('what is too much for it is left out, said aloud, resolved links first', () => {
    const drawn = renderGraphMermaid(wide(1000));
    expect(drawn).toMatch(/^%% 550 of 1000 links are left out/);
    expect(drawn).toContain('-. missing .->');
    expect(drawn.match(/-->/g)).toHaveLength(449);
  });
  test('an empty graph is a chart without nodes', () => {
    expect(renderGraphMermaid({ nodes: [], edges: [] })).toBe('flowchart LR\n');
  });
});

describe('DOT', () => {
  test('draws every link, with how it was established', () => {
    const drawn = renderGraphDot(graph);
    expect(drawn).toContain('subgraph cluster_1 {');
    expect(drawn).toContain('"alert:a.yaml/Down" -> "file:docs/pay.md" [label="alert -> runbook" tooltip="link"];');
    expect(drawn).toContain('style=dashed color=red');
  });
  test.each([
    ['a"];b', 'label="alert: a\\"];b"'],
    ['a\\', 'label="alert: a\\\\"'],
  ])('%j cannot leave its string', (name, label) => {
    expect(renderGraphDot(named(name))).toContain(label);
  });
});

describe('JSON', () => {
  const schema: object = JSON.parse(readFileSync(new URL('../../schema/graph.schema.json', import.meta.url), 'utf8'));
  const valid = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
  const document = JSON.parse(
    renderGraphJson({
      schema: 1,
      tool: { name: 'shipworthy', version: '1.0.0' },
      nodes: graph.nodes,
      edges: graph.edges.map((edge) => ({ ...edge, path: 'a.yaml', line: 3 })),
    }),
  );
  test('is as the published schema says', () => {
    expect(valid(document) || valid.errors).toBe(true);
  });
  test.each([
    ['state', 'perhaps'],
    ['line', 0],
    ['relation', 'alert'],
    ['extra', 1],
  ])('%s: %j is refused', (key, value) => {
    expect(valid({ ...document, edges: [{ ...document.edges[0], [key]: value }] })).toBe(false);
  });
});
