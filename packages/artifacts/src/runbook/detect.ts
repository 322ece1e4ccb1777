import type { DocumentFacts } from '@shipworthy/model';
import { alertSections, headOf, namesFailure, stemOf } from './names.ts';
import { isOtherPage, pathWord } from './path-words.ts';
import { type Signature, signatureOf, strongQuestions } from './signature.ts';

export interface Detection {
  readonly confidence: number;
  readonly why: readonly string[];
  readonly signature: Signature;
}

const PATH_AND_CONTENT = 0.85;
const CONTENT_ALONE = 0.7;
/** Units of a title that are read for what it is about. */
const MAX_TITLE = 300;
/** A page with fewer words is a stub or an index. */
const MIN_WORDS = 25;
/** So many headings that are names of alerts make a page a collection, wherever it stands. */
const MIN_ALERT_HEADINGS = 3;
/** So many different questions of a pager in headings, likewise. */
const MIN_STRONG = 3;
/** So many steps are a procedure. */
const MIN_STEPS = 2;

const TITLE_ABOUT =
  /\b(?:(?:writ|creat|us|structur|develop|design)(?:e|ing)|add(?:ing)?|how to (?:write|create|use)|about|anatomy of|guide to|template for|what (?:is|are)|format of)\b.*\b(?:run|play)books?\b|\b(?:run|play)books? (?:template|format|guidelines?|style|index|generator|feature)\b/i;
const TITLE_OTHER =
  /\b(?:post-?mortem|incident report|retrospective|release checklist|changelog|release notes|contributing|architecture|tutorial|getting started|quick ?start|style guide|migration guide|proposal|adr|rfc)\b/i;
/** Reading for users of a product; among runbooks it is a procedure of the operators. */
const TITLE_UPGRADE = /\bupgrad(?:e|ing)\b/i;
/** A general collection of hints, not a failure. */
const TITLE_GENERAL =
  /^(?:\w+ )?(?:common |general |basic |known )?(?:troubleshoot(?:ing)?|issues|problems|errors|faq|debug(?:ging)?|disaster recovery|monitoring|alerts|alerting)\b(.{0,40})$/i;
/** Named like a rule of a linter, `runbook/reachable`: a page about runbooks or alerts. */
const TITLE_RULE = /^[a-z][\w-]*\/[a-z][\w-]*$/;
/** A page of the operators' own that is called after getting the system back is their manual for it. */
const RECOVERY =
  /^(?:disaster|service|system|database|cluster)s?[- ](?:recovery|outages?|restoration|failover)$|^(?:pca|pra|plan de (?:continuité|reprise)|notfall(?:plan|handbuch|konzept)|wiederanlauf(?:plan)?|plano? de (?:contingência|contingencia|recuperação|recuperación)|beredskapsplan|障害対応|災害復旧)/iu;
/** Set-up of what watches for failures is no answer to one. */
const TITLE_SET_UP = /^(?:install|configur|set(?:ting)? ?up|enabl|deploy|us|manag|add|creat|build)(?:e|ing|ation)?\b/i;
const SET_UP_HEADING =
  /^(?:prerequisites?|installation|install|configuration options?|how to enable it|how to disable it|usage|example usage|argument reference|examples?|parameters|syntax|api|props)$/i;

/** The page is what to do for a named failure, or an operations manual; undefined when it is not. */
export function detectRunbook(page: DocumentFacts, path: string, text: string): Detection | undefined {
  if (isOtherPage(path)) return undefined;
  const word = pathWord(path);
  const title = (page.title ?? headOf(page)?.heading ?? stemOf(path)).slice(0, MAX_TITLE);
  if (TITLE_ABOUT.test(title) || TITLE_OTHER.test(title) || TITLE_RULE.test(title)) return undefined;
  if (TITLE_UPGRADE.test(title) && word !== 'runbooks-folder' && word !== 'runbook') return undefined;
  if (word === undefined && !mayBeUnmistakable(page, text)) return undefined;
  const signature = signatureOf(page, path, text);
  const why = reasons(signature);
  if (word === undefined)
    return isUnmistakable(signature) && !looksLikeReference(page)
      ? { confidence: CONTENT_ALONE, why, signature }
      : undefined;
  if (!holds(word, signature, page, title)) return undefined;
  return { confidence: PATH_AND_CONTENT, why: [`the path says ${word.replace('-', ' ')}`, ...why], signature };
}

