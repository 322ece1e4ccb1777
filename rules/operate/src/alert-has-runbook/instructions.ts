import type { AlertFacts, Vocabulary } from '@shipworthy/rule-kit';

/** Fewer words name a topic; they do not tell anybody what to do. */
const MIN_INSTRUCTION_WORDS = 5;
const WORD = /[\p{L}\p{N}]+/gu;
/** An address in running text that says of itself that it is a page for operators. */
const RUNBOOK_ADDRESS = /https?:\/\/[^\s<>"')\]]{0,300}(?:runbook|playbook|wiki|docs?\b|sop\b|troubleshoot|procedure)/i;

/**
 * The field in which an alert says itself what to do, or where its text links to it: an action annotation of at least
 * five words, an instruction where the runbook's address is usual, an address in its description, or a label with one.
 */
export function instructionsIn(alert: AlertFacts, vocabulary: Vocabulary): readonly string[] | undefined {
  for (const [name, text] of Object.entries(alert.annotations)) {
    const known = name.toLowerCase();
    const instructs = vocabulary.actionAnnotations.includes(known) || vocabulary.runbookAnnotations.includes(known);
    if (instructs && (text.match(WORD)?.length ?? 0) >= MIN_INSTRUCTION_WORDS) return ['annotations', name];
    if (vocabulary.descriptionAnnotations.includes(known) && RUNBOOK_ADDRESS.test(text)) return ['annotations', name];
  }
  for (const [name, value] of Object.entries(alert.labels))
    if (vocabulary.runbookAnnotations.includes(name.toLowerCase()) && /^https?:\/\//.test(value))
      return ['labels', name];
  return undefined;
}
