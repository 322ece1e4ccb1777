import type { Span } from '@shipworthy/model';
import type { DescriptionFile } from './description.ts';
import type { Lifecycle, Operation } from './operations.ts';
import type { Report } from './report.ts';
import type { SchemaChanges } from './schema-changes.ts';
import type { SchemaComparer } from './schema-diff.ts';

/** What the comparison of one part hands on to that of the next. */
export interface Comparison {
  readonly report: Report;
  readonly schemas: SchemaChanges;
  readonly comparer: SchemaComparer;
  /** `2026-05-01`; undefined where nobody says. */
  readonly today: string | undefined;
}

/** Reports a change that is not one of a schema. */
export function say(
  { report }: Comparison,
  check: string,
  what: string,
  { name }: Operation,
  { at, file, key }: { readonly at: Span; readonly file: DescriptionFile; readonly key?: object },
): void {
  report.add({ check, what: () => what, about: name, at, file, ...(key ? { key } : {}) });
}

/** A date, or a time of a day as RFC 3339 writes it. */
const DATE = /^(\d{4}-\d{2}-\d{2})(?:$|T)/;

/**
 * May what was announced to end be gone? So it may where it was deprecated without a date, or the date has come. Where nobody
 * says what day it is, that it was announced is enough.
 */
export function isDue({ deprecated, sunset }: Lifecycle, today: string | undefined): boolean | 'too-early' {
  if (!deprecated) return false;
  const date = sunset === undefined ? undefined : DATE.exec(sunset)?.[1];
  return date === undefined || today === undefined || date <= today ? true : 'too-early';
}
