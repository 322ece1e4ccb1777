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

/** A list of phrases as it is looked for. */
interface Wanted {
  /** The phrases, each with a space behind, by their first words: of most headings no word begins any. */
  readonly byFirstWord: ReadonlyMap<string, readonly string[]>;
  /** Those of scripts without spaces. */
  readonly anywhere: readonly string[];
}

/** Made once for each list: every heading of every page is compared with it. */
const wanted = new WeakMap<readonly string[], Wanted>();

function wantedOf(phrases: readonly string[]): Wanted {
  const known = wanted.get(phrases);
  if (known) return known;
  const byFirstWord = new Map<string, string[]>();
  const anywhere: string[] = [];
  for (const phrase of phrases) {
    const words = wordsOf(phrase);
    if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words)) anywhere.push(words);
    else {
      const first = words.slice(0, `${words} `.indexOf(' '));
      const alike = byFirstWord.get(first);
      if (alike) alike.push(`${words} `);
      else byFirstWord.set(first, [`${words} `]);
    }
  }
  const made = { byFirstWord, anywhere };
  wanted.set(phrases, made);
  return made;
}

/** A text as it is compared. */
interface Compared {
  readonly text: string;
  /** Its words in lower case, with a space behind each. */
  readonly plain: string;
  readonly words: readonly { readonly word: string; readonly at: number }[];
  /** It may hold ideographs or kana. */
  readonly ideographic: boolean;
}

/** Han, kana and all that stands behind them in Unicode. */
const MAYBE_IDEOGRAPH = /[\u2e80-\uffff]/;

/** The text asked about last: a heading is asked for one topic after the other. */
let latest: Compared = { text: '', plain: ' ', words: [], ideographic: false };

function comparedOf(text: string): Compared {
  if (latest.text !== text) {
    const plain = `${wordsOf(text.toLowerCase())} `;
    const words: Compared['words'][number][] = [];
    for (let at = 0; at < plain.length; ) {
      const end = plain.indexOf(' ', at);
      words.push({ word: plain.slice(at, end), at });
      at = end + 1;
    }
    latest = { text, plain, words, ideographic: MAYBE_IDEOGRAPH.test(plain) };
  }
  return latest;
}

/** Does the text name the topic? Phrases match as whole words; ideographic ones as substrings. */
export function namesTopic(vocabulary: Vocabulary, text: string, topic: HeadingTopic): boolean {
  const { plain, words, ideographic } = comparedOf(text);
  const { byFirstWord, anywhere } = wantedOf(vocabulary.headings[topic]);
  return (
    words.some(({ word, at }) => byFirstWord.get(word)?.some((phrase) => plain.startsWith(phrase, at)) === true) ||
    (ideographic && anywhere.some((phrase) => plain.includes(phrase)))
  );
}
