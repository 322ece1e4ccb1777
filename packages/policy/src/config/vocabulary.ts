import type { HeadingTopic, Vocabulary } from '@shipworthy/model';
import type { RawConfig } from './raw.ts';

type Added = NonNullable<RawConfig['vocabulary']>;
type Words = readonly string[];

/** The default words and the local ones, local ones first: where an order decides, the local word wins. */
export function mergedVocabulary(defaults: Vocabulary, layers: readonly Added[]): Vocabulary {
  if (layers.every((layer) => Object.keys(layer).length === 0)) return defaults;
  const added = (key: string): Words => layers.toReversed().flatMap((layer) => listOf(layer[key]));
  const headings = Object.entries(defaults.headings).map(([topic, words]) => [
    topic,
    withLocal(
      words,
      layers.flatMap(({ headings: own }) => (isTopics(own) ? (own[topic] ?? []) : [])),
    ),
  ]);
  const lists = Object.entries(defaults)
    .filter(([key]) => key !== 'headings')
    .map(([key, words]) => [key, withLocal(listOf(words), added(key))]);
  return {
    ...defaults,
    ...(Object.fromEntries(lists) as Omit<Vocabulary, 'headings'>),
    headings: Object.fromEntries(headings) as Readonly<Record<HeadingTopic, Words>>,
  };
}

const isTopics = (value: Added[string] | undefined): value is Readonly<Record<string, Words>> =>
  value !== undefined && !Array.isArray(value);
const listOf = (value: unknown): Words => (Array.isArray(value) ? value : []);

/** Words are looked for in lower case in most places, as they stand in others. */
const withLocal = (words: Words, local: Words): Words => [
  ...new Set([...local.flatMap((word) => [word, word.toLowerCase()]), ...words]),
];
