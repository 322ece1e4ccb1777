import type { Artifact } from '@shipworthy/model';

const MASK = '*';

/**
 * Texts in which everything that looks like a secret is replaced by asterisks of equal length, line breaks kept: whatever
 * points at such a line, no report shows the value. Offsets stay as they are.
 */
export function withoutSecrets(
  texts: ReadonlyMap<string, string>,
  leaks: readonly Artifact<'leaked-secret'>[],
): ReadonlyMap<string, string> {
  const masked = new Map(texts);
  for (const { path, facts } of leaks) {
    let text = masked.get(path);
    if (text === undefined) continue;
    for (const { at } of facts.found)
      text = text.slice(0, at[0]) + text.slice(...at).replace(/[^\r\n]/g, MASK) + text.slice(at[1]);
    masked.set(path, text);
  }
  return masked;
}
