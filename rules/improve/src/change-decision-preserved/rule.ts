import { type RecordState, recordStateOf } from '@shipworthy/model';
import type { Artifact, SubjectMap, Vocabulary } from '@shipworthy/rule-kit';
import { all, allBefore, base, content, defineRule, link, option, saidLines, vocabulary } from '@shipworthy/rule-kit';
import { rewrittenPart } from '../decision-edits.ts';
import { wordsOf } from '../lost-words.ts';

/** More records edited at once are a sweep: a linter of prose, a new template, a new host name. */
const MAX_EDITED = 4;
/** A log of which fewer records than this part say a status does without. */
const KEPT_SHARE = 0.5;
/** What a record says of an edit that it wants to be seen: a section or a line with a day. */
const DATED_NOTE =
  /\b(?:amend|updat|revis|chang|edit|addend|errat|supersed)\w*\b[^\n]{0,40}\b(?:19|20)\d\d\b|^#+\s.*\b(?:amendments?|updates?|revisions?|change ?log|addendum|errata|history)\b/gim;
/** The record that tools begin a log with. */
const ABOUT_THE_LOG = /\b(?:record|use|keep|adopt|document)\b.{0,40}\b(?:decisions?|decision records?|adrs?|madr)\b/i;
/** "Move the records to the handbook". */
const MOVED_AWAY =
  /\b(?:mov|migrat|relocat|transfer|export)\w*\b.*\b(?:adrs?|decisions?|records?|docs?|documentation)\b|\b(?:adrs?|decisions?|records?|docs?|documentation)\b.*\b(?:mov|migrat|relocat|transfer)\w*\b/i;

