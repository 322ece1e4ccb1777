import type { DocumentFacts, Kind, Severity } from '@shipworthy/model';

/** What a page is called in a message, and how bad a blank in it is. */
export interface Urgency {
  readonly name: string;
  readonly severity: Severity;
}

/** A page about getting back what was lost or about bringing something out, by its name: it is followed step by step. */
const PROCEDURE =
  /\b(?:roll(?:ing)?[-_ ]?backs?|(?:disaster|database|data|backup)s?[-_ ]recovery|restor(?:e|ing|ation)|release[-_ ](?:checklist|process|procedure)|releasing)\b/i;
/** Forms that others fill in, and pages whose purpose is what is not there yet. */
const NOT_A_PAGE =
  /(?:^|\/)(?:\.github\/|(?:pull|merge)[-_]request[-_]template|(?:pull|merge)_request_templates?\/|issue[-_]template|(?:todos?|ideas?|backlog|road-?map|notes?|drafts?|scratch|change-?log|changes|history|news)(?:[-_.][^/]*)?$|release[-_]?notes?)/i;

/** Folders of what is thought about before it is built: a chapter that waits there is no step that somebody lacks. */
const OF_DESIGNS =
  /(?:^|\/)(?:designs?|design[-_]docs?|proposals?|rfcs?|keps?|enhancements?|adrs?|[\w-]*decisions?)(?:\/|$)/i;

const stemOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^/]*$/, '');

/** How urgent a page is to fill in; `undefined` for forms, logs and lists of wishes. */
export function urgencyOf(path: string, page: DocumentFacts, roles: readonly Kind[]): Urgency | undefined {
  if (roles.includes('runbook')) return { name: 'runbook', severity: 'warning' };
  if (NOT_A_PAGE.test(path)) return undefined;
  const name = `${stemOf(path).replaceAll('_', ' ')}\n${(page.title ?? '').slice(0, MAX_TITLE)}`;
  return PROCEDURE.test(name) && !OF_DESIGNS.test(path)
    ? { name: 'procedure', severity: 'warning' }
    : { name: 'page', severity: 'info' };
}

/** Longer titles are sentences. */
const MAX_TITLE = 120;

/** A bare word for a text to come. What stands in brackets on a page that is no procedure is often part of what it explains. */
export const isBareWord = (text: string): boolean => !/[<>{}[\]]/.test(text) && !SAYS_WHEN.test(text);

/** "TBD after beta" is an answer: it says what the text waits for. */
const SAYS_WHEN = /\b(?:after|once|until|upon|wait(?:ing|s)? for|when|pending|depends? on)\b/i;
