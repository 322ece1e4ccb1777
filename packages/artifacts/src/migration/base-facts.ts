import type { MigrationFacts } from '@shipworthy/model';
import type { Recognized } from './recognized.ts';

/** What is known of a migration before its operations are read; all there is of tools that are detected only. */
export function baseFacts(recognized: Recognized): MigrationFacts {
  const { tool, series, version, variant, holds, partner, back, transaction } = recognized;
  return {
    tool,
    read: 'detected',
    series,
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
