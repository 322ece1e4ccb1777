import { recordStateOf } from '@shipworthy/model';
import { defineRule, vocabulary } from '@shipworthy/rule-kit';
import { isPolicy, nameOf, notInForce } from '../decision-records.ts';
import { linkForMore } from '../reading-lists.ts';
import { partsOf, type RecordPart } from '../record-sections.ts';

/** Fewer words below a heading say nothing; "We will use Redis" is a decision. */
const MIN_WORDS = 3;
/** A page of so many words that has none of the usual headings is no unfilled record. */
const MANY_WORDS = 150;
/** An option by its heading: "### Option 3" is what a decision of two words may name. */
const OPTION = /^(?:option|alternative|variant|solution|approach|proposal)s?\b/i;
/** A record that only tells what happens decides nothing. */
const INFORMS = /^\W*(?:informational|informative|for information|fyi)\b/i;
/** Headings that any page may begin with. */
const OPENING = /^(?:introduction|overview|summary|abstract|purpose|status)\b/i;

export default defineRule({
  id: 'decision/says-what-and-why',
  title: 'A decision record says what was decided and why',
  stages: ['design'],
  qualities: ['maintainability'],
  severity: 'info',
  confidence: 'high',
  preset: 'essential',
  subject: 'decision-record',
  needs: { vocabulary: vocabulary() },
  messages: {
    emptyDecision:
      "'{heading}' of {record} is empty, so nobody can tell what was decided. Write one sentence: what will be done.",
    shortDecision:
      "'{heading}' of {record} has no more than a word or two, so nobody can tell what was decided. Write one sentence: what will be done.",
    noDecision:
      '{record} has no section that says what was decided. Whoever comes later will take the problem for open. Add a Decision of one sentence.',
    noDecisions:
      '{count} records in {log} have no section that says what was decided, {record} first. Whoever comes later will take the problem for open. Add a Decision of one sentence to each.',
    emptyReason:
      "'{heading}' of {record} is empty. The reason is the only part that ages well: write two sentences on what forced the choice.",
    shortReason:
      "'{heading}' of {record} has no more than a word or two. The reason is the only part that ages well: write two sentences on what forced the choice.",
    noReason:
      '{record} does not say why. When the reason is gone nobody will notice that the decision may be reopened. Add two sentences of context.',
    noReasons:
      '{count} records in {log} do not say why, {record} first. When a reason is gone nobody will notice that the decision may be reopened. Add two sentences of context to each.',
  },
  check(record, { given, fault, gaps, skip, unknown }) {
    const { page, facts, path } = record;
    if (!page) return skip('its text is not a page');
    const state = facts.status && recordStateOf(given.vocabulary, facts.status.text);
    if (notInForce(state)) return skip(`${state}: nobody follows it any more`);
    if (facts.status && INFORMS.test(facts.status.text)) return skip('it says that it only informs');
    const parts = partsOf(page, given.vocabulary);
    if ([...parts.values()].every(({ head }) => OPENING.test(head.heading)) && total(page) >= MANY_WORDS)
      return skip('written in another shape, which is not judged');
    const decision = parts.get('decision');
    const reasons = [parts.get('decision-reason'), parts.get('decision-constraints'), parts.get('decision-options')];
    const first = page.sections.find(({ level }) => level > 0);
    const head = first ? { path, span: first.at } : { path };
    const values = { record: nameOf(record), log: facts.log === '' ? 'the root' : facts.log };
    const faults = [];
    if ([decision, ...reasons].some((part) => part?.placeholder === true && part.substance === 0))
      return skip('a placeholder; docs/no-placeholder asks for its text');
    if (facts.form === 'record' && state !== 'proposed' && !says(decision) && !namesOption(decision, page)) {
      if (decision)
        faults.push(
          fault(
            decision.substance === 0 ? 'emptyDecision' : 'shortDecision',
            { path, span: decision.head.at },
            { ...values, heading: decision.head.heading },
          ),
        );
      else if (!facts.says.decision && !isPolicy(record))
        faults.push(fault('noDecision', head, values, { cause: `${facts.log} decision`, joined: 'noDecisions' }));
    }
    if (!reasons.some(says)) {
      const empty = reasons.find((part) => part !== undefined);
      if (empty && !facts.says.reason)
        faults.push(
          fault(
            empty.substance === 0 ? 'emptyReason' : 'shortReason',
            { path, span: empty.head.at },
            { ...values, heading: empty.head.heading },
          ),
        );
      else if (!empty && !facts.says.reason && opening(page) < MIN_OPENING) {
        const more = faults.length === 0 ? linkForMore(page, given.vocabulary) : undefined;
        if (more) return unknown(`the reason may stand at ${more.target}, which is not read`, { path, span: more.at });
        faults.push(fault('noReason', head, values, { cause: `${facts.log} reason`, joined: 'noReasons' }));
      }
    }
    const evidence = [decision, ...reasons].flatMap((part) =>
      says(part) && part ? [{ path, span: part.head.at }] : [],
    );
    return gaps(faults, evidence.length > 0 ? evidence : head);
  },
});

/** A decision of a word or two beside options that have headings of their own names one of them. */
const namesOption = (
  decision: RecordPart | undefined,
  page: { readonly sections: readonly { readonly heading: string }[] },
): boolean =>
  decision !== undefined && decision.substance > 0 && page.sections.some(({ heading }) => OPTION.test(heading));

/** Words before the first part: where a record begins with its problem, that is the reason. */
const MIN_OPENING = 40;
function opening(page: { readonly sections: readonly { readonly level: number; readonly words: number }[] }): number {
  const [first, second] = page.sections;
  if (first?.level === 0) return first.words;
  return first?.level === 1 && second !== undefined ? first.words : 0;
}

const total = (page: { readonly sections: readonly { readonly words: number }[] }): number =>
  page.sections.reduce((sum, { words }) => sum + words, 0);

const says = (part: RecordPart | undefined): boolean => part !== undefined && part.substance >= MIN_WORDS;
