/** Lines at the top of a file in which a generator is named. */
const HEADER_LINES = 12;
/** Units of such a line that are looked at. */
const MAX_HEADER_LINE = 500;
const SAYS_GENERATED =
  /\b(?:auto[- ]?|automatically )?(?:generated|managed|maintained|created|updated|synced) (?:automatically )?(?:by|from|using|with|via) `?([^\s`]+)/i;
const UNTOUCHABLE =
  /\bgenerated\b|\bdo not (?:manually |hand-?)?(?:edit|amend|modify|change)\b|\bmanaged by terraform\b/i;
const SCRIPT =
  /(?:https?:\/\/)?[\w.@~/-]+\.(?:sh|bash|py|rb|[cm]?[jt]s|go|pl|ps1|tf|jsonnet|ya?ml|json|toml|tmpl|j2)\b/;

/**
 * The script, source file or tool that the header comment of a file names as its writer, as it is written there;
 * undefined when the header claims none. A header must say that the file is generated or must not be edited.
 */
export function findGenerator(text: string): string | undefined {
  const comments: string[] = [];
  for (const line of text.split('\n', HEADER_LINES)) {
    if (/^\s*(?:#|<!--|\/\/)/.test(line)) comments.push(line.slice(0, MAX_HEADER_LINE));
    else if (line.trim() !== '') break;
  }
  const claim = comments.findIndex((line) => UNTOUCHABLE.test(line));
  if (claim < 0) return undefined;
  // The name stands on the line of the claim or on the next ones.
  for (const line of comments.slice(claim, claim + 3)) {
    const script = SCRIPT.exec(line)?.[0];
    if (script) return script;
    const named = SAYS_GENERATED.exec(line)?.[1]?.replace(/[.,;:!)]+$/, '');
    if (named) return named;
  }
  return undefined;
}
