import type { HeadingTopic } from './headings/index.ts';
import type { RecordState } from './record-status.ts';

/**
 * Local words: which labels page, which annotation names a runbook, how headings are spelled. Data, so that a
 * configuration can extend it; the defaults are what public repositories were seen to use.
 */
export interface Vocabulary {
  /** Values of the severity label that wake a person. */
  readonly pagingSeverities: readonly string[];
  /** Other known values of the severity label. */
  readonly quietSeverities: readonly string[];
  /** Labels that hold the severity, first found wins. */
  readonly severityLabels: readonly string[];
  /** Labels (or folder owners) that name a team. */
  readonly ownerLabels: readonly string[];
  /** Annotations that describe. */
  readonly descriptionAnnotations: readonly string[];
  /** Annotations that hold the link to a runbook. */
  readonly runbookAnnotations: readonly string[];
  /** Annotations that hold the instructions themselves. */
  readonly actionAnnotations: readonly string[];
  /** Alerts that fire on purpose (dead man's switches and inhibitors): lower case. */
  readonly deliberateAlerts: readonly string[];
  /** Receivers that are silent on purpose: lower case. */
  readonly silentReceivers: readonly string[];
  /** Words, lower case, by which decision records give their standing. */
  readonly recordStates: Readonly<Record<RecordState, readonly string[]>>;
  /** Headings, lower case, by what the section answers; matched as whole phrases inside a heading. */
  readonly headings: Readonly<Record<HeadingTopic, readonly string[]>>;
}

/** What whoever is paged needs to know. */
export const PAGER_QUESTIONS = ['meaning', 'impact', 'diagnosis', 'mitigation'] as const;
export type PagerQuestion = (typeof PAGER_QUESTIONS)[number];

/** The words of a text, one space between them. */
function wordsOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** A list of phrases as it is looked for, made once for each list: every heading of every page is compared with it. */
const wanted = new WeakMap<readonly string[], readonly string[]>();

function wantedOf(phrases: readonly string[]): readonly string[] {
  const known = wanted.get(phrases);
  if (known) return known;
  const made = phrases.map((phrase) => {
    const words = wordsOf(phrase);
    return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words) ? words : ` ${words} `;
  });
  wanted.set(phrases, made);
  return made;
}

/** The text asked about last, as it is compared: a heading is asked for one topic after the other. */
let latest = { text: '', plain: '  ' };

function plainOf(text: string): string {
  if (latest.text !== text) latest = { text, plain: ` ${wordsOf(text.toLowerCase())} ` };
  return latest.plain;
}

/** Does the text name the topic? Phrases match as whole words; ideographic ones as substrings. */
export function namesTopic(vocabulary: Vocabulary, text: string, topic: HeadingTopic): boolean {
  const plain = plainOf(text);
  return wantedOf(vocabulary.headings[topic]).some((words) => plain.includes(words));
}
