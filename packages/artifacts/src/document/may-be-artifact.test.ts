import { describe, expect, test } from '@jest/globals';
import { DEFAULT_VOCABULARY, PAGER_QUESTIONS } from '@shipworthy/model';
import { RepositoryFile } from '../repository-file.ts';
import { asksStrongly } from '../runbook/questions.ts';
import { mayBeArtifact } from './may-be-artifact.ts';
import { pageOf } from './page-of.ts';

const file = (path: string, text: string) => new RepositoryFile(path, 'authored', text);

describe('pages whose prose is read', () => {
  test.each([
    ['a README', 'packages/a/README.md', '# A\n'],
    ['a runbook by name', 'docs/RUNBOOK-queue.md', '# Queue\n'],
    ['a page where operators look', 'docs/operations/queue.md', '# Queue\n'],
  ])('%s', (_name, path, text) => {
    expect(mayBeArtifact(file(path, text))).toBe(true);
  });

  test('every heading by which detection knows a runbook anywhere', () => {
    const strong = PAGER_QUESTIONS.flatMap((question) =>
      DEFAULT_VOCABULARY.headings[question].filter((heading) => asksStrongly(heading, question)),
    );
    expect(strong.length).toBeGreaterThan(15);
    const missed = strong.filter(
      (heading) => !mayBeArtifact(file('notes/queue.md', `# Queue\n\n## ${heading}\n\nx\n`)),
    );
    expect(missed).toEqual([]);
  });

  test.each(['## 3. Mitigation', '**Impact**', 'Diagnosis\n---------', '### How to **fix** it'])('%j', (heading) => {
    expect(mayBeArtifact(file('notes/queue.md', `# Queue\n\n${heading}\n\nx\n`))).toBe(true);
  });
});

test.each([
  ['what a changelog lists', '* Fix the queue\n* **What** is new\n', false],
  ['a blank in a list', '* TODO\n', true],
  ['the question of a decision', '* Decision drivers\n', true],
])('%s', (_name, body, expected) => {
  expect(mayBeArtifact(file('notes/queue.md', `# Queue\n\n## Depth\n\n${body}`))).toBe(expected);
});

test('of any other page the links, anchors and headings are known, and that it has text', () => {
  const page = pageOf(file('docs/api/queue.md', '# Queue\n\nUsers wait, see [depth](depth.md).\n\n## Depth\n'));
  expect(page.links.map((link) => link.target)).toEqual(['depth.md']);
  expect(page.sections.map(({ slug, words, says }) => ({ slug, words, says }))).toEqual([
    { slug: 'queue', words: 1, says: [] },
    { slug: 'depth', words: 0, says: [] },
  ]);
});
