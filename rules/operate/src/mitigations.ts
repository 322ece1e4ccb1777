import {
  namesTopic,
  type Place,
  type RunbookEntrySubject,
  type SectionFacts,
  type Vocabulary,
} from '@shipworthy/model';
import { deedOf } from './deeds.ts';
import { codedSections, total, withSubsections } from './entry-sections.ts';

/** A mitigation of fewer words than this, without a command, steps or a link, is a wish (catalogue of rules). */
export const MITIGATION_WORDS = 12;

/** The sections about stopping the harm, each with those below it; the entry's own heading is none. */
export function mitigationsOf({ parts, name }: RunbookEntrySubject, vocabulary: Vocabulary): readonly SectionFacts[][] {
  return parts.flatMap((part, index) =>
    part.heading !== '' && part.heading !== name && namesTopic(vocabulary, part.heading, 'mitigation')
      ? [[...withSubsections(parts, index)]]
      : [],
  );
}

/** Something to do: a deed, or a mitigation told at some length or in code. */
export function thingToDo(entry: RunbookEntrySubject, vocabulary: Vocabulary): Place | undefined {
  const deed = deedOf(entry);
  if (deed) return deed;
  const coded = codedSections(entry);
  const told = mitigationsOf(entry, vocabulary).find(
    (sections) => total(sections, 'words') >= MITIGATION_WORDS || sections.some((section) => coded.has(section)),
  )?.[0];
  return told && { path: entry.path, span: told.at };
}

/** Neither anything to do nor a word or a blank where it would stand. */
export const givesNothing = (entry: RunbookEntrySubject, vocabulary: Vocabulary): boolean =>
  thingToDo(entry, vocabulary) === undefined &&
  !mitigationsOf(entry, vocabulary).some((sections) => total(sections, 'words') > 0) &&
  entry.parts.every((part) => part.placeholder === undefined);
