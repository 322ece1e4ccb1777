import { describe, expect, test } from '@jest/globals';
import { kindModules } from '@shipworthy/artifacts';
import { profileWith } from '@shipworthy/model';
import { memorySource } from '@shipworthy/sources';
import { collect } from './collect.ts';
import { drawnRelations, type GraphInput, graphOf } from './graph.ts';

const rule = (name: string, runbook: string) => `      - alert: ${name}
        expr: up == 0
        labels: { severity: critical }
        annotations: { summary: It is down., runbook_url: ${runbook} }
`;
const files = {
  'README.md': '# Pay\n\nRead [what to do](docs/runbooks/pay.md) and [notes](notes.md). [Gone](docs/gone.md).\n',
  'notes.md': '# Notes\n\nSee [more](more.md).\n',
  'more.md': '# More\n\nNothing.\n',
  '.github/CODEOWNERS': '* @acme/pay\n',
  'alerts.yaml': `groups:\n  - name: pay\n    rules:\n${rule('PayDown', 'docs/runbooks/pay.md#paydown')}${rule('PaySlow', 'docs/runbooks/pay.md#nowhere')}`,
  'docs/runbooks/pay.md':
    '# Runbook: pay\n\n## PayDown\n\n### Impact\n\nNobody can pay.\n\n### Mitigation\n\nRun `kubectl rollout restart deploy/pay` and wait.\n',
};

async function drawn(more: Partial<GraphInput> = {}) {
  const { inventory, tree } = await collect(memorySource(files), kindModules);
  return graphOf({ inventory, tree, profile: profileWith([]), ...more });
}
const lines = (graph: Awaited<ReturnType<typeof drawn>>) =>
  graph.edges.map(({ from, to, state, how }) => `${from} -> ${to} (${state}: ${how})`);

describe('the graph of a repository', () => {
  test('draws what is linked, what is not there, and who owns it', async () => {
    const found = lines(await drawn());
    expect(found).toContain(
      'alert:alerts.yaml/pay/PayDown{severity="critical"} -> file:docs/runbooks/pay.md (resolved: declared link)',
    );
    expect(found.find((line) => line.includes('PaySlow'))).toMatch(
      /-> file:docs\/runbooks\/pay\.md \(dangling: no such heading: /,
    );
    expect(found).toContain('file:README.md -> missing:docs/gone.md (dangling: no such file: docs/gone.md)');
    expect(found).toContain('file:docs/runbooks/pay.md -> owner:@acme/pay (resolved: declared in .github/CODEOWNERS)');
  });

  test('leaves out links between plain pages, and owners of what nothing is linked with', async () => {
    const found = lines(await drawn()).join('\n');
    expect(found).toContain('file:README.md -> file:notes.md');
    expect(found).not.toContain('more.md');
    expect(found).not.toContain('file:alerts.yaml -> owner');
  });

  test('owners are drawn of every artifact when they are asked for alone', async () => {
    const found = lines(await drawn({ relations: ['path -> owner'] }));
    expect(found).toContain('file:alerts.yaml -> owner:@acme/pay (resolved: declared in .github/CODEOWNERS)');
    expect(found.every((line) => line.includes('owner:'))).toBe(true);
  });

  test('every node has an edge, every edge has its nodes, and nodes know their component', async () => {
    const graph = await drawn({ componentOf: (path) => (path.startsWith('docs/') ? 'docs' : 'root') });
    const ends = new Set(graph.edges.flatMap(({ from, to }) => [from, to]));
    expect(new Set(graph.nodes.map(({ id }) => id))).toEqual(ends);
    expect(graph.nodes.find(({ id }) => id === 'file:docs/runbooks/pay.md')).toEqual({
      id: 'file:docs/runbooks/pay.md',
      type: 'runbook',
      name: 'docs/runbooks/pay.md',
      path: 'docs/runbooks/pay.md',
      component: 'docs',
    });
  });

  test('the same facts give the same graph', async () => {
    expect(await drawn()).toEqual(await drawn());
  });

  test('relations that are the other side of another are not offered', () => {
    expect(drawnRelations()).toContain('alert -> runbook');
    expect(drawnRelations()).not.toContain('runbook -> referrer');
  });
});
