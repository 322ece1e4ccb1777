import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const LONG =
  'We keep outgoing mails in a table of the database and let one worker send them in order, because nobody here operates a broker.';
const OTHER =
  'Outgoing messages travel through Kafka with three partitions, where consumers of every region fetch theirs.';
const record = (decision: string, status = 'Accepted', more = '') =>
  `# 4. A queue\n\n${status === '' ? '' : `## Status\n\n${status}\n\n`}## Context\n\nMails must not be lost.\n\n## Decision\n\n${decision}\n${more}`;
const numbered = (count: number, text: (index: number) => string): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`docs/adr/000${index + 1}-a.md`, text(index)]));
const config = (immutability: string) => ({
  '.shipworthy.yaml': `rules:\n  change/decision-preserved:\n    options: { immutability: ${immutability} }\n`,
});
const other = { 'docs/adr/0009-other.md': record('We keep one mail server.').replace('A queue', 'One server') };

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'typos, links and formatting',
      files: { 'docs/adr/0004-a.md': record(LONG.replace('worker', '[worker](https://example.org/a-long-address)')) },
      base: { 'docs/adr/0004-a.md': record(LONG.replace('database', 'databse')) },
    },
    {
      name: 'text that is added',
      files: { 'docs/adr/0004-a.md': record(`${LONG}\n\n${OTHER}`) },
      base: { 'docs/adr/0004-a.md': record(LONG) },
    },
    {
      name: 'text that stands under another heading now',
      files: { 'docs/adr/0004-a.md': record('As below.', 'Accepted', `\n## Details\n\n${LONG}\n`) },
      base: { 'docs/adr/0004-a.md': record(LONG) },
    },
    {
      name: 'the status says that it no longer holds',
      files: { 'docs/adr/0004-a.md': record(OTHER, 'Deprecated') },
      base: { 'docs/adr/0004-a.md': record(LONG) },
    },
    {
      name: 'the record says that it was changed',
      files: {
        'docs/adr/0004-a.md': record(OTHER, 'Accepted', '\nUpdated on 2026-03-01: Kafka instead of a table.\n'),
      },
      base: { 'docs/adr/0004-a.md': record(LONG) },
    },
    {
      name: 'the proposal that it was goes into a file of its own',
      files: {
        'docs/adr/0004-a.md': record(OTHER),
        'docs/rfc/0009-a-queue.md': record(LONG).replace('4. A queue', 'RFC 0009: A queue'),
      },
      base: { 'docs/adr/0004-a.md': record(LONG), 'docs/rfc/0009-a-queue.md': null },
    },
    {
      name: 'a sweep over many records',
      files: numbered(5, () =>
        record(LONG.replace('a table of the database and let one worker', 'the store and have a process')),
      ),
      base: numbered(5, () => record(LONG)),
    },
    {
      name: 'two records that lie there twice',
      files: { 'docs/adr/0004-a.md': record(LONG) },
      base: { 'web/adr/0001-a.md': record(OTHER) },
    },
    {
      name: 'the log moves elsewhere, as the commit says',
      files: { 'README.md': '# Mails' },
      base: { 'docs/adr/0004-a.md': record(LONG) },
      commits: ['Move decision records to the handbook'],
    },
  ],
  gap: [
    {
      name: 'another record is made of its template',
      files: { 'docs/adr/0005-b.md': record(LONG).replace('4. A queue', '5. Letters by post') },
      base: { 'docs/adr/0004-a.md': record(LONG), 'docs/adr/0005-b.md': null },
      findings: [
        'docs/adr/0004-a.md (absent) warning 0004-a.md held and is deleted. Whoever meets the question next decides it anew, without knowing what was tried. Keep the file and set its status to superseded or deprecated.',
      ],
    },
    {
      name: 'a log without statuses',
      files: { 'docs/adr/0004-a.md': record(OTHER, '') },
      base: { 'docs/adr/0004-a.md': record(LONG, '') },
      findings: [
        'docs/adr/0004-a.md:7:1 warning 0004-a.md held and its decision now says something else: 13 of 14 words that carried it are other ones. Whoever built on it finds no trace of that. Keep the text with the status superseded, and write what holds now into a new record.',
      ],
    },
    {
      name: 'less than half of it is other words',
      files: { 'docs/adr/0004-a.md': record(`Mails go by post.\n\n${OTHER}`) },
      base: { 'docs/adr/0004-a.md': record(`${LONG}\n\n${OTHER}`) },
      findings: [
        'docs/adr/0004-a.md:11:1 info 0004-a.md held and its decision now says something else: 13 of 28 words that carried it are other ones. Whoever built on it finds no trace of that. Keep the text with the status superseded, and write what holds now into a new record.',
      ],
    },
    {
      name: 'additions count in a strict log',
      files: { 'docs/adr/0004-a.md': record(`${LONG}\n\n${OTHER}`), ...config('strict') },
      base: { 'docs/adr/0004-a.md': record(LONG) },
      findings: [
        'docs/adr/0004-a.md:11:1 warning 0004-a.md held and its decision is not what it was: 14 words were added or are other ones, and this log keeps its records as they are. Keep the text, and write what holds now into a new record.',
      ],
    },
    {
      name: 'one of many records loses nearly all of its decision',
      files: numbered(5, (index) => record(index === 2 ? OTHER : LONG.replace('order', 'sequence'))),
      base: numbered(5, () => record(LONG)),
      findings: [
        'docs/adr/0003-a.md:11:1 warning 0003-a.md held and its decision now says something else: 13 of 14 words that carried it are other ones. Whoever built on it finds no trace of that. Keep the text with the status superseded, and write what holds now into a new record.',
      ],
    },
    {
      name: 'several that are deleted are one finding, whatever may be rewritten',
      files: { ...other, ...config('off') },
      base: { 'docs/adr/0004-a.md': record(LONG), 'docs/adr/0005-b.md': record(OTHER).replace('A queue', 'Kafka') },
      findings: [
        'docs/adr/0004-a.md (absent) warning 2 decisions that held are deleted, 0004-a.md first. Whoever meets these questions next decides them anew, without knowing what was tried. Keep the files and set their status to superseded or deprecated. ×2',
      ],
    },
  ],
  skip: [
    {
      name: 'the record that a log begins with',
      files: other,
      base: { 'docs/adr/0001-record-decisions.md': record(LONG).replace('A queue', 'Record architecture decisions') },
    },
    {
      name: 'a record that takes a new number',
      files: { 'docs/adr/0007-a.md': record(LONG).replace('# 4. A queue', '# 7. The queue') },
      base: { 'docs/adr/0004-a.md': record(LONG), 'docs/adr/0007-a.md': null },
    },
    {
      name: 'a draft is written on',
      files: { 'docs/adr/0004-a.md': record(OTHER, 'Proposed') },
      base: { 'docs/adr/0004-a.md': record(LONG, 'Proposed') },
    },
    {
      name: 'the configuration lets records be rewritten',
      files: { 'docs/adr/0004-a.md': record(OTHER), ...config('off') },
      base: { 'docs/adr/0004-a.md': record(LONG) },
    },
    {
      name: 'a revert',
      files: other,
      base: { 'docs/adr/0004-a.md': record(LONG) },
      commits: ['Revert "Decide on a queue"'],
    },
    {
      name: 'a record that was superseded goes',
      files: other,
      base: { 'docs/adr/0004-a.md': record(LONG, 'Superseded by ADR-9') },
    },
    { name: 'there is no base', files: { 'docs/adr/0004-a.md': record(LONG) } },
  ],
});
