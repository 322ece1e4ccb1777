import { describe, expect, test } from '@jest/globals';
import type { AlertFacts, Link } from '@shipworthy/model';
import { alert, alertSubject, artifact, contextOf, manifest, page, rules } from '../testing/facts.ts';
import { alertRunbook } from './relation.ts';

const entry = (name: string, slug = '') => ({ name, aliases: [], slug, span: [100, 200] as const, sections: [1] });
const RUNBOOK = 'docs/runbooks/queue.md';
const FILES = [
  manifest('go.mod', { ecosystem: 'go', name: 'github.com/acme/shop', command: true }),
  artifact('document', RUNBOOK, page(['# Queue', '## Queue depth high'], [], {})),
  artifact('runbook', RUNBOOK, { scope: 'collection', entries: [entry('Queue depth high', 'queue-depth-high')] }),
  artifact('runbook', 'content/runbooks/node/NodeDown.md', { scope: 'alert', entries: [entry('NodeDown')] }),
];

function follow(annotations: Record<string, string>, more: Partial<AlertFacts> = {}): Link {
  const file = rules('monitoring/rules.yml', [alert('QueueDepthHigh', { annotations, ...more })]);
  return alertRunbook.build(contextOf([...FILES, file]))(alertSubject(file));
}
const own = 'https://github.com/acme/shop/blob/main';

describe('an alert that names its runbook', () => {
  test.each([
    [`${own}/${RUNBOOK}#queue-depth-high`, 'declared link'],
    [`See ${own}/${RUNBOOK}.`, 'declared link'],
    [`[runbook](${own}/${RUNBOOK})`, 'declared link'],
    [RUNBOOK, 'declared link'],
    [`../${RUNBOOK}#queue-depth-high`, 'declared link'],
    [`${own}/docs/runbooks`, 'declared link'],
    ['https://runbooks.acme.dev/runbooks/node/nodedown/', 'published page'],
    ['https://runbooks.acme.dev/runbooks/node/nodedown.html#fix', 'published page'],
    [`${own}/docs/runbooks/{{ $labels.queue }}.md`.replace('{{ $labels.queue }}', 'queue'), 'declared link'],
  ])('%s resolves by %s', (runbook_url, how) => {
    expect(follow({ runbook_url })).toMatchObject({ state: 'resolved', how });
  });
  test('a label the rule fixes is filled in', () => {
    expect(
      follow({ runbook_url: `${own}/docs/runbooks/{{ $labels.queue }}.md` }, { labels: { queue: 'queue' } }),
    ).toMatchObject({ state: 'resolved', to: { path: RUNBOOK } });
  });
  test('the annotation may be spelled otherwise, and the first that is a link counts', () => {
    expect(follow({ runbook: 'restart the worker', Runbook_URL: RUNBOOK })).toMatchObject({ state: 'resolved' });
    expect(follow({ runbook_url: 'TODO', documentation: RUNBOOK })).toMatchObject({ state: 'resolved' });
  });

  test.each([
    [`${own}/docs/runbooks/gone.md`, 'file'],
    [`${own}/${RUNBOOK}#alert-name-queuedepthhigh`, 'anchor'],
    ['docs/runbooks/gone.md', 'file'],
    [`${own}/docs/gone/{{ $labels.queue }}.md`, 'file'],
    ['TODO', 'placeholder'],
    ['tbd.', 'placeholder'],
    ['', 'placeholder'],
    ['<runbook url>', 'placeholder'],
    ['https://wiki.acme.dev/Operations#TODO', 'placeholder'],
    ['https://wiki.acme.dev/TBD/', 'placeholder'],
  ])('%j dangles: no %s', (runbook_url, lacks) => {
    expect(follow({ runbook_url })).toMatchObject({ state: 'dangling', wanted: runbook_url, lacks });
  });
  test("an empty promise names the runbook that has the alert's name", () => {
    expect(follow({ runbook_url: 'TODO' })).toMatchObject({ nearest: RUNBOOK });
  });

  test.each([
    'https://wiki.acme.dev/x',
    'https://wiki.acme.dev/how/to/todo',
    'wiki.acme.dev/x',
    'https://github.com/other/shop/blob/main/gone.md',
    'https://github.com/acme/shop/blob/v1.2/gone.md',
    `${own}/docs/runbooks/{{ $labels.queue }}.md`,
    `${own}/${RUNBOOK}#{{ $labels.queue }}`,
    '{{ $externalURL }}/runbooks/x',
    'Some/Wiki-Page',
  ])('%s is unknown', (runbook_url) => {
    expect(follow({ runbook_url })).toMatchObject({ state: 'unknown' });
  });
  test('a value that the file leaves to a template is unknown', () => {
    expect(follow({}, { templated: ['annotations.runbook_url'] })).toMatchObject({ state: 'unknown' });
  });
});

describe('an alert that names none', () => {
  test('a runbook of equal name is found, and told apart', () => {
    expect(follow({ summary: 'x' })).toMatchObject({ state: 'resolved', how: 'equal name', to: { span: [100, 200] } });
  });
  test.each([{}, { runbook: 'Restart the worker and wait for the queue to drain.' }, { link: 'N/A' }])(
    '%j is missing',
    (annotations) => {
      expect(follow(annotations, { name: 'Other' })).toEqual({ state: 'missing' });
    },
  );
});
