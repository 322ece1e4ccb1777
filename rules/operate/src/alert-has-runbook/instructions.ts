import type { AlertFacts, Vocabulary } from '@shipworthy/rule-kit';

/** Fewer words name a topic; they do not tell anybody what to do. */
const MIN_INSTRUCTION_WORDS = 5;
const WORD = /[\p{L}\p{N}]+/gu;
/** An address in running text that says of itself that it is a page for operators. */
const RUNBOOK_ADDRESS = /https?:\/\/[^\s<>"')\]]{0,300}(?:runbook|playbook|wiki|docs?\b|sop\b|troubleshoot|procedure)/i;

/** A page that running text names: `Runbook: docs/runbooks/restore.md`. */
const RUNBOOK_NAMED = /\b(?:run-?book|play-?book)s?\s{0,3}[:=]\s{0,3}\S{1,200}\.(?:md|adoc|rst|html?)\b/i;
/** A command to type, set apart as one. */
const COMMAND =
  /`(?:sudo )?(?:kubectl|oc|helm|docker|podman|systemctl|journalctl|curl|psql|mysql|redis-cli|aws|gcloud|az|ssh|nomad|flux|argocd|service|tail) [^`\n]{3,300}`/;

/** A part of the text that says what to do: `Suggested actions:` with more behind it. */
const ACTIONS =
  /^[ \t*#_]{0,9}(?:(?:suggested|potential|possible|recommended|required|immediate|next) )?(?:actions?|steps|remediation|mitigation|resolution|troubleshooting|what to do|how to (?:fix|resolve|react))[*_]{0,3}[ \t]*:[ \t*_]*(?:\r?\n[ \t]*)?[^\s*_]/im;

const tells = (text: string): boolean =>
  RUNBOOK_ADDRESS.test(text) || RUNBOOK_NAMED.test(text) || COMMAND.test(text) || ACTIONS.test(text);

/**
 * The field in which an alert says itself what to do, or where its text links to it: an action annotation of at least
 * five words, an instruction where the runbook's address is usual, an address, a page, a command or a list of actions in its description, or a label with one.
 */
export function instructionsIn(alert: AlertFacts, vocabulary: Vocabulary): readonly string[] | undefined {
  for (const [name, text] of Object.entries(alert.annotations)) {
    const known = name.toLowerCase();
    const instructs = vocabulary.actionAnnotations.includes(known) || vocabulary.runbookAnnotations.includes(known);
    if (instructs && (text.match(WORD)?.length ?? 0) >= MIN_INSTRUCTION_WORDS) return ['annotations', name];
    if (vocabulary.descriptionAnnotations.includes(known) && tells(text)) return ['annotations', name];
  }
  for (const [name, value] of Object.entries(alert.labels))
    if (vocabulary.runbookAnnotations.includes(name.toLowerCase()) && /^https?:\/\//.test(value))
      return ['labels', name];
  return undefined;
}
