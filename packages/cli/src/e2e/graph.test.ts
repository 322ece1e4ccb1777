import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { buildIfStale, folderOf, shipworthy } from './run-built.ts';

jest.setTimeout(60_000);
beforeAll(buildIfStale);

const ready = fileURLToPath(new URL('../../../../fixtures/repositories/payments-ready/repository', import.meta.url));
const schema = fileURLToPath(new URL('../../../reporters/schema/graph.schema.json', import.meta.url));

describe('shipworthy graph', () => {
  test('draws alerts to their runbooks and receivers', async () => {
    const { code, out } = await shipworthy(['graph', ready, '--kind', 'alert']);
    expect(code).toBe(0);
    expect(out).toMatch(/^flowchart LR\n/);
    expect(out).toContain('runbook: docs/runbooks/payments.md');
    expect(out).not.toContain('readme:');
  });
  test('as JSON it follows its schema, and says where each link is written', async () => {
    const { out } = await shipworthy(['graph', ready, '--format', 'json']);
    const follows = new Ajv2020().compile(JSON.parse(readFileSync(schema, 'utf8')));
    expect(follows(JSON.parse(out)) || follows.errors).toBe(true);
    expect(JSON.parse(out).edges).toContainEqual(
      expect.objectContaining({ from: 'file:README.md', to: 'file:docs/architecture.md', line: expect.any(Number) }),
    );
  });
  test('as DOT it is a directed graph', async () => {
    const { out } = await shipworthy(['graph', ready, '--format', 'dot', '--relation', 'alert->runbook']);
    expect(out).toMatch(/^digraph shipworthy \{\n.*label="alert -> runbook".*\}\n$/s);
  });
  test('an empty repository has an empty graph', async () => {
    const { code, out } = await shipworthy(['graph', folderOf({})]);
    expect([code, out]).toEqual([0, 'flowchart LR\n']);
  });
  test.each([
    [['--relation', 'alert -> runbok'], "Did you mean 'alert -> runbook'?"],
    [['--kind', 'runboks'], 'Linked here are: '],
  ])('%j: says what there is', async (args, advice) => {
    const { code, err } = await shipworthy(['graph', ready, ...args]);
    expect(code).toBe(3);
    expect(err).toContain(advice);
  });
});
