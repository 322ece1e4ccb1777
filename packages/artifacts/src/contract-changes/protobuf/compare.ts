import type { ContractComparison, ContractText } from '@shipworthy/model';
import { Report } from './checks.ts';
import { compareEnum } from './enum-rules.ts';
import { compareField } from './field-rules.ts';
import { compareDefinitions, compareFile } from './file-rules.ts';
import { compareMessage } from './message-rules.ts';
import { compareService } from './service-rules.ts';
import { byName, readSide, type Side } from './side.ts';

/** What buf would find between two versions of one file, as far as that file and what it imports tell. */
export function compareProtobuf(before: ContractText, after: ContractText): ContractComparison {
  const older = readSide(before);
  if ('why' in older) return { state: 'unknown', why: `the older version cannot be read: ${older.why}` };
  const newer = readSide(after);
  if ('why' in newer) return { state: 'unknown', why: `the newer version cannot be read: ${newer.why}` };
  const report = new Report();
  compareFile(older, newer, report);
  compareDefinitions(older, newer, report);
  // In another package all definitions are others, and to say so of the package says it of each.
  if (older.packageName === newer.packageName) compareEach(older, newer, report);
  compareExtensions(older, newer, report);
  return { state: 'compared', changes: report.changes };
}

function compareEach(before: Side, after: Side, report: Report): void {
  for (const [name, message] of before.messages) {
    const other = after.messages.get(name);
    if (other) compareMessage(before, message, after, other, report);
  }
  for (const [name, definition] of before.enums) {
    const other = after.enums.get(name);
    if (other) compareEnum(before, definition, after, other, report);
  }
  const services = byName(after.file.services);
  for (const service of before.file.services) {
    const other = services.get(service.name);
    if (other) compareService(before, service, after, other, report);
  }
}

/** Extensions are the same by what they extend and their number, wherever they are defined. */
function compareExtensions(before: Side, after: Side, report: Report): void {
  const keyOf = (side: Side, { extendee, scope, field }: Side['file']['extensions'][number]) =>
    `${side.names.typeOf(extendee, scope).name} ${field.number}`;
  const now = new Map(after.file.extensions.map((extension) => [keyOf(after, extension), extension]));
  for (const { extendee, scope, field } of before.file.extensions) {
    const other = now.get(keyOf(before, { extendee, scope, field }));
    if (other)
      compareField(
        { side: before, field, scope, extension: true },
        { side: after, field: other.field, scope: other.scope, extension: true },
        report,
      );
  }
}
