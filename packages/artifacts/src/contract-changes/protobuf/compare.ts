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
  const report = Report.empty();
  compareFile(older, newer, report);
  compareDefinitions(older, newer, report);
  // In another package all definitions are others, and to say so of the package says it of each.
  if (older.packageName === newer.packageName) compareEach(older, newer, report);
  compareExtensions(older, newer, report);
  return { state: 'compared', changes: report.changes };
}

/** What both sides define, in whatever file of the newer one. */
function compareEach(before: Side, after: Side, report: Report): void {
  for (const [name, message] of before.messages) {
    const holder = holderOf(
      after,
      (side) => side.messages.has(name),
      ({ messages }) => has(messages, name),
    );
    const other = holder?.messages.get(name);
    if (holder && other) compareMessage(before, message, holder, other, reportOf(holder, after, report));
  }
  for (const [name, definition] of before.enums) {
    const holder = holderOf(
      after,
      (side) => side.enums.has(name),
      ({ enums }) => has(enums, name),
    );
    const other = holder?.enums.get(name);
    if (holder && other) compareEnum(before, definition, holder, other, reportOf(holder, after, report));
  }
  const services = byName(after.file.services);
  for (const service of before.file.services) {
    const { name } = service;
    const holder = holderOf(
      after,
      () => services.has(name),
      (file) => has(file.services, name),
    );
    const other = holder?.file.services.find((each) => each.name === name);
    if (holder && other) compareService(before, service, holder, other, reportOf(holder, after, report));
  }
}

const holderOf = (
  after: Side,
  isHere: (side: Side) => boolean,
  isThere: (file: Side['file']) => boolean,
): Side | undefined => (isHere(after) ? after : after.holding(isThere));

const has = (items: readonly { readonly name: string }[], name: string): boolean =>
  items.some((item) => item.name === name);

const reportOf = (holder: Side, after: Side, report: Report): Report =>
  holder === after ? report : report.in(holder.path);

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
