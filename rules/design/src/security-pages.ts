import type { Artifact, HeadingTopic, Place, Vocabulary } from '@shipworthy/model';
import { namesTopic } from '@shipworthy/model';

/** Pages that tell about a subject in general, or to assistants, and none of this system. */
const ELSEWHERE =
  /(?:^|\/)(?:blogs?|posts?|_posts|news|articles?|skills|agents|prompts|instructions|templates?|adrs?|proposals?|change-?logs?|release-?notes)\//i;
const LOG = /(?:^|\/)(?:changelog|changes|history|releases?)[^/]*$/i;
/** A heading above less than this holds nothing but a promise. */
const MIN_WORDS = 3;

/** The first headed part of a page that is about the topic and says something. */
export function partAbout(
  documents: readonly Artifact<'document'>[],
  vocabulary: Vocabulary,
  topic: HeadingTopic,
): Place | undefined {
  for (const { path, facts } of documents) {
    if (ELSEWHERE.test(path) || LOG.test(path)) continue;
    for (const section of facts.sections) {
      if (section.level === 0 || section.placeholder !== undefined) continue;
      const length = section.body[1] - section.body[0];
      const says = section.words >= MIN_WORDS || section.links > 0 || length > 60;
      if (says && namesTopic(vocabulary, section.heading, topic)) return { path, span: section.at };
    }
  }
  return undefined;
}
