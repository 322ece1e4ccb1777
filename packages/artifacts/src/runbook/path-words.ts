import { stemOf } from './names.ts';

/** What a path says of a page: it is called a runbook, it holds pages for alerts, or it stands where operators look. */
export type PathWord = 'runbooks-folder' | 'runbook' | 'playbook' | 'alerts' | 'operations';

const RUNBOOK = /(?:^|[-_.\s])run-?books?(?:[-_.\s]|$)/i;
const PLAYBOOK = /(?:^|[-_.\s])play-?books?(?:[-_.\s]|$)/i;
const ALERTS = /^(?:alerts?|alarms?|alerting)$/i;
/** One page for all alerts: `responding_to_alerts`. */
const RESPONDING =
  /^(?:respond(?:ing)?|react(?:ing)?)[-_ ]to[-_ ](?:[a-z]{1,20}[-_ ])?(?:alerts?|alarms?)$|^(?:alerts?|alarms?)[-_ ](?:response|handling)$/i;
const OPERATIONS =
  /^(?:ops|operations?|operating|operator-?guide|on-?call|sops?|sre|admin|administration|maintenance|incident-?response|incidents?|troubleshooting|devops|dr|disaster-?recovery|emergency|emergencies|break-?glass)$/i;
/** The same in other languages: what operators keep to get a system back, by the names under which it is kept. */
const OPERATIONS_ELSEWHERE =
  /^(?:(?:pca|pra)(?:[-_](?:pca|pra))?|plan[-_]de[-_](?:continuite|reprise)(?:[-_].{1,30})?|astreinte|exploitation|notfall(?:plan|handbuch|konzept)?|betriebshandbuch|wiederanlauf(?:plan)?|bereitschaft|plano?[-_]de[-_](?:contingencia|contingência|recuperacao|recuperação|recuperacion|recuperación)|beredskap(?:splan)?|障害対応|運用手順|災害復旧)$/iu;

/** Pages that stand beside runbooks without being one. */
const OTHER_PAGE =
  /^(?:_?index|readme|contributing|changelog|changes|license|code_of_conduct|security|summary|glossary|skill|agents|claude|release-?notes|releasing|.*\btemplate\b.*|.*[-_]template|template[-_].*|example|sample|style-?guide|rule|check)$/i;
/** Folders whose pages are something else, whatever they are about. */
const OTHER_FOLDER =
  /^(?:adrs?|decisions?|rfcs?|proposals?|enhancements?|design|designs|architecture|post-?mortems?|retrospectives?|blog|posts?|news|skills|agents|prompts|instructions|change-?logs?|release-?notes|upgrad(?:e|es|ing)|migrations?|tutorials?|quickstart|getting-?started|reference|api|archetypes|layouts|themes|helpers|snippets|partials|includes|ansible|roles|\.github|\.claude|\.cursor|tests?|e2e|ci|contribut(?:e|ing)|audits?|specs?|plans?|research)$/i;

/** The page cannot be a runbook by where it is or what it is called. */
export function isOtherPage(path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  return OTHER_PAGE.test(stemOf(path)) || folders.some((folder) => OTHER_FOLDER.test(folder));
}

/** The strongest word of the path. */
export function pathWord(path: string): PathWord | undefined {
  const folders = path.split('/').slice(0, -1);
  const names = [stemOf(path), ...folders];
  if (folders.some((folder) => RUNBOOK.test(folder))) return 'runbooks-folder';
  if (RUNBOOK.test(stemOf(path))) return 'runbook';
  if (names.some((name) => PLAYBOOK.test(name))) return 'playbook';
  if (folders.some((folder) => ALERTS.test(folder)) || RESPONDING.test(stemOf(path))) return 'alerts';
  return names.some((name) => OPERATIONS.test(name) || OPERATIONS_ELSEWHERE.test(name)) ? 'operations' : undefined;
}
