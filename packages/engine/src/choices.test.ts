import { describe, expect, test } from '@jest/globals';
import type { FileChoices, Kind } from '@shipworthy/model';
import { memorySource } from '@shipworthy/sources';
import { collectAll } from './investigate.ts';

const PAGE = '# Notes\n\nCall the vendor and wait.\n';
const RULES = 'groups:\n  - name: a\n    rules:\n      - alert: A\n        expr: up == 0\n';
const FILES = {
  'ops/notes.md': PAGE,
  'tests/alerts.yaml': RULES,
  'deploy/alerts.yaml': RULES,
  'deploy/values.conf': 'a=1\n',
};

const NOTHING: FileChoices = { ignores: () => false, classOf: () => undefined, kindsOf: () => [] };
async function found(choices: Partial<FileChoices>): Promise<string[]> {
  const { inventory } = await collectAll(memorySource(FILES), { ...NOTHING, ...choices });
  return inventory.files.flatMap(({ artifacts, problems }) => [
    ...artifacts
      .filter(({ kind }) => kind !== 'document')
      .map(({ kind, path, pathClass, confidence, why }) =>
        [kind, path, pathClass, confidence === 1 ? `sure: ${why[0]}` : 'judged'].join(' '),
      ),
    ...problems.map(({ kind, what, effect }) => `${kind} ${effect}: ${what}`),
  ]);
}

const OWN = 'alert-rules deploy/alerts.yaml authored judged';

describe('what the configuration says of files', () => {
  test('without choices', async () => {
    expect(await found({})).toContain(OWN);
    expect((await found({})).filter((line) => line.startsWith('runbook'))).toEqual([]);
  });
  test('ignored files are not looked at, and stay in the tree', async () => {
    const choices = { ...NOTHING, ignores: (path: string) => path.startsWith('deploy/') };
    const { inventory, tree } = await collectAll(memorySource(FILES), choices);
    expect(inventory.files.map(({ path }) => path)).not.toContain('deploy/alerts.yaml');
    expect(tree.hasFile('deploy/alerts.yaml')).toBe(true);
  });
  test('a path class wins over the path', async () => {
    const lines = await found({ classOf: (path) => (path.startsWith('tests/') ? 'authored' : undefined) });
    expect(lines).toEqual(expect.arrayContaining([OWN, 'alert-rules tests/alerts.yaml authored judged']));
  });
  test('a declared kind wins over detection and over the path class', async () => {
    const lines = await found({
      classOf: (path) => (path === 'ops/notes.md' || path === 'tests/alerts.yaml' ? 'authored' : undefined),
      kindsOf: (path) => (path === 'ops/notes.md' ? ['runbook'] : path === 'tests/alerts.yaml' ? ['alert-rules'] : []),
    });
    expect(lines).toEqual(
      expect.arrayContaining([
        'runbook ops/notes.md authored sure: the configuration says so',
        'alert-rules tests/alerts.yaml authored sure: the configuration says so',
      ]),
    );
  });
  test.each<Kind>([
    'architecture-doc',
    'assistant-instructions',
    'change-template',
    'changelog',
    'contributing',
    'decision-record',
    'decision-template',
    'on-call',
    'performance-budget',
    'postmortem',
    'readme',
    'release-checklist',
    'requirements',
    'rollback-plan',
    'runbook',
    'security-policy',
    'slo',
    'threat-model',
  ])('a page declared as %s is one, whatever it is called and says', async (kind) => {
    const lines = await found({
      classOf: (path) => (path === 'ops/notes.md' ? 'authored' : undefined),
      kindsOf: (path) => (path === 'ops/notes.md' ? [kind] : []),
    });
    expect(lines).toContain(`${kind} ops/notes.md authored sure: the configuration says so`);
    expect(lines.filter((line) => line.includes('broken'))).toEqual([]);
  });
  test('a declared file that holds nothing of its kind is said aloud', async () => {
    const declared = 'deploy/values.conf';
    const lines = await found({
      classOf: (path) => (path === declared ? 'authored' : undefined),
      kindsOf: (path) => (path === declared ? ['alert-rules'] : []),
    });
    expect(lines.filter((line) => line.includes('broken'))).toHaveLength(1);
  });
});
