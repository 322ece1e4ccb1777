import type { NumberRange } from './descriptors.ts';
import { ProtobufSyntaxError, type TokenReader } from './reader.ts';

/** A number as the language writes them: decimal, `0x1F`, `017`. */
export function numberOf(text: string): number {
  return /^0[0-7]+$/.test(text) ? Number.parseInt(text, 8) : Number(text);
}

/** `reserved 2, 9 to 11, -3 to max, "old", other;` or `extensions 100 to max [...];` without its first word. */
export function readRanges(reader: TokenReader): { readonly ranges: NumberRange[]; readonly names: string[] } {
  const ranges: NumberRange[] = [];
  const names: string[] = [];
  while (!reader.accept(';')) {
    if (reader.is('[')) reader.skipBrackets('[', ']');
    else if (reader.is('-') || reader.peek()?.form === 'number') ranges.push(readRange(reader));
    else {
      const { text, form, at } = reader.take("';'");
      if (form === 'string' || form === 'word') names.push(text);
      else if (text === '}') throw new ProtobufSyntaxError(`'}' stands where ';' belongs`, at);
    }
  }
  return { ranges, names };
}

function readRange(reader: TokenReader): NumberRange {
  const first = readNumber(reader);
  if (!reader.accept('to')) return [first, first];
  return [first, reader.accept('max') ? Number.POSITIVE_INFINITY : readNumber(reader)];
}

/** `-5` */
export function readNumber(reader: TokenReader): number {
  const negative = reader.accept('-');
  const number = numberOf(reader.take('a number').text);
  return negative ? -number : number;
}
