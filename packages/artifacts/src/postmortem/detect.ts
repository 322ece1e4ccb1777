import type { DocumentFacts, PostmortemFacts } from '@shipworthy/model';
import { headText, holdsAny } from '../document/hints.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { headOf, stemOf } from '../runbook/names.ts';

const PATH_AND_CONTENT = 0.85;
const CONTENT_ALONE = 0.7;

const STRONG_NAME =
  /(?:^|[-_.\s])(?:post-?mortems?|incident[-_ ]?(?:reports?|reviews?|summary|retro(?:spective)?)|post[-_]?incident(?:[-_](?:report|review))?|rca|root[-_]cause[-_]analysis|pir|coe)(?:[-_.\s]|$)/i;
const STRONG_FOLDER =
  /^(?:post-?mortems?|incident[-_]?(?:reports?|reviews?|history|log)|post[-_]?incident[-_]?(?:reports?|reviews?)|rcas?|coes?)$/i;
/** Folders that hold incidents, and what to do in one. */
const INCIDENTS = /^(?:incidents?|outages?|retrospectives?)$/i;
const TITLE =
  /\b(?:post-?mortem|incident (?:report|review|summary|analysis)|post-incident (?:report|review)|root cause analysis|outage (?:report|on|of)|retrospective)\b|障害報告|ポストモーテム|障害レポート|事后分析|故障复盘|hendelsesrapport|störungsbericht|informe de incidente|rapport d.incident|relatório de incidente/i;
/** Folders whose pages are something else, whatever they are about. */
const OTHER_FOLDER =
  /^(?:blogs?|posts?|_posts|news|articles?|adrs?|decisions?|rfcs?|proposals?|enhancements?|keps|skills|agents|prompts|instructions|runbooks?|playbooks?|plans?|archetypes|courses?|tutorials?|training|change-?logs?|release-?notes)$/i;
/** Pages about the process, or lists of reports. */
const TITLE_ABOUT =
  /\b(?:how to|guid(?:e|ance|elines?)|template|process|procedure|policy|response plan|checklist|training|writing|conducting|index|list of|about|culture|sprint|release)\b|^post-?mortems?$|^incidents?$/i;
/** Named like a rule of a linter, `postmortem/complete`. */
const TITLE_RULE = /^[a-z][\w-]*\/[a-z][\w-]*$/;
/** What else is kept in a folder of reports: notes on a change, a survey of the data. */
const OTHER_PAGE =
  /(?:^|[-_ ])(?:(?:fix(?:es)?|debug(?:ging)?|changes?)[-_ ]summary|implementation(?:[-_ ](?:notes?|summary))?|audit(?:[-_ ]report)?)$/i;
const INDEX = /^(?:_?index|readme|summary|template|glossary)$/i;
/** Answers that make a page at a telling path a report, and that make one anywhere. */
const MIN_AT_NAME = 2;
const MIN_IN_INCIDENTS = 3;
const MIN_ANYWHERE = 4;

export interface PostmortemDetection {
  readonly confidence: number;
  readonly why: readonly string[];
}

const folders = (path: string): readonly string[] => path.split('/').slice(0, -1);
const named = (path: string): boolean =>
  STRONG_NAME.test(stemOf(path)) || folders(path).some((folder) => STRONG_FOLDER.test(folder));
const amongIncidents = (path: string): boolean => folders(path).some((folder) => INCIDENTS.test(folder));

/** Parts of all names of pages and folders above, and of all titles: most pages end here. */
const PATH_WORDS = /mortem|incident|outage|retrospective|root|rca|pir|coe/i;
const TITLE_WORDS = [
  ...['mortem', 'incident', 'root cause', 'outage', 'retrospective', 'hendelsesrapport', 'störungsbericht'],
  ...['障害報告', 'ポストモーテム', '障害レポート', '事后分析', '故障复盘'],
];

/** Cheap: can a page at this path with this text be the report of an incident? */
export function mayBePostmortem(file: RepositoryFile): boolean {
  const { path, text } = file;
  if (!PATH_WORDS.test(path) && !holdsAny(file.once(headText), TITLE_WORDS)) return false;
  if (folders(path).some((folder) => OTHER_FOLDER.test(folder))) return false;
  return named(path) || amongIncidents(path) || TITLE.test(text.slice(0, 400));
}

/** The page reports one incident; undefined when it does not. */
export function detectPostmortem(
  page: DocumentFacts,
  path: string,
  parts: PostmortemFacts['parts'],
): PostmortemDetection | undefined {
  const title = (page.title ?? headOf(page)?.heading ?? stemOf(path)).slice(0, 300);
  if (TITLE_ABOUT.test(title) && !/\b(?:on|of|for) \w+ \d/i.test(title)) return undefined;
  if (TITLE_RULE.test(title) || INDEX.test(stemOf(path))) return undefined;
  const says = STRONG_NAME.test(stemOf(path)) || TITLE.test(title);
  if (!says && (OTHER_PAGE.test(stemOf(path)) || OTHER_PAGE.test(title))) return undefined;
  const answers = Object.keys(parts);
  const why = [`answers ${answers.join(', ')}`];
  // Without a cause or a course of events, and something to learn from it, it is a plan or a runbook.
  if (!parts.cause && !parts.timeline) return undefined;
  if (named(path) && answers.length >= MIN_AT_NAME)
    return { confidence: PATH_AND_CONTENT, why: ['the path says post-mortem', ...why] };
  if (amongIncidents(path) && answers.length >= MIN_IN_INCIDENTS && parts.cause)
    return { confidence: PATH_AND_CONTENT, why: ['kept among incidents', ...why] };
  if (TITLE.test(title) && answers.length >= MIN_ANYWHERE && parts.timeline && parts.cause)
    return { confidence: CONTENT_ALONE, why: ['the title says incident report', ...why] };
  return undefined;
}
