import { expect, test } from '@jest/globals';
import type { ChangeWords, CommitWords } from '@shipworthy/model';
import { isByBot, saidLines, wordsUnseen } from './index.ts';

const commit = (message: string, author = 'Ann <ann@example.com>'): CommitWords => ({
  id: '1234567890abcdef1234567890abcdef12345678',
  author,
  message,
  trailers: [],
});
const BOT = 'renovate[bot] <29139614+renovate[bot]@users.noreply.github.com>';

test.each<[string, ChangeWords, string[]]>([
  [
    'the body and commits',
    { body: 'Why\n\nBecause', commits: [commit('Add a\n\nMore')] },
    ['Why', 'Because', 'Add a', 'More'],
  ],
  ['no prompts of a template', { body: 'Text <!-- Breaking:\nyes? --> goes on', commits: [] }, ['Text  goes on']],
  ['no prompt that never ends', { body: 'Text\n<!-- Breaking: yes', commits: [] }, ['Text']],
  ['no choices that nobody took', { body: '- [ ] Breaking\n- [x] Docs', commits: [] }, ['- [x] Docs']],
  ['of a merge its second line', { commits: [commit("Merge branch 'a' into b\n\nAdd c")] }, ['Add c']],
])('%s', (_, words, texts) => {
  expect(saidLines(words).map(({ text }) => text)).toEqual(texts);
});

test('a line tells where it stands, and the first of a commit that it is its subject', () => {
  expect(saidLines({ body: 'Why', commits: [commit('Add a\nb')] })).toEqual([
    { text: 'Why', where: 'the pull request' },
    { text: 'Add a', where: 'commit 1234567', subject: true },
    { text: 'b', where: 'commit 1234567' },
  ]);
});

test.each<[string, CommitWords[], boolean]>([
  ['a bot alone', [commit('Bump a', BOT)], true],
  ['a bot that a person merged', [commit('Merge pull request #1 from x/y'), commit('Bump a', BOT)], true],
  ['a bot of a project', [commit('Update', 'Project Bot <proj-bot@a>')], true],
  ['a person of that name', [commit('Update', 'Jan Bot <jan.bot@a>')], false],
  ['a person who goes on', [commit('Adapt'), commit('Bump a', BOT)], false],
  ['only a merge', [commit('Merge pull request #1 from x/y')], false],
  ['nothing', [], false],
])('by a bot: %s', (_, commits, expected) => {
  expect(isByBot({ commits })).toBe(expected);
});

test('words are unseen where neither text nor commits are known', () => {
  expect(wordsUnseen({ commits: [], unknown: 'the clone is shallow' })).toBe('the clone is shallow');
  expect(wordsUnseen({ body: 'Why', commits: [], unknown: 'the clone is shallow' })).toBeUndefined();
  expect(wordsUnseen({ commits: [] })).toBeUndefined();
});
