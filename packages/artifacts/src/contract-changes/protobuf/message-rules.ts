import type { ProtoField, ProtoMessage } from '../../protobuf/descriptors.ts';
import type { Report } from './checks.ts';
import { optionOf } from './features.ts';
import { compareField } from './field-rules.ts';
import { covers, missingRanges, noLongerReserved, written } from './ranges.ts';
import { outer, type Side } from './side.ts';

/** Two versions of one message. */
export function compareMessage(
  before: Side,
  older: ProtoMessage,
  after: Side,
  newer: ProtoMessage,
  report: Report,
): void {
  const { name, at } = newer;
  const about = `message ${name}`;
  compareFields(before, older, after, newer, report);
  const oneofs = new Set(newer.oneofs.map((oneof) => oneof.name));
  for (const oneof of older.oneofs)
    if (!oneofs.has(oneof.name))
      report.add('ONEOF_NO_DELETE', {
        what: `the oneof ${oneof.name} of message ${name} is gone`,
        about: `oneof ${name}.${oneof.name}`,
        at,
      });
  const closed = missingRanges(older.extensionRanges, newer.extensionRanges);
  if (closed.length > 0)
    report.add('EXTENSION_MESSAGE_NO_DELETE', {
      what: `the message ${name} no longer has room for extensions at ${written(closed)}`,
      about,
      at,
    });
  compareReserved(older, newer, report);
  const allowsJson = (side: Side, { options }: ProtoMessage) =>
    side.feature('json_format', [options], outer(name)) === 'ALLOW';
  if (allowsJson(before, older) && !allowsJson(after, newer))
    report.add('MESSAGE_SAME_JSON_FORMAT', { what: `the message ${name} is no longer made for JSON`, about, at });
  const hidesDescriptor = ({ options }: ProtoMessage) =>
    optionOf(options, 'no_standard_descriptor_accessor') === 'true';
  if (!hidesDescriptor(older) && hidesDescriptor(newer))
    report.add('MESSAGE_NO_REMOVE_STANDARD_DESCRIPTOR_ACCESSOR', {
      what: `the message ${name} loses the accessor of its descriptor`,
      about,
      at,
    });
}

function compareFields(before: Side, older: ProtoMessage, after: Side, newer: ProtoMessage, report: Report): void {
  const { name } = newer;
  const now = byNumber(newer);
  const then = byNumber(older);
  for (const [number, field] of then) {
    const other = now.get(number);
    if (!other) reportDeleted(newer, field, report);
    else
      compareField(
        { side: before, field, scope: name, extension: false },
        { side: after, field: other, scope: name, extension: false },
        report,
      );
    if (field.label === 'required' && other?.label !== 'required')
      report.add('MESSAGE_SAME_REQUIRED_FIELDS', {
        what: `the required field ${field.name} (${number}) of message ${name} is ${other ? 'no longer required' : 'gone'}`,
        about: `field ${name}.${field.name}`,
        at: other?.at ?? newer.at,
      });
  }
  for (const [number, field] of now)
    if (field.label === 'required' && then.get(number)?.label !== 'required')
      report.add('MESSAGE_SAME_REQUIRED_FIELDS', {
        what: `the field ${field.name} (${number}) of message ${name} is required now`,
        about: `field ${name}.${field.name}`,
        at: field.at,
      });
}

function reportDeleted({ name: message, at, reserved }: ProtoMessage, field: ProtoField, report: Report): void {
  const about = `field ${message}.${field.name}`;
  const what = `the field ${field.name} (${field.number}) of message ${message} is gone`;
  if (!covers(reserved.ranges, field.number))
    report.add('FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED', {
      what: `${what}, and its number is not reserved`,
      about,
      at,
    });
  else if (!reserved.names.includes(field.name))
    report.add('FIELD_NO_DELETE_UNLESS_NAME_RESERVED', { what: `${what}, and its name is not reserved`, about, at });
  else report.add('FIELD_NO_DELETE', { what, about, at });
}

function compareReserved(older: ProtoMessage, newer: ProtoMessage, report: Report): void {
  const { ranges, names } = noLongerReserved(older.reserved, newer.reserved);
  if (ranges.length === 0 && names.length === 0) return;
  const freed = new Set(names);
  const reused = newer.fields.some(({ name, number }) => freed.has(name) || covers(ranges, number));
  report.add(
    'RESERVED_MESSAGE_NO_DELETE',
    {
      what: `the message ${newer.name} no longer reserves ${[...(ranges.length > 0 ? [written(ranges)] : []), ...names].join(', ')}${reused ? ', and uses it again' : ''}`,
      about: `message ${newer.name}`,
      at: newer.at,
    },
    reused ? 'breaking' : 'risky',
  );
}

function byNumber({ fields }: ProtoMessage): Map<number, ProtoField> {
  return new Map(fields.map((field) => [field.number, field]));
}
