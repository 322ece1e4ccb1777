import type { ProtoOption } from './descriptors.ts';
import { ProtobufSyntaxError, type TokenReader } from './reader.ts';

/** `option deprecated = true;` */
export function readOptionStatement(reader: TokenReader): ProtoOption {
  reader.expect('option');
  const option = readOption(reader, [';']);
  reader.expect(';');
  return option;
}

/** `[deprecated = true, (acme.role) = { name: "x" }]`, or nothing where no bracket opens. */
export function readFieldOptions(reader: TokenReader): ProtoOption[] {
  const options: ProtoOption[] = [];
  if (!reader.accept('[')) return options;
  while (!reader.accept(']')) {
    options.push(readOption(reader, [',', ']']));
    reader.accept(',');
  }
  return options;
}

function readOption(reader: TokenReader, ends: readonly string[]): ProtoOption {
  const first = reader.peek();
  const isEnd = () => ends.some((end) => reader.is(end));
  let name = '';
  while (!isEnd() && !reader.is('=')) name += reader.take("'='").text;
  const value = reader.accept('=') ? readValue(reader, isEnd) : '';
  return { name, value, at: first?.at ?? [0, 0] };
}

function readValue(reader: TokenReader, isEnd: () => boolean): string {
  let value = '';
  let glue = '';
  for (let depth = 0; depth > 0 || !isEnd(); ) {
    const { text, form, at } = reader.take("';'");
    if (form === 'sign') {
      if (text === '{' || text === '[' || text === '(') depth++;
      else if (text === '}' || text === ']' || text === ')') depth--;
      if (depth < 0) throw new ProtobufSyntaxError(`'${text}' stands where ';' belongs`, at);
    }
    // Strings side by side are one, and a sign belongs to its number.
    const joins = form === 'string' || text === '-';
    value += value === '' || (form === 'string' && glue === '') ? text : glue + text;
    glue = joins ? '' : ' ';
  }
  return value;
}