export default defineRule({
  id: 'change/decision-preserved',
  title: 'What was decided stays readable when it is decided anew',
  stages: ['improve'],
  qualities: ['maintainability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'decision-record',
  when: ['changed', 'removed'],
  needs: {
    before: base(),
    text: content(),
    change: link('repository -> change'),
    records: allBefore('decision-record'),
    recordsNow: all('decision-record'),
    vocabulary: vocabulary(),
    immutability: option({
      type: 'enum',
      values: ['strict', 'refine', 'off'],
      default: 'refine',
      describe:
        'What may be edited in an accepted record: `refine` lets text be added, `strict` lets only typos be mended, `off` lets everything be rewritten; removal is told in any case',
    }),
  },
  messages: {
    removed:
      '{record} held and is deleted. Whoever meets the question next decides it anew, without knowing what was tried. Keep the file and set its status to superseded or deprecated.',
    removeds:
      '{count} decisions that held are deleted, {record} first. Whoever meets these questions next decides them anew, without knowing what was tried. Keep the files and set their status to superseded or deprecated.',
    rewritten:
      '{record} held and its {part} now says something else: {changed} of {words} words that carried it are other ones. Whoever built on it finds no trace of that. Keep the text with the status superseded, and write what holds now into a new record.',
    extended:
      '{record} held and its {part} is not what it was: {changed} words were added or are other ones, and this log keeps its records as they are. Keep the text, and write what holds now into a new record.',
  },
  check(record, { given, gaps, fault, pass, skip }) {
    const { change, records, before } = given;
    if (!change) return skip('there is no change');
    const { path } = record;
    const file = change.files.find((one) => one.path === path);
    if (saidLines(change.words).some(({ text, subject }) => subject && /^revert\b/i.test(text)))
      return skip('the change takes back another');
    const held = holds(before ?? record, records, given.vocabulary);
    if (held !== undefined) return skip(held);
    const name = fileOf(path);
    const target = change.files.find((one) => one.from === path)?.path;
    const successor = given.recordsNow.find((one) => one.path === target);
    // A new record made from the template of the old one looks like that, moved and edited.
    if (file?.state === 'removed' || (successor && !isAlike(titleOf(record), titleOf(successor)))) {
      const title = titleOf(record);
      if (ABOUT_THE_LOG.test(record.artifact.title ?? '')) return skip('it only says that records are kept');
      const twin = given.recordsNow.find((one) => one.path !== path && titleOf(one).join(' ') === title.join(' '));
      if (twin) return pass({ path: twin.path }, 'a record of the same title is there');
      const moved = saidLines(change.words).find(({ text }) => MOVED_AWAY.test(text));
      if (moved) return pass(record.at(), `${moved.where} says where it went: ${moved.text.trim()}`);
      const options = { cause: 'removed', joined: 'removeds', discriminator: 'removed' } as const;
      return gaps([fault('removed', { path, absent: true }, { record: name }, options)], record.at());
    }
    if (!before || file === undefined) return skip('its file is as it was');
    if (given.immutability === 'off') return skip('the configuration lets records be rewritten');
    const state = stateOf(record, given.vocabulary);
    if (state === 'superseded' || state === 'deprecated' || state === 'rejected')
      return pass(record.at(), `its status says so: ${record.facts.status?.text}`);
    const noted = notesOf(given.text.after) > notesOf(given.text.before);
    if (noted) return pass(record.at(), 'the record says that it was changed');
    const edited = change.files.filter((one) => records.some((other) => other.path === (one.from ?? one.path))).length;
    const rewritten = rewrittenPart(before, record, given.text, {
      vocabulary: given.vocabulary,
      bulk: edited > MAX_EDITED,
      additions: given.immutability === 'strict',
    });
    if (!rewritten) return pass(record.at(), 'it still says what it said');
    const isNew = ({ path: other }: Titled): boolean =>
      change.files.some((one) => one.path === other && one.state === 'added');
    const copy = given.recordsNow.find((one) => isNew(one) && isAlike(titleOf(record), titleOf(one)));
    if (copy) return pass({ path: copy.path }, 'a record of the same title came along');
    const { at, words, changed, mostly } = rewritten;
    if (given.immutability === 'strict')
      return gaps([fault('extended', at, { record: name, part: rewritten.name, changed })], record.at());
    const options = mostly ? {} : ({ severity: 'info' } as const);
    return gaps([fault('rewritten', at, { record: name, part: rewritten.name, words, changed }, options)], record.at());
  },
});

/** Of the page, or of its file; without numbers. */
const titleOf = (record: Titled): string[] => {
  const title = 'artifact' in record ? record.artifact.title : record.title;
  return wordsOf(title ?? fileOf(record.path)).filter((word) => !/^\d+$/.test(word));
};
type Titled = SubjectMap['decision-record'] | Artifact<'decision-record'>;
const NEARLY_ALL = 0.75;
/** Nearly all words of the shorter title are in the other. */
function isAlike(one: readonly string[], other: readonly string[]): boolean {
  const shared = one.filter((word) => other.includes(word)).length;
  return shared >= NEARLY_ALL * Math.min(one.length, other.length);
}

const fileOf = (path: string): string => {
  const segments = path.split('/');
  const file = segments.pop() ?? path;
  return /^(?:readme|index)\./i.test(file) ? (segments.pop() ?? file) : file;
};
const notesOf = (text = ''): number => text.match(DATED_NOTE)?.length ?? 0;

type Standing = Pick<SubjectMap['decision-record'], 'facts'>;
const stateOf = ({ facts }: Standing, words: Vocabulary): RecordState | 'unfilled' | undefined =>
  facts.status && recordStateOf(words, facts.status.text);

/** Why a record of the base was not in force; undefined where it was. */
function holds(
  record: Standing,
  records: readonly Artifact<'decision-record'>[],
  words: Vocabulary,
): string | undefined {
  const { facts } = record;
  if (facts.form === 'proposal') return 'a proposal is written on';
  const state = stateOf(record, words);
  if (state !== undefined) return state === 'accepted' ? undefined : `it was ${state}`;
  if (facts.status) return `its status was '${facts.status.text}'`;
  const log = records.filter((other) => other.facts.log === facts.log && other.facts.form === 'record');
  const kept = log.filter((other) => other.facts.status !== undefined).length;
  return kept < KEPT_SHARE * log.length ? undefined : 'it said no status, and others of the log do';
}
