import type { RepositoryFile } from '../repository-file.ts';
import { pathWord } from '../runbook/path-words.ts';
import { hasArtifactWord } from './artifact-words.ts';

const NAMED = /^(?:readme|runbook)/i;
/**
 * A line that begins, behind its markup, with a word of the headings by which a runbook is known wherever it stands
 * (`STRONG` in `runbook/questions.ts`). Wider than detection: prose that begins so is read for nothing.
 */
const TELLING_LINE =
  /^[#*_ \t\d.)=]{0,12}(?:mitigat|resolution|remediation|how to |recovery|fix|tiltak|behebung|diagnos|investigat|quick check|triage|identification|feilsøking|(?:user |customer |business )?impact|consequence|blast radius|konsekvens|auswirkung|meaning|what |symptom|alert|trigger|detection)/im;

/** The heading without which no page outside of a log is a decision record. */
const DECISION_LINE = /^[#*_ \t\d.)=]{0,12}(?:decision|chosen option|acceptance criteria)/im;

/** A line that begins with a word for a text to come: sections that hold nothing else are reported on any page. */
const PROMISE_LINE =
  /^[*_ \t]{0,8}(?:todo|tbd|tba|tbc|fixme|wip|xxx|to be |coming soon|work in progress|under construction|placeholder|lorem ipsum)/im;

/** May the page be more than a page, by its name, its place or its headings, or blank in parts? Only then its prose is read. */
export function mayBeArtifact({ path, baseName, text }: RepositoryFile): boolean {
  return (
    NAMED.test(baseName) ||
    pathWord(path) !== undefined ||
    hasArtifactWord(path) ||
    TELLING_LINE.test(text) ||
    DECISION_LINE.test(text) ||
    PROMISE_LINE.test(text)
  );
}
