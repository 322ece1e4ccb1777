import { RE2JS } from 're2js';

const compiled = new Map<string, RE2JS | undefined>();
/** Patterns kept ready; schemas of one change have few. */
const MAX_KEPT = 1000;

/**
 * Does a text match a pattern of a schema? Undefined for patterns in words of the language that a linear search does not
 * know. The patterns are strangers', so nothing that tries all ways is used on them.
 */
export function matches(pattern: string, text: string): boolean | undefined {
  if (compiled.size > MAX_KEPT) compiled.clear();
  if (!compiled.has(pattern)) compiled.set(pattern, compile(pattern));
  return compiled.get(pattern)?.matcher(text).find();
}

function compile(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(RE2JS.translateRegExp(pattern));
  } catch {
    return undefined;
  }
}
