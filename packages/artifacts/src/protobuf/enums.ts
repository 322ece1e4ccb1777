import type { Definitions } from './definitions.ts';
import type { ProtoEnum, ProtoOption } from './descriptors.ts';
import { readFieldOptions, readOptionStatement } from './options.ts';
import { readNumber, readRanges } from './ranges.ts';
import type { TokenReader } from './reader.ts';

/** `enum State { ... }` without its first word. */
export function readEnum(reader: TokenReader, into: Pick<Definitions, 'enums'>, scope: string): void {
  const { text, at } = reader.word('an enum name');
  const values: ProtoEnum['values'][number][] = [];
  const reserved = { ranges: [] as (readonly [number, number])[], names: [] as string[] };
  const options: ProtoOption[] = [];
  into.enums.push({ name: scope === '' ? text : `${scope}.${text}`, at, values, reserved, options });
  reader.expect('{');
  while (!reader.accept('}')) {
    if (reader.accept(';')) continue;
    if (reader.is('option') && !reader.is('=', 1)) options.push(readOptionStatement(reader));
    else if (reader.is('reserved') && !reader.is('=', 1)) {
      reader.take('reserved');
      const { ranges, names } = readRanges(reader);
      reserved.ranges.push(...ranges);
      reserved.names.push(...names);
    } else {
      const name = reader.word('a name');
      reader.expect('=');
      values.push({ name: name.text, number: readNumber(reader), at: name.at });
      readFieldOptions(reader);
      reader.expect(';');
    }
  }
}
