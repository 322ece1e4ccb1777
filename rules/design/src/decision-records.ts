import { decisionPartOf, type RecordState } from '@shipworthy/model';
import type { SubjectMap, Vocabulary } from '@shipworthy/rule-kit';

/** `docs/adr/0012-use-redis.md` by its file, a record with a page of its own folder by that folder. */
export function nameOf({ path }: SubjectMap['decision-record']): string {
  const segments = path.split('/');
  const file = segments.pop() ?? path;
  return /^(?:readme|index)\./i.test(file) ? (segments.pop() ?? file) : file;
}

/** Nobody follows the decision any more, so that its text asks for no more care. */
export const notInForce = (state: RecordState | 'unfilled' | undefined): boolean =>
  state === 'rejected' || state === 'deprecated' || state === 'superseded';

/** More words below a status explain it. */
const MAX_BARE_WORDS = 12;

/** "Replaced with the guide on migrations": the status itself says by what, in the languages that statuses come in. */
const SAYS_BY_WHAT = /\b(?:by|with|in favou?r of|durch|par|por|door|av|af)\s+(?!tbd\b|todo\b|\?)\S/i;

/** A superseded record leads on: by a reference, in its status, or by a link or an explanation below that. */
export function namesSuccessor({ facts, page }: SubjectMap['decision-record'], vocabulary: Vocabulary): boolean {
  if (facts.references.some(({ relation }) => relation === 'superseded-by' || relation === 'amended-by')) return true;
  const { status } = facts;
  if (!page || !status) return false;
  if (SAYS_BY_WHAT.test(status.text)) return true;
  // The front matter has the word; a section of that name may have the sentence on it.
  return page.sections.some(
    ({ at, body, level, heading, links, words }) =>
      level > 1 &&
      ((at[0] <= status.at[0] && status.at[0] < body[1]) ||
        decisionPartOf(vocabulary, heading) === 'decision-status') &&
      (links > 0 || words > MAX_BARE_WORDS),
  );
}

/** The record that tools begin a log with. */
const ABOUT_THE_LOG =
  /\b(?:record|use|keep|adopt|document)\b.{0,40}\b(?:architectur(?:e|al) decisions?|decision records?|adrs?|madr)\b/i;

export const isAboutTheLog = ({ artifact }: SubjectMap['decision-record']): boolean =>
  ABOUT_THE_LOG.test(artifact.title ?? '');

/** What the whole page lays down is the decision: a policy needs no section of that name. */
const LAYS_DOWN = /\b(?:polic(?:y|ies)|guidelines?|standards?|principles|conventions)\s*$/i;

export const isPolicy = ({ page, artifact }: SubjectMap['decision-record']): boolean =>
  LAYS_DOWN.test(page?.sections.find(({ level }) => level > 0)?.heading ?? artifact.title ?? '');
