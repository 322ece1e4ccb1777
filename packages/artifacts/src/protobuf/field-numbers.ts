import type { FactFault, Span } from '@shipworthy/model';
import type { ProtoMessage } from './descriptors.ts';

/** Bounds of protoc: 2^29 - 1, and the range that the implementation keeps for itself. */
const MAX_NUMBER = 536_870_911;
const OWN_FIRST = 19_000;
const OWN_LAST = 19_999;

/** What the compiler would refuse about the names and numbers of one message's fields. */
export function fieldFaults({ name: message, fields, reserved }: ProtoMessage): FactFault[] {
  const faults: FactFault[] = [];
  const byNumber = new Map<number, string>();
  const names = new Set<string>();
  const reservedNames = new Set(reserved.names);
  for (const { name, number, at, numberAt } of fields) {
    const refuse = (what: string, span: Span) => faults.push({ what, at: span, effect: 'refused' });
    const twin = byNumber.get(number);
    if (twin !== undefined) refuse(`'${name}' and '${twin}' of ${message} have the same number ${number}`, numberAt);
    byNumber.set(number, name);
    if (names.has(name)) refuse(`${message} has the field '${name}' twice`, at);
    names.add(name);
    if (number < 1 || number > MAX_NUMBER || (number >= OWN_FIRST && number <= OWN_LAST))
      refuse(`'${name}' of ${message} has the number ${number}, which no field can have`, numberAt);
    if (reserved.ranges.some(([first, last]) => number >= first && number <= last))
      refuse(`'${name}' of ${message} uses the reserved number ${number}`, numberAt);
    if (reservedNames.has(name)) refuse(`${message} uses the reserved name '${name}'`, at);
  }
  return faults;
}
