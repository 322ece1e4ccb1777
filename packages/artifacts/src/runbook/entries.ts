import type { DocumentFacts, RunbookEntryFacts, RunbookFacts } from '@shipworthy/model';
import { alertSections, bareName, headOf, isAlertName, namesFailure, stemOf } from './names.ts';
import { questionedSections } from './questions.ts';

/** So many headings that are names of alerts make one page several entries. */
const MIN_ENTRIES = 2;

/** A heading that a template engine fills in names nothing here. */
const TEMPLATE = /<%|\{\{/;

function aliasesOf(...names: (string | undefined)[]): string[] {
  const kept = new Set<string>();
  for (const name of names) if (name && !TEMPLATE.test(name)) kept.add(bareName(name));
  return [...kept];
}

/** `LokiRequestErrors` for "Loki Request Errors": how an alert of that name is spelled. */
function joined(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The headed parts of a collection: each alert's heading with everything below it of a deeper level. */
function headedEntries(page: DocumentFacts): RunbookEntryFacts[] {
  const entries: RunbookEntryFacts[] = [];
  const named = alertSections(page.sections);
  const alerts = new Set(named.length >= MIN_ENTRIES ? named : questionedSections(page.sections));
  for (const index of alerts) {
    const section = page.sections[index];
    if (!section) continue;
    const sections = [index];
    for (let next = index + 1; next < page.sections.length; next++) {
      const other = page.sections[next];
      if (!other || other.level <= section.level) break;
      if (alerts.has(next)) break;
      sections.push(next);
    }
    const end = page.sections[sections.at(-1) ?? index]?.body[1] ?? section.body[1];
    const name = bareName(section.heading);
    entries.push({
      name,
      aliases: aliasesOf(section.heading, joined(name)),
      slug: section.slug,
      span: [section.at[0], end],
      sections,
    });
  }
  return entries;
}

function wholePage(page: DocumentFacts, path: string, length: number): RunbookEntryFacts {
  const head = headOf(page)?.heading;
  const stem = stemOf(path);
  const title = page.frontMatter.title ?? page.title;
  const names = [stem, title, head];
  // The name an alert would find it by comes first; a sentence is a name of last resort.
  const name = names.find((candidate) => candidate !== undefined && isAlertName(candidate)) ?? title ?? head ?? stem;
  return {
    name: bareName(name),
    aliases: aliasesOf(...names),
    slug: '',
    span: [0, length],
    sections: page.sections.map((_, index) => index),
  };
}

/** The entries of a page that is a runbook. */
export function entriesOf(page: DocumentFacts, path: string, length: number): RunbookFacts {
  const headed = headedEntries(page);
  // One heading that repeats the page's own name is the page.
  if (headed.length >= MIN_ENTRIES) return { scope: 'collection', entries: headed };
  const entry = wholePage(page, path, length);
  const scope = entry.aliases.some(namesFailure) || headed.length === 1 ? 'alert' : 'service';
  return { scope, entries: [entry] };
}
