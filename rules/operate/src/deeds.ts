import type { Place, RunbookEntrySubject, SectionFacts } from '@shipworthy/model';
import { total } from './entry-sections.ts';
import { helpfulLinks } from './helpful-links.ts';

/** The first thing of an entry that one can do: a command, a step, prose that tells to do something, a link to go to. */
export function deedOf(entry: RunbookEntrySubject): Place | undefined {
  const part = entry.parts.find(holdsDeed);
  if (part) return { path: entry.path, span: part.at };
  const [link] = helpfulLinks(entry);
  return link && { path: entry.path, span: link.at };
}

/** Words for looking stand in any table of descriptions; only prose that uses them tells somebody to look. */
const holdsDeed = ({ commands, steps, says, tableRows }: SectionFacts): boolean =>
  commands > 0 || steps > 0 || says.includes('mitigation') || (says.includes('diagnosis') && tableRows === 0);

/** What people call a page that tells what to do, in an address or in the text of a link. */
const RUNBOOK_WORD = /\b(?:run-?books?|play-?books?|sops?|troubleshooting)\b/i;

/** A link to the entry's real runbook, kept elsewhere: "Runbook: [link](https://...)". */
export function runbookElsewhere(entry: RunbookEntrySubject): Place | undefined {
  const found = helpfulLinks(entry).find(({ target, text }) => RUNBOOK_WORD.test(text) || RUNBOOK_WORD.test(target));
  return found && { path: entry.path, span: found.at };
}

/** "See the handbook of the data team, chapter three": about so many words lead elsewhere and say nothing themselves. */
const POINTER_WORDS = 20;

/** The entry says no more than where the answer stands. */
export const isPointer = (entry: RunbookEntrySubject): boolean =>
  helpfulLinks(entry).length > 0 &&
  total(entry.parts, 'words') <= POINTER_WORDS &&
  total(entry.parts, 'commands') + total(entry.parts, 'steps') === 0;
