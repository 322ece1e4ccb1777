import { expect, test } from '@jest/globals';
import { alert, artifact, contextOf, page, rules, runbookSubject } from '../testing/facts.ts';
import { runbookReferrer } from './relation.ts';

const text = page(['# Restore']);
const runbook = (path: string, name: string) =>
  artifact('runbook', path, {
    scope: 'alert',
    entries: [{ name, aliases: [], slug: '', span: [0, 9], sections: [0] }],
  });

test.each([
  [
    'a page links to it',
    'run/restore.md',
    artifact('document', 'README.md', page(['# A'], ['run/restore.md'])),
    'link of a page',
  ],
  [
    'a page links to its folder',
    'run/restore.md',
    artifact('document', 'README.md', page(['# A'], ['run/'])),
    'link of a page',
  ],
  [
    'an alert links to it',
    'run/restore.md',
    rules('r.yml', [alert('A', { annotations: { runbook_url: 'run/restore.md' } })]),
    'link of an alert',
  ],
  ['an alert has its name', 'run/restore.md', rules('r.yml', [alert('RestoreNeeded')]), 'alert of equal name'],
  ['it is the page of its folder', 'run/README.md', rules('r.yml', []), 'page of its folder'],
])('%s', (_, path, from, how) => {
  const subject = runbook(path, 'Restore needed');
  expect(runbookReferrer.build(contextOf([subject, from]))(runbookSubject(subject, text))).toMatchObject({
    state: 'resolved',
    how,
  });
});

test.each([
  ['nothing leads to it', [], 'missing'],
  ['a site has a navigation of its own', ['mkdocs.yml'], 'unknown'],
])('%s', (_, others, state) => {
  const subject = runbook('docs/restore.md', 'Restore');
  const itself = artifact('document', 'docs/restore.md', page(['# R'], ['restore.md']));
  expect(runbookReferrer.build(contextOf([subject, itself], others))(runbookSubject(subject, text))).toMatchObject({
    state,
  });
});
