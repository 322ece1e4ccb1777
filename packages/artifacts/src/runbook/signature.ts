import type { DocumentFacts, PagerQuestion } from '@shipworthy/model';
import { PAGER_QUESTIONS } from '@shipworthy/model';
import { alertSections, headOf, isAlertName, namesFailure, stemOf } from './names.ts';
import { asks, asksStrongly, questionedSections } from './questions.ts';

/** What a page's content says of its being a runbook. */
export interface Signature {
  /** Pager questions that headings ask in words hardly used elsewhere. */
  readonly strong: ReadonlySet<PagerQuestion>;
  /** Pager questions that headings ask in any words. */
  readonly asked: ReadonlySet<PagerQuestion>;
  /** Pager questions that prose answers. */
  readonly said: ReadonlySet<string>;
  /** The page is named after a failure or an alert. */
  readonly failure: boolean;
  /** The page's file, title or first heading is the name of an alert. */
  readonly namesAlert: boolean;
  /** Headings that are names of alerts. */
  readonly alerts: readonly number[];
  /** Headings with pager questions below them, when there are several. */
  readonly failures: number;
  readonly commands: number;
  readonly steps: number;
  readonly words: number;
  /** Names of alerts in tables or lists of a page without headings for them. */
  readonly listed: number;
}

function countListedAlerts(text: string): number {
  const names = new Set<string>();
  for (const match of text.matchAll(/^\|\s*`?([A-Z][A-Za-z0-9]{7,80})`?\s*\|/gm))
    if (match[1] && isAlertName(match[1])) names.add(match[1]);
  return names.size;
}

/** Pager questions that headings ask in words hardly used elsewhere. */
export function strongQuestions(page: DocumentFacts): Set<PagerQuestion> {
  const strong = new Set<PagerQuestion>();
  for (const { heading } of page.sections)
    for (const question of PAGER_QUESTIONS) if (asksStrongly(heading, question)) strong.add(question);
  return strong;
}

/** Reads the signature of a page at `path`. */
export function signatureOf(page: DocumentFacts, path: string, text: string): Signature {
  const strong = strongQuestions(page);
  const asked = new Set<PagerQuestion>();
  const said = new Set<string>();
  const alerts = alertSections(page.sections);
  const failures = questionedSections(page.sections).length;
  let [commands, steps, words] = [0, 0, 0];
  page.sections.forEach((section) => {
    commands += section.commands;
    steps += section.steps;
    words += section.words;
    for (const name of section.says) said.add(name);
    if (section.heading === '') return;
    for (const question of PAGER_QUESTIONS) if (asks(section.heading, question)) asked.add(question);
  });
  const names = [stemOf(path), page.title ?? '', headOf(page)?.heading ?? ''];
  const failure = names.some(namesFailure);
  const namesAlert = names.some(isAlertName);
  const listed = alerts.length > 1 ? 0 : countListedAlerts(text);
  return { strong, asked, said, failure, namesAlert, alerts, failures, commands, steps, words, listed };
}
