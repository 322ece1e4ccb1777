/**
 * Words in the names of files and folders by which pages of the kinds are kept. Only decides whose prose is read: every
 * kind still looks at the content.
 */
const NAME =
  /(?:^|[-_.\s])(?:adrs?|decisions?|rfcs?|proposals?|keps?|prds?|requirements?|specs?|specification|user-?stor(?:y|ies)|architecture|threat-?models?|threats?|security|secure|post-?mortems?|incidents?|rca|retro(?:spective)?s?|roll-?backs?|revert|releas(?:e|es|ing)|checklists?|go-?live|launch|deploy(?:ing|ment)?|slos?|slas?|service-?levels?|budgets?|performance|latency|on-?call|escalation|rotation|contributing|agents|claude|gemini|copilot|instructions|pull_request_template|merge_request_template)(?:[-_.\s]|$)/i;
const FOLDER =
  /^(?:adrs?|decisions?|(?:architectur(?:e|al)[-_]|any[-_])?decisions?(?:[-_](?:records?|logs?))?|adl|rfcs?|(?:design[-_]|enhancement[-_])?proposals?(?:[-_]\w+)?|keps?|enhancements?|(?:tech[-_]?)?designs?(?:[-_]?docs?)?|prds?|product|requirements?|specs?|discovery|architecture|c4|security|threat-?models?|post-?mortems?|incidents?|incident-?reports?|retrospectives?|releas(?:e|es|ing)|ops|operations?|slos?|on-?call|issue_template|pull_request_template|merge_request_templates)$/i;
/** `0012-use-redis.md`, `20240131-title.md`, `ADR-7.md`: the names of numbered records. */
const NUMBERED = /^(?:[a-z]{2,6}[-_]?)?\d{3,8}[-_.]/i;

export function hasArtifactWord(path: string): boolean {
  const segments = path.split('/');
  const name = segments.pop() ?? '';
  return NAME.test(name) || NUMBERED.test(name) || segments.some((segment) => FOLDER.test(segment));
}
