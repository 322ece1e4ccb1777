import { describe, expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { architectureDocKind } from './kind.ts';

const parse = await architectureDocKind.load();
const read = (path: string, text: string) => {
  const file = new RepositoryFile(path, 'authored', text);
  return architectureDocKind.sniff(file) ? parse(file).artifacts[0] : undefined;
};
const LONG = 'The api takes invoices over HTTP and puts them on the queue for the worker. '.repeat(12);

describe('the structure of a system', () => {
  test.each([
    ['ARCHITECTURE.md', `# Invoices\n\n${LONG}`],
    ['docs/system-architecture.md', `# Parts\n\n${LONG}`],
    ['docs/architecture/worker.md', `# Worker\n\n${LONG}`],
    ['docs/design.md', `# Design\n\n${LONG}\n\n## Architecture\n\n${LONG}`],
    ['docs/overview.md', `# Architecture of invoices\n\n## Components\n\n${LONG}`],
    ['docs/c4/invoices.dsl', 'workspace {\n  model {\n    s = softwareSystem "Invoices"\n  }\n}\n'],
  ])('%s', (path, text) => {
    expect(read(path, text)?.kind).toBe('architecture-doc');
  });
});

describe('something else', () => {
  test.each([
    ['docs/architecture/decisions/0001-x.md', `# 1. X\n\n${LONG}`],
    ['docs/architecture-decisions.md', `# Decisions\n\n${LONG}`],
    ['docs/architecture.md', '# Architecture\n\nTBD\n'],
    ['docs/blog/2022-scaling.md', `# A hybrid architecture scaled\n\n## Components\n\n${LONG}`],
    ['SECURITY.md', `# Security architecture\n\n## Components\n\n${LONG}`],
    ['docs/multi-arch.md', `# Multi-arch images\n\n${LONG}`],
    ['lib/grammar.dsl', 'rule x { y }\n'],
    ['docs/design.md', `# Colours\n\n${LONG}`],
  ])('%s', (path, text) => {
    expect(read(path, text)).toBeUndefined();
  });
});

test('its diagrams, in order', () => {
  const text = `# Architecture\n\n![parts](a.png)\n\n\`\`\`mermaid\ngraph LR\n\`\`\`\n\n![badge](https://img.shields.io/x)\n`;
  const found = read('docs/architecture.md', text);
  expect(found?.facts.diagrams.map(({ form }) => form)).toEqual(['picture', 'mermaid']);
});
