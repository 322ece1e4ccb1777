import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Bytes of a step's summary, of what GitHub takes (1 MiB) with some room
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits).
 */
const MAX_SUMMARY_BYTES = 1_000_000;
/** A summary that has less room says nothing that can be read. */
const MIN_SUMMARY_BYTES = 4_000;

/**
 * Adds to the summary of the step what still has room beside what is there. False where there is no room, or no summary
 * at all: runners of old servers have none.
 */
export function addSummary(file: string | undefined, render: (bytes: number) => string): boolean {
  if (!file) return false;
  const room = MAX_SUMMARY_BYTES - sizeOf(file);
  if (room < MIN_SUMMARY_BYTES) return false;
  const text = render(room - 2);
  if (Buffer.byteLength(text) > room - 2) return false;
  appendFileSync(file, `${text.trimEnd()}\n\n`);
  return true;
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

/**
 * Sets outputs of the step. What ends a value cannot be guessed, so that no value sets another output
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-output-parameter).
 */
export function setOutputs(file: string | undefined, outputs: Readonly<Record<string, string>>): void {
  if (!file) return;
  const end = `end_${randomUUID()}`;
  appendFileSync(
    file,
    Object.entries(outputs)
      .map(([name, value]) => `${name}<<${end}\n${value}\n${end}\n`)
      .join(''),
  );
}

/** Writes files for later steps into a folder of their own below `temp`; their paths by name. */
export function writeReports<Name extends string>(
  temp: string,
  files: Readonly<Record<Name, string>>,
): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(temp, 'shipworthy-'));
  return new Map(
    Object.entries<string>(files).map(([name, text]) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return [name, path];
    }),
  );
}
