import type { ProtoEnum } from '../../protobuf/descriptors.ts';
import type { Report } from './checks.ts';
import { covers, noLongerReserved, written } from './ranges.ts';
import { outer, type Side } from './side.ts';

/** Two versions of one enum. */
export function compareEnum(before: Side, older: ProtoEnum, after: Side, newer: ProtoEnum, report: Report): void {
  const { name, at } = newer;
  const about = `enum ${name}`;
  const feature = (side: Side, { options }: ProtoEnum, key: 'enum_type' | 'json_format') =>
    side.feature(key, [options], outer(name));
  const [wasType, isType] = [feature(before, older, 'enum_type'), feature(after, newer, 'enum_type')];
  if (wasType !== isType)
    report.add('ENUM_SAME_TYPE', {
      what: `the enum ${name} changed from ${wasType.toLowerCase()} to ${isType.toLowerCase()}`,
      about,
      at,
    });
  if (feature(before, older, 'json_format') === 'ALLOW' && feature(after, newer, 'json_format') !== 'ALLOW')
    report.add('ENUM_SAME_JSON_FORMAT', { what: `the enum ${name} is no longer made for JSON`, about, at });
  compareValues(older, newer, report);
  compareReserved(older, newer, report);
}

function compareValues(older: ProtoEnum, newer: ProtoEnum, report: Report): void {
  const now = byNumber(newer);
  for (const [number, before] of byNumber(older)) {
    const after = now.get(number);
    const listed = before.map(({ name }) => name).join(', ');
    if (!after) {
      reportDeleted(newer, number, before, listed, report);
      continue;
    }
    const names = new Set(after.map(({ name }) => name));
    if (before.every(({ name }) => names.has(name))) continue;
    report.add('ENUM_VALUE_SAME_NAME', {
      what: `the value ${number} of enum ${newer.name} changed its name from ${listed} to ${[...names].join(', ')}`,
      about: `enum value ${newer.name}.${before[0]?.name}`,
      at: after[0]?.at,
    });
  }
}

function reportDeleted(
  { name, at, reserved }: ProtoEnum,
  number: number,
  values: ProtoEnum['values'],
  listed: string,
  report: Report,
): void {
  const about = `enum value ${name}.${values[0]?.name}`;
  const what = `the value ${listed} (${number}) of enum ${name} is gone`;
  if (!covers(reserved.ranges, number))
    report.add('ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED', {
      what: `${what}, and its number is not reserved`,
      about,
      at,
    });
  else if (values.some((value) => !reserved.names.includes(value.name)))
    report.add('ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED', {
      what: `${what}, and its name is not reserved`,
      about,
      at,
    });
  else report.add('ENUM_VALUE_NO_DELETE', { what, about, at });
}

function compareReserved(older: ProtoEnum, newer: ProtoEnum, report: Report): void {
  const { ranges, names } = noLongerReserved(older.reserved, newer.reserved);
  if (ranges.length === 0 && names.length === 0) return;
  const freed = new Set(names);
  const reused = newer.values.some(({ name, number }) => freed.has(name) || covers(ranges, number));
  report.add(
    'RESERVED_ENUM_NO_DELETE',
    {
      what: `the enum ${newer.name} no longer reserves ${[...(ranges.length > 0 ? [written(ranges)] : []), ...names].join(', ')}${reused ? ', and uses it again' : ''}`,
      about: `enum ${newer.name}`,
      at: newer.at,
    },
    reused ? 'breaking' : 'risky',
  );
}

function byNumber({ values }: ProtoEnum): Map<number, ProtoEnum['values'][number][]> {
  const numbers = new Map<number, ProtoEnum['values'][number][]>();
  for (const value of values) {
    const same = numbers.get(value.number);
    if (same) same.push(value);
    else numbers.set(value.number, [value]);
  }
  return numbers;
}
