import type { FileFacts } from '@shipworthy/model';

/**
 * The facts of a line, `null` for one without. Undefined for what cannot be facts of this path: the checksum tells of
 * damage, this of a file that somebody made up.
 */
export function factsIn(json: Uint8Array, path: string): FileFacts | null | undefined {
  if (json.length === 0) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.byteLength).toString('utf8'));
    return isFacts(value, path) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isListOf = (value: unknown, is: (item: Readonly<Record<string, unknown>>) => boolean): boolean =>
  Array.isArray(value) && value.every((item) => isRecord(item) && is(item));

function isFacts(value: unknown, path: string): value is FileFacts {
  return (
    isRecord(value) &&
    value.path === path &&
    typeof value.pathClass === 'string' &&
    isListOf(value.artifacts, ({ kind, path: of }) => typeof kind === 'string' && of === path) &&
    isListOf(value.problems, ({ kind, what }) => typeof kind === 'string' && typeof what === 'string') &&
    (value.suppressions === undefined || isListOf(value.suppressions, () => true))
  );
}
