import { recordStateOf } from '@shipworthy/model';
import { all, defineRule, link, vocabulary } from '@shipworthy/rule-kit';
import { nameOf, namesSuccessor } from '../decision-records.ts';
import { contradicts, isCompatible, saysDone } from '../status-folders.ts';

/** Where fewer records than this part of the log say a status, the log does without. */
const KEPT_SHARE = 0.5;

export default defineRule({
  id: 'decision/status-honest',
  title: "A decision record's status is true",
  stages: ['design'],
  qualities: ['maintainability'],
  severity: 'warning',
  confidence: 'high',
  preset: 'essential',
  subject: 'decision-record',
  needs: {
    others: link('decision-record -> decision-record'),
    log: link('decision-record -> log'),
    vocabulary: vocabulary(),
    records: all('decision-record'),
  },
  messages: {
    dangling:
      '{record} says it is superseded by {wanted}, which does not exist. A reader will follow a decision nobody holds any more. Name the record that holds now, or change the status.',
    danglingBack:
      '{record} says it supersedes {wanted}, which does not exist. What was decided before cannot be found from here. Name the record it replaces.',
    cycle:
      '{record} is superseded by itself, over {others}: none of them is in force. Say in one of them that it holds.',
    missing:
      '{record} says no status, and {kept} of the {records} records in {log} do. Is it in force, proposed, dropped? Add the status the others use.',
    missings:
      '{count} records in {log} say no status, {record} first, and the others do. Are they in force, proposed, dropped? Add the status the others use.',
    unfilled: "The status of {record} is still the template's choice: '{status}'. Leave the word that is true.",
    unknownWord:
      "'{status}' is no status that {record} could be judged by. Use a word such as proposed, accepted, rejected, deprecated or superseded, or add yours to recordStates in the vocabulary.",
    unknownWords:
      "{count} records in {log} have a status that is not known, such as '{status}'. Use words such as proposed, accepted, rejected, deprecated or superseded, or add yours to recordStates in the vocabulary.",
    noSuccessor:
      '{record} is superseded, but does not say by what. A reader stands before a closed door. Name the record that holds now.',
    noSuccessors:
      '{count} records in {log} are superseded, but do not say by what, {record} first. A reader stands before a closed door. Name the records that hold now.',
    stillInForce:
      "{successor} supersedes {record}, which still says '{status}'. Two records now claim to be in force. Change the status to superseded and name {successor}.",
    folder:
      "{record} lies in {folder}/ and says '{status}'. One of the two is wrong: move the file or change the status.",
    folders:
      "{count} records lie in {folder}/ and say another status, such as '{status}' in {record}. One of the two is wrong: move the files or change the status.",
  },
  check(record, { given, fault, gaps, skip }) {
    const { facts, path } = record;
    const { references, supersededBy, cycle } = given.others;
    const name = nameOf(record);
    const log = facts.log === '' ? 'the root' : facts.log;
    const first = record.page?.sections.find(({ level }) => level > 0);
    const head = first ? { path, span: first.at } : { path };
    const at = facts.status ? { path, span: facts.status.at } : head;
    const faults = [];
    for (const { relation, link, at: written } of references) {
      if (link.state !== 'dangling' || link.lacks === 'anchor') continue;
      const values = { record: name, wanted: link.wanted };
      const options = { severity: 'error', discriminator: link.wanted } as const;
      if (relation === 'superseded-by') faults.push(fault('dangling', written, values, options));
      if (relation === 'supersedes') faults.push(fault('danglingBack', written, values, options));
    }
    if (cycle.length > 0) {
      const others = cycle.map((on) => on.path.slice(on.path.lastIndexOf('/') + 1)).join(' → ');
      const cause = cycle
        .map((on) => on.path)
        .sort()
        .join(' ');
      faults.push(fault('cycle', at, { record: name, others }, { severity: 'error', cause, joined: 'cycle' }));
    }
    if (!facts.status) {
      const { records, withStatus, predatesStatus, notesOn } = given.log;
      const says = references.some(({ relation }) => relation === 'superseded-by');
      if (notesOn && faults.length === 0) return skip(`notes on ${notesOn.path}, whose status is theirs`);
      if (withStatus < records * KEPT_SHARE && faults.length === 0)
        return skip('few records of this log say a status, so it does without');
      if (withStatus >= records * KEPT_SHARE && !says)
        faults.push(
          fault(
            'missing',
            head,
            { record: name, kept: withStatus, records, log },
            // Nobody goes back to what was written before there were statuses, and a folder can say it as well.
            predatesStatus || facts.statusFolder !== undefined || isOfOwnSort()
              ? { cause: `${log} ${predatesStatus ? 'early' : 'by folder'}`, joined: 'missings', severity: 'info' }
              : { cause: `${log} missing`, joined: 'missings' },
          ),
        );
      return gaps(faults, head);
    }
    const status = facts.status.text;
    const values = { record: name, status, log };
    const state = recordStateOf(given.vocabulary, status);
    if (state === 'unfilled') faults.push(fault('unfilled', at, { record: name, status }));
    if (state === undefined)
      faults.push(
        fault('unknownWord', at, values, { severity: 'info', cause: `${log} words`, joined: 'unknownWords' }),
      );
    if (state === 'superseded' && supersededBy.length === 0 && !namesSuccessor(record, given.vocabulary))
      faults.push(fault('noSuccessor', at, values, { cause: `${log} successor`, joined: 'noSuccessors' }));
    const successor = supersededBy.find(
      (claim) =>
        !claim.mentioned && claim.status !== undefined && recordStateOf(given.vocabulary, claim.status) === 'accepted',
    );
    if (state === 'accepted' && successor) {
      const other = successor.path.slice(successor.path.lastIndexOf('/') + 1);
      const related = [{ at: successor.at, message: 'says so here' }];
      faults.push(fault('stillInForce', at, { record: name, successor: other, status }, { related }));
    }
    const folder = facts.statusFolder;
    if (folder !== undefined && state !== undefined && contradicts(folder, state, status, given.vocabulary))
      faults.push(
        fault(
          'folder',
          at,
          { record: name, folder, status },
          // Where no record of the folder has the word for "carried out", the folder is that word.
          isCompatible(folder, status) && !neighbours().some((text) => saysDone(text))
            ? { severity: 'info', cause: `${log} ${folder} agreed`, joined: 'folders' }
            : { cause: `${log} ${folder}`, joined: 'folders' },
        ),
      );
    return gaps(faults, at);

    /** What the records of the same folder say their status is. */
    function neighbours(): string[] {
      const folder = folderOf(path);
      return given.records.flatMap((other) =>
        folderOf(other.path) === folder && other.facts.status ? [other.facts.status.text] : [],
      );
    }

    /** Pages in a folder below the log of which none has a status are of another sort: what differs, what is missing. */
    function isOfOwnSort(): boolean {
      const folder = folderOf(path);
      return (
        folder !== facts.log &&
        !given.records.some((other) => folderOf(other.path) === folder && other.facts.status !== undefined)
      );
    }
  },
});

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
