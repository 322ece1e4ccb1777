import { namesTopic, type Vocabulary } from './vocabulary.ts';

/**
 * What a section of a decision record holds, the most telling first: "Decision Drivers" are constraints, "Pros and Cons
 * of the Decision" are options, although both name a decision.
 */
export const DECISION_PARTS = [
  'decision-status',
  'decision-fallback',
  'decision-options',
  'decision-constraints',
  'decision-consequences',
  'decision',
  'decision-reason',
] as const;
export type DecisionPart = (typeof DECISION_PARTS)[number];

/** Longer headings are sentences, in which a word of the list says little. */
const MAX_WORDS = 8;

/** Answers so far: the records of a log repeat the headings of its template hundreds of times. */
const answers = new WeakMap<Vocabulary, Map<string, DecisionPart | undefined>>();

/** The part of a record that a heading begins; undefined when it is none of them. */
export function decisionPartOf(vocabulary: Vocabulary, heading: string): DecisionPart | undefined {
  let known = answers.get(vocabulary);
  if (!known) {
    known = new Map();
    answers.set(vocabulary, known);
  }
  const answered = known.get(heading);
  if (answered !== undefined || known.has(heading)) return answered;
  const part =
    heading.split(/\s+/).length > MAX_WORDS
      ? undefined
      : DECISION_PARTS.find((topic) => namesTopic(vocabulary, heading, topic));
  known.set(heading, part);
  return part;
}