function holds(
  word: NonNullable<ReturnType<typeof pathWord>>,
  of: Signature,
  page: DocumentFacts,
  title: string,
): boolean {
  const acts = of.commands > 0 || of.steps >= MIN_STEPS || of.said.has('mitigation') || of.said.has('diagnosis');
  switch (word) {
    case 'runbooks-folder':
      return of.listed > 0 || of.strong.size > 0 || of.words >= MIN_WORDS || of.namesAlert;
    case 'runbook':
      if (of.strong.size < 2 && looksLikeReference(page)) return false;
      return of.listed > 0 || of.alerts.length > 0 || of.strong.size > 0 || (of.words >= MIN_WORDS && acts);
    case 'playbook':
      return (
        of.alerts.length > 1 ||
        of.strong.size >= 2 ||
        (of.failure && of.words >= MIN_WORDS && acts && of.asked.size > 0)
      );
    case 'alerts':
      if (of.strong.size >= 2) return true;
      if (looksLikeReference(page)) return false;
      return of.words >= MIN_WORDS && acts && (of.strong.size > 0 || tellsWhatToDo(of));
    case 'operations':
      if (isUnmistakable(of)) return true;
      if (RECOVERY.test(title) && of.words >= MIN_WORDS && acts) return true;
      if (looksLikeReference(page) || isGeneral(title) || TITLE_SET_UP.test(title)) return false;
      if (of.failures > 0 && acts) return true;
      if (of.strong.has('diagnosis') && of.strong.has('mitigation')) return true;
      return (
        of.failure &&
        acts &&
        of.asked.has('mitigation') &&
        (of.asked.has('diagnosis') || of.asked.has('meaning') || detects(page))
      );
  }
}

/** Nouns like "logs" stand on any page: words for looking count beside something to type or to read an alert by. */
const tellsWhatToDo = ({ said, commands, steps }: Signature): boolean =>
  said.has('mitigation') || (said.has('diagnosis') && (said.has('meaning') || commands > 0 || steps >= MIN_STEPS));

/** A collection of hints for a whole product: a title of that kind that does not go on to name one failure. */
function isGeneral(title: string): boolean {
  const rest = TITLE_GENERAL.exec(title)?.[1];
  return rest !== undefined && !namesFailure(rest);
}

/** A heading that tells how to notice or check: "Detect the backlog", "Check the queue". */
function detects(page: DocumentFacts): boolean {
  return page.sections.some((section) =>
    /^(?:detect|check|find|identify|verify|make sure|confirm|diagnose)\b/i.test(section.heading),
  );
}

/** Words without which no page outside of a runbook folder is one. */
const CONTENT_HINT = /mitigat|remediat|diagnos|resolution|investigat|symptom|impact|alert|recover/i;

/** Cheap: most pages of most repositories end here. */
function mayBeUnmistakable(page: DocumentFacts, text: string): boolean {
  const strong = strongQuestions(page).size;
  const headings = strong >= MIN_STRONG || (strong > 0 && alertSections(page.sections).length >= MIN_ALERT_HEADINGS);
  return headings && CONTENT_HINT.test(text);
}

function isUnmistakable(of: Signature): boolean {
  const acts = of.commands > 0 || of.steps >= MIN_STEPS || of.said.has('mitigation');
  if (
    of.strong.size >= MIN_STRONG &&
    of.strong.has('mitigation') &&
    (of.strong.has('diagnosis') || of.strong.has('impact')) &&
    acts
  )
    return true;
  return (
    of.alerts.length >= MIN_ALERT_HEADINGS &&
    of.said.has('mitigation') &&
    of.said.has('diagnosis') &&
    of.strong.size > 0
  );
}

/** Headings of a reference page: settings and syntax instead of a failure. */
function looksLikeReference(page: DocumentFacts): boolean {
  return page.sections.some((section) => SET_UP_HEADING.test(section.heading));
}

function reasons(of: Signature): string[] {
  const why: string[] = [];
  if (of.strong.size > 0) why.push(`headings ask for ${[...of.strong].join(', ')}`);
  if (of.alerts.length > 0)
    why.push(`${of.alerts.length} ${of.alerts.length === 1 ? 'heading names an alert' : 'headings name alerts'}`);
  if (of.failures > 0) why.push(`${of.failures} headings have pager questions below them`);
  if (of.listed > 0) why.push(`a table names ${of.listed} alerts`);
  if (of.failure) why.push('named after a failure');
  if (of.commands > 0) why.push('holds commands or queries');
  else if (of.steps >= MIN_STEPS) why.push('holds steps');
  return why;
}
