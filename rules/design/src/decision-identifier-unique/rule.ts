import { defineRule, link } from '@shipworthy/rule-kit';
import { nameOf } from '../decision-records.ts';

export default defineRule({
  id: 'decision/identifier-unique',
  title: 'A decision record can be told by its number',
  stages: ['design'],
  qualities: ['maintainability'],
  severity: 'warning',
  confidence: 'high',
  preset: 'recommended',
  subject: 'decision-record',
  needs: { log: link('decision-record -> log') },
  messages: {
    shared:
      "{files} share the number {number}, so 'see {number}' is ambiguous. Renumber the newer one and what links to it.",
    heading:
      '{record} is titled {written}, so it goes by two numbers. Whoever is sent to one of them finds the other record. Make the heading and the file name agree.',
    headings:
      '{count} records in {log} go by two numbers, {record} first, which is titled {written}. Make the headings and the file names agree.',
    unlisted:
      '{index} lists the records beside it, but not {record}. Whoever starts there will not find it. Add the line.',
    unlisteds:
      '{index} lists the records beside it, but leaves out {count}, {record} first. Whoever starts there will not find them. Add the lines.',
  },
  check(record, { given, fault, gaps, skip }) {
    const { facts, path } = record;
    const { sharing, index } = given.log;
    const { number, headingNumber, series } = facts;
    if (!number && !index) return skip('goes by its name, not by a number');
    const first = record.page?.sections.find(({ level }) => level > 0);
    const at = first ? { path, span: first.at } : { path };
    const name = nameOf(record);
    const faults = [];
    // Proposals go by the number of an issue, which may be split in two.
    if (number && facts.form === 'record' && sharing && sharing[0] !== path && !isCompanion(sharing)) {
      const files = sharing.map((other) => other.slice(series === '' ? 0 : series.length + 1)).join(' and ');
      const related = sharing.filter((other) => other !== path).map((other) => ({ at: { path: other } }));
      const values = { files, number: number.text };
      faults.push(fault('shared', at, values, { cause: `${series} ${number.key}`, joined: 'shared', related }));
    }
    if (number && headingNumber && digitsOf(number.key) !== digitsOf(headingNumber.key)) {
      const values = { record: name, written: headingNumber.text, log: series === '' ? 'the root' : series };
      faults.push(
        fault('heading', { path, span: headingNumber.at }, values, { cause: `${series} headings`, joined: 'headings' }),
      );
    }
    if (index && !index.lists && index.at.path !== path) {
      const values = { index: index.at.path, record: name };
      const related = [{ at: index.at, message: 'the list' }];
      faults.push(
        fault('unlisted', at, values, { severity: 'info', cause: index.at.path, joined: 'unlisteds', related }),
      );
    }
    return gaps(faults, at);
  },
});

const digitsOf = (key: string): string => key.slice(key.lastIndexOf('-') + 1);

/** One name continues the other: `0012-queues.md` and `0012-queues-appendix.md` are one record in two files. */
function isCompanion(files: readonly string[]): boolean {
  const stems = files.map((path) => path.replace(/(?:\/(?:readme|index))?\.[a-z]+$/i, '').toLowerCase());
  const shortest = stems.reduce((short, stem) => (stem.length < short.length ? stem : short), stems[0] ?? '');
  return stems.every((stem) => stem.startsWith(shortest));
}
