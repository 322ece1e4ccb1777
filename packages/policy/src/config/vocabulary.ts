import type { Vocabulary } from '@shipworthy/model';
import type { RawConfig } from './raw.ts';

type Added = NonNullable<RawConfig['vocabulary']>;
type Words = readonly string[];
type Topics = Readonly<Record<string, Words>>;

/** The default words and the local ones, local ones first: where an order decides, the local word wins. */
export function mergedVocabulary(defaults: Vocabulary, layers: readonly Added[]): Vocabulary {
  if (layers.every((layer) => Object.keys(layer).length === 0)) return defaults;
  const merged = Object.entries(defaults).map(([key, known]: [string, Words | Topics]) => {
    const local = layers.toReversed().flatMap((layer) => entriesOf(layer[key]));
    return [key, isList(known) ? withLocal(known, local.filter(isWord)) : topicsWithLocal(known, local)];
  });
  return { ...defaults, ...(Object.fromEntries(merged) as Partial<Vocabulary>) };
}

/** The words of a list; topics as one entry. */
const entriesOf = (added: Words | Topics | undefined): readonly (string | Topics)[] =>
  added === undefined ? [] : isList(added) ? added : [added];

const isList = (words: Words | Topics): words is Words => Array.isArray(words);
const isWord = (word: string | Topics): word is string => typeof word === 'string';

function topicsWithLocal(known: Topics, local: readonly (string | Topics)[]): Topics {
  const added = local.filter((entry): entry is Topics => !isWord(entry));
  return Object.fromEntries(
    Object.entries(known).map(([topic, words]) => [
      topic,
      withLocal(
        words,
        added.flatMap((topics) => topics[topic] ?? []),
      ),
    ]),
  );
}

/** Words are looked for in lower case in most places, as they stand in others. */
const withLocal = (words: Words, local: Words): Words => [
  ...new Set([...local.flatMap((word) => [word, word.toLowerCase()]), ...words]),
];
