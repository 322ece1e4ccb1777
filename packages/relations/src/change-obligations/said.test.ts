import { describe, expect, test } from '@jest/globals';
import { DEFAULT_VOCABULARY, type ObligationName } from '@shipworthy/model';
import { artifact, contextOf } from '../testing/facts.ts';
import { saidOf } from './answers.ts';
import { statementsOf } from './said.ts';

const commit = (message: string, trailers: readonly (readonly [string, string])[] = []) => ({
  id: 'c'.repeat(40),
  author: 'Ann <ann@example.com>',
  message,
  trailers: trailers.map(([key, value]) => ({ key, value })),
});

const FORM = artifact('change-template', '.github/pull_request_template.md', {
  form: 'change',
  prompts: [
    { form: 'heading', text: 'Rollback', at: [0, 1] },
    { form: 'text', text: 'Describe how to roll back.', at: [2, 3] },
  ],
});

/** What is quoted for an obligation from the text of a pull request. */
const quoted = (name: ObligationName, body: string): string[] =>
  saidOf(name, statementsOf({ body, commits: [] }, contextOf([FORM])), DEFAULT_VOCABULARY).map(({ ...each }) =>
    each.in === 'file' ? '' : each.words,
  );

describe('what a pull request says', () => {
  test.each<[string, ObligationName, string, string[]]>([
    ['a section', 'way-back', '## Rollback plan\n\nRevert.\nThen wait.\n', ['Rollback plan: Revert.']],
    ['a bold heading', 'way-back', '**Rollback**\n\nRevert it.\n', ['Rollback: Revert it.']],
    ['a line with a key', 'way-back', '- **Rollback plan:** revert it\n', ['Rollback-plan: revert it']],
    ['a ticked box', 'watching', '- [x] Dashboards are ready\n', ['Dashboards are ready']],
    ['an open box', 'watching', '- [ ] Dashboards are ready\n', []],
    ['a record', 'decision', 'As decided in ADR-0012.\n', ['As decided in ADR-0012.']],
    [
      'a plan of the rollout',
      'rollout',
      'It is behind the new-cart feature flag.\n',
      ['It is behind the new-cart feature flag.'],
    ],
    [
      'what watches it',
      'watching',
      'We monitor the error rate in Grafana.\n',
      ['We monitor the error rate in Grafana.'],
    ],
    ['the sentence of the form', 'way-back', '## Rollback\n\nDescribe how to roll back.\n', []],
    ['a comment of the form', 'way-back', '<!-- Rollback:\nhow? -->\nRollback: <!-- -->\n', []],
    ['nothing in other words', 'way-back', '## Rollback\n\nN/A\n\n**Rollback:** none\n', []],
    ['a quotation', 'way-back', '> Rollback: revert it\n', []],
    ['a log', 'way-back', '```text\nRollback: transaction 7\n```\n', []],
    ['a heading that only contains the letters', 'tests', '## Contests\n\nWon.\n', []],
    [
      'names with marks',
      'way-back',
      'Rollback: set `user_id` and *all* back\n',
      ['Rollback: set user_id and all back'],
    ],
  ])('%s', (_, name, body, words) => {
    expect(quoted(name, body)).toEqual(words);
  });

  test('says on which line', () => {
    const statements = statementsOf({ body: '# A\n\n<!--\nx\n-->\nRollback: revert it\n', commits: [] }, contextOf([]));
    expect(saidOf('way-back', statements, DEFAULT_VOCABULARY)).toEqual([
      { in: 'body', line: 6, words: 'Rollback: revert it' },
    ]);
  });

  test('is read in time, whatever it is', () => {
    for (const text of ['<!--'.repeat(20_000), '['.repeat(50_000), '**_`'.repeat(20_000), '- [ ] '.repeat(20_000)])
      expect(quoted('way-back', text)).toEqual([]);
  });
});

describe('what commits say', () => {
  test('a trailer counts once, and before prose', () => {
    const words = {
      commits: [commit('Longer sessions\n\nThis can be reverted.\n\nRollback: revert it', [['rollback', 'revert it']])],
    };
    expect(saidOf('way-back', statementsOf(words, contextOf([])), DEFAULT_VOCABULARY)).toEqual([
      { in: 'commit', commit: 'c'.repeat(40), words: 'Rollback: revert it' },
    ]);
  });

  test('a word of somebody else', () => {
    const words = { commits: [commit('A', [['reviewed-by', 'Bob <bob@example.com>']])] };
    expect(saidOf('review', statementsOf(words, contextOf([])), DEFAULT_VOCABULARY)).toHaveLength(1);
  });
});
