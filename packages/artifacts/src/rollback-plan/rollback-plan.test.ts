import { describe, expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { rollbackPlanKind } from './kind.ts';

async function found(path: string, text: string) {
  const file = new RepositoryFile(path, 'authored', text);
  if (!rollbackPlanKind.sniff(file)) return undefined;
  return (await rollbackPlanKind.load())(file).artifacts[0];
}

describe('found', () => {
  test.each<[string, string, string, object]>([
    ['a page', 'docs/rollback.md', '# Rollback\n\n1. Run `make undo`.\n', { scope: 'page', sections: [0] }],
    [
      'a folder of its name',
      'docs/roll-back-app/index.html.md',
      '# Going back\n\n1. Press the button.\n',
      { scope: 'page' },
    ],
    ['a page that promises it', 'docs/rollback.md', '# Rollback\n\nTBD\n', { scope: 'page' }],
    [
      'a section with what is below it',
      'docs/upgrades.md',
      '# Upgrades\n\n## Steps\n\nA.\n\n## Rollback Procedure\n\nB.\n\n### Data\n\n1. Restore the backup.\n\n## After\n\nC.\n',
      { scope: 'section', sections: [2, 3] },
    ],
    [
      'a strict heading on any page',
      'docs/notes/feeds.md',
      '# Feeds\n\n## Rollback\n\n1. `kubectl rollout undo deploy/feed`\n',
      { scope: 'section' },
    ],
    [
      'a plan of one piece of work',
      'docs/ui-upgrade.md',
      '# Widgets 5 Migration Plan\n\n## Rollback Plan\n\n1. `git checkout main`\n',
      { scope: 'section', ofOneChange: true },
    ],
    ['a title in Japanese', 'docs/deploy.md', '# デプロイ\n\n## 4. ロールバック\n\n1. 戻す\n', { scope: 'section' }],
    ['a downgrade', 'doc/upgrading/downgrade.md', '# Downgrading\n\n1. Install the old version.\n', { scope: 'page' }],
  ])('%s', async (_, path, text, facts) => {
    expect((await found(path, text))?.facts).toMatchObject(facts);
  });
});

describe('not taken for one', () => {
  test.each<[string, string, string]>([
    ['a transaction', 'docs/operations/db.md', '# DB\n\n## Transaction rollback\n\n1. `ROLLBACK`\n'],
    ['a proposal', 'docs/proposals/queue.md', '# Queue\n\n## Rollback\n\n1. Run `make undo`.\n'],
    [
      'a reference of a command',
      'docs/operations/rollback.md',
      '# rollback\n\n## Synopsis\n\nA.\n\n## Options\n\n`-f`\n',
    ],
    [
      'a feature of the product',
      'docs/guide/flags.md',
      '# Flags\n\n## Launch (approve) + manual rollback\n\n1. Press it.\n',
    ],
    ['a mention', 'docs/deployment.md', '# Deployment\n\nWe never rolled back.\n'],
    ['release notes', 'docs/release_notes/v1.md', '# v1\n\n## Rollback\n\n1. Install v0.\n'],
    ['a heading without anything to do', 'docs/notes/feeds.md', '# Feeds\n\n## Rollback\n\nNot possible.\n'],
  ])('%s', async (_, path, text) => {
    expect(await found(path, text)).toBeUndefined();
  });
});

test('what a plan says, and where', async () => {
  const text = '# Rollback\n\nIf errors rise, run `make undo`. The schema stays.\n';
  const facts = (await found('docs/rollback.md', text))?.facts;
  const words = (span: readonly [number, number] | undefined) => text.slice(...(span ?? [0, 0]));
  expect([words(facts?.trigger), words(facts?.data), words(facts?.action)]).toEqual(['If errors', 'schema', 'run']);
});

test('a heading may say when', async () => {
  const text =
    '# Rollback plan\n\n## When\n\nMore than 2 % of the calls are refused.\n\n## Steps\n\n1. Run `make undo`.\n';
  const facts = (await found('docs/rollback.md', text))?.facts;
  expect(text.slice(...(facts?.trigger ?? [0, 0]))).toContain('## When');
});

test('what a plan says in Japanese', async () => {
  const facts = (await found('docs/rollback.md', '# ロールバック\n\n失敗した場合: `make undo`。データは残る。\n'))
    ?.facts;
  expect(facts).toMatchObject({ trigger: expect.any(Array), data: expect.any(Array), action: expect.any(Array) });
});
