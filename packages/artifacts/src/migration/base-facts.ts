import type { MigrationFacts, Span } from '@shipworthy/model';
import type { Recognized } from './recognized.ts';

/** What is known of a migration before its operations are read; all there is of tools that are detected only. */
export function baseFacts(text: string, recognized: Recognized): MigrationFacts {
  const { tool, series, version, variant, holds, partner, back, transaction } = recognized;
  return {
    tool,
    read: 'detected',
    series,
    head: headOf(text),
    ...(version === undefined ? {} : { version }),
    ...(variant === undefined ? {} : { variant }),
    holds,
    ...(partner === undefined ? {} : { partner }),
    up: [],
    back,
    down: [],
    remarks: [],
    ...(transaction === undefined ? {} : { transaction }),
  };
}

function headOf(text: string): Span {
  const start = Math.max(0, text.search(/\S/));
  const end = text.indexOf('\n', start);
  return [start, end < 0 ? text.length : end];
}
