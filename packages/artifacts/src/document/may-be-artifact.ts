import type { RepositoryFile } from '../repository-file.ts';
import { pathWord } from '../runbook/path-words.ts';
import { hasArtifactWord } from './artifact-words.ts';

const NAMED = /^(?:readme|runbook)/i;
/**
 * Words of the headings by which a runbook is known wherever it stands (`STRONG` in `runbook/questions.ts`). Wider than
 * detection: prose that begins so is read for nothing.
 */
const TELLING =
  'mitigat|resolution|remediation|how to |recovery|fix|tiltak|behebung|diagnos|investigat|quick check|triage|identification|feilsøking|(?:user |customer |business )?impact|consequence|blast radius|konsekvens|auswirkung|meaning|what |symptom|alert|trigger|detection';

/** The heading without which no page outside of a log is a decision record. */
const DECISION = 'decision|chosen option|acceptance criteria';

/** Words for a text to come: sections that hold nothing else are reported on any page. */
const PROMISE =
  'todo|tbd|tba|tbc|fixme|wip|xxx|to be |coming soon|work in progress|under construction|placeholder|lorem ipsum';

/** What may stand before the words of a heading: its marks, those of bold text, a number. */
const MARKS = '[#*_ \\t\\d.)=]{0,12}';
/** The changes of a changelog (`* Fix ...`) are no headings. */
const NO_BULLET = '(?![ \\t]*\\*[ \\t])';

/** A line that begins so, behind its markup. One expression: it is looked for in every page. */
const TELLING_LINE = new RegExp(
  `^(?:${NO_BULLET}${MARKS}(?:${TELLING})|${MARKS}(?:${DECISION})|[*_ \\t]{0,8}(?:${PROMISE}))`,
  'im',
);

/** May the page be more than a page, by its name, its place or its headings, or blank in parts? Only then its prose is read. */
export function mayBeArtifact({ path, baseName, text }: RepositoryFile): boolean {
  return NAMED.test(baseName) || pathWord(path) !== undefined || hasArtifactWord(path) || TELLING_LINE.test(text);
}
