import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parseYaml, toPlain } from '@shipworthy/artifacts/yaml';
import { OPTIONS } from './options.ts';

const PAGE = readFileSync(fileURLToPath(new URL('../../../docs/organisation.md', import.meta.url)), 'utf8');
const WORKFLOWS = [...PAGE.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => text ?? '');
const RUNS = PAGE.replace(/\n\s+--/g, ' --')
  .split('\n')
  .filter((line) => /shipworthy org (?:run|report) /.test(line) && !line.startsWith('`'));

test('the workflow is YAML, and has no more rights than it needs', () => {
  expect(WORKFLOWS).toHaveLength(1);
  const { documents, problems } = parseYaml(WORKFLOWS[0] ?? '');
  expect(problems).toEqual([]);
  expect(documents.map(({ root }) => root && toPlain(root))).toEqual([
    expect.objectContaining({ permissions: { contents: 'write', issues: 'write' } }),
  ]);
});

describe.each(RUNS)('%s', (line) => {
  test('names options that there are', () => {
    const named = [...line.matchAll(/(?<=\s)--([a-z-]+)/g)].map(([, name]) => name).filter((name) => name !== 'yes');
    expect(named.filter((name) => !OPTIONS.org?.includes(name ?? ''))).toEqual([]);
  });
});
