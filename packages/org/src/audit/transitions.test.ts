import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { rules as operate } from '@shipworthy/rules-operate';
import { commitOf, gitRevision } from '@shipworthy/sources';
import { GitFolder } from '@shipworthy/sources/testing';
import type { StoredTree } from '../collect/stored-tree.ts';
import type { RepositoryRecord } from '../store/record.ts';
import { auditRepository } from './audit-repository.ts';

const RULE = 'alert/runbook-resolves';
const rules = operate.filter(({ id }) => id === RULE);

const alertsTo = (...pages: readonly string[]): string =>
  `groups:\n  - name: api\n    rules:\n${pages
    .map(
      (page, nth) =>
        `      - alert: Down${nth}\n        expr: up == 0\n        annotations:\n          runbook_url: ${page}\n`,
    )
    .join('')}`;

let git: GitFolder;
let trees: Map<string, StoredTree>;
beforeEach(() => {
  git = new GitFolder();
  trees = new Map();
});
afterEach(() => git.remove());

/** One run over the repository as it is. */
async function run(
  before: RepositoryRecord | undefined,
  { asked = 'as before', today = '2026-11-22' }: { asked?: 'as before' | 'otherwise'; today?: string } = {},
): Promise<RepositoryRecord> {
  const at = await commitOf(git.path);
  return auditRepository(
    {
      id: 'a',
      name: 'a',
      ...at,
      open: async () => ({ source: await gitRevision(git.path, 'HEAD'), close: () => {} }),
    },
    {
      store: { tree: (id) => trees.get(id), keepTree: async (tree) => void trees.set(tree.tree, tree) },
      means: { rules, version: '1.0.0', today },
      policy: undefined,
      before,
      asked,
    },
  );
}

const told = ({ opened, gone }: RepositoryRecord) => ({
  opened: opened.map(({ cause, finding, was }) => [cause, finding.path, ...(was === undefined ? [] : [was])]),
  gone: gone.map(({ cause, finding }) => [cause, finding.path]),
});
const NOTHING = { opened: [], gone: [] };

describe('what came and went', () => {
  test('nothing in the first run', async () => {
    git.commit({ 'alerts.yaml': alertsTo('docs/gone.md') });
    const first = await run(undefined);
    expect(first.findings).toHaveLength(1);
    expect(told(first)).toEqual(NOTHING);
  });

  test('nothing where nothing changed', async () => {
    git.commit({ 'alerts.yaml': alertsTo('docs/gone.md') });
    expect(told(await run(await run(undefined)))).toEqual(NOTHING);
  });

  test('by a change', async () => {
    git.commit({
      'alerts.yaml': alertsTo('docs/gone.md'),
      'other.yaml': alertsTo('docs/there.md'),
      'docs/there.md': '# Down0\n',
    });
    const first = await run(undefined);
    git.commit({ 'docs/gone.md': '# Down0\n', 'docs/there.md': null });
    expect(told(await run(first))).toEqual({ opened: [['change', 'other.yaml']], gone: [['change', 'alerts.yaml']] });
  });

  test('by a change although the tree before is not kept any more', async () => {
    git.commit({ 'alerts.yaml': alertsTo('docs/gone.md') });
    const first = await run(undefined);
    git.commit({ 'docs/gone.md': '# Down0\n' });
    trees.clear();
    expect(told(await run(first))).toEqual({ opened: [], gone: [['change', 'alerts.yaml']] });
  });

  test('a folder that moves opens and fixes nothing', async () => {
    git.commit({ 'one/alerts.yaml': alertsTo('docs/gone.md') });
    const first = await run(undefined);
    git.git('mv', 'one', 'two');
    git.commit();
    expect(told(await run(first))).toEqual(NOTHING);
  });

  test('an exemption', async () => {
    git.commit({ 'alerts.yaml': alertsTo('docs/gone.md') });
    const first = await run(undefined);
    git.commit({
      '.shipworthy.yaml': `exemptions:\n  - rule: ${RULE}\n    reason: The page is being written\n    owner: "@acme/sre"\n    expires: 2026-12-01\n`,
    });
    const second = await run(first);
    expect(told(second)).toEqual({ opened: [], gone: [['exemption', 'alerts.yaml']] });
    const third = await run(second, { today: '2026-12-05' });
    expect(told(third)).toEqual({ opened: [['time', 'alerts.yaml']], gone: [] });
  });

  test('by other rules, in an unchanged tree', async () => {
    git.commit({ 'alerts.yaml': alertsTo('docs/gone.md') });
    const first = await run(undefined);
    const asIfNew: RepositoryRecord = { ...first, findings: [] };
    expect(told(await run(asIfNew, { asked: 'otherwise' }))).toEqual({ opened: [['rules', 'alerts.yaml']], gone: [] });
  });

  test('a file that cannot be read any more fixes nothing', async () => {
    git.commit({ 'alerts.yaml': alertsTo('docs/gone.md') });
    const first = await run(undefined);
    git.commit({ 'alerts.yaml': `${alertsTo('docs/gone.md')}  - : [\n` });
    expect(told(await run(first))).toEqual({ opened: [], gone: [['unseen', 'alerts.yaml']] });
  });

  test('what fails now stays as it was known', async () => {
    git.commit({ 'alerts.yaml': alertsTo('docs/gone.md') });
    const first = await run(undefined);
    const failed = await auditRepository(
      { id: 'a', name: 'a', failed: 'the clone is damaged', open: () => Promise.reject(new Error('no')) },
      {
        store: { tree: () => undefined, keepTree: async () => {} },
        means: { rules, version: '1.0.0', today: '2026-11-29' },
        policy: undefined,
        before: first,
        asked: 'as before',
      },
    );
    expect(failed).toMatchObject({ state: 'failed', why: 'the clone is damaged', findings: first.findings });
    expect(told(failed)).toEqual(NOTHING);
  });
});
