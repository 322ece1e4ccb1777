import type { Definitions } from './definitions.ts';
import type { NumberRange, ProtoField, ProtoMessage, ProtoOption } from './descriptors.ts';
import { readEnum } from './enums.ts';
import { fieldFaults } from './field-numbers.ts';
import { readFieldOptions, readOptionStatement } from './options.ts';
import { numberOf, readRanges } from './ranges.ts';
import { ProtobufSyntaxError, type TokenReader } from './reader.ts';
import type { Token } from './tokens.ts';

/** Nesting of messages; deeper text is refused, as protoc does far earlier. */
const MAX_DEPTH = 64;

type Collected = Pick<Definitions, 'messages' | 'enums' | 'extensions' | 'faults'>;

/** `message Order { ... }` without its first word. */
export function readMessage(reader: TokenReader, into: Collected, scope: string, depth: number): void {
  const { text, at } = reader.word('a message name');
  readBody(reader, into, { text, at }, scope, depth);
}

/** `extend Order { ... }` without its first word. Its numbers belong to another message, so they are not compared. */
export function readExtension(reader: TokenReader, into: Collected, scope: string, depth: number): void {
  const { text: extendee } = reader.word('a message name');
  reader.expect('{');
  while (!reader.accept('}'))
    if (!reader.accept(';'))
      into.extensions.push({ extendee, scope, field: readField(reader, into, scope, depth, undefined) });
}

class MessageParts implements ProtoMessage {
  readonly name: string;
  readonly at: ProtoMessage['at'];
  readonly fields: ProtoField[] = [];
  readonly oneofs: ProtoMessage['oneofs'][number][] = [];
  readonly reserved = { ranges: [] as NumberRange[], names: [] as string[] };
  readonly extensionRanges: NumberRange[] = [];
  readonly options: ProtoOption[] = [];

  constructor(name: string, at: ProtoMessage['at']) {
    this.name = name;
    this.at = at;
  }
}

function readBody(
  reader: TokenReader,
  into: Collected,
  { text, at }: Pick<Token, 'text' | 'at'>,
  scope: string,
  depth: number,
): void {
  if (depth > MAX_DEPTH) throw new ProtobufSyntaxError('messages are nested too deeply', at);
  const message = new MessageParts(scope === '' ? text : `${scope}.${text}`, at);
  into.messages.push(message);
  reader.expect('{');
  while (!reader.accept('}')) readMember(reader, into, message, depth);
  into.faults.push(...fieldFaults(message));
}

function readMember(reader: TokenReader, into: Collected, message: MessageParts, depth: number): void {
  const opensBlock = reader.peek(1)?.form === 'word' && reader.is('{', 2);
  if (reader.accept(';')) return;
  if ((reader.is('export') || reader.is('local')) && (reader.is('message', 1) || reader.is('enum', 1))) {
    reader.take('a word');
    readNested(reader, into, message.name, depth);
  } else if ((reader.is('message') || reader.is('enum') || reader.is('extend')) && opensBlock)
    readNested(reader, into, message.name, depth);
  else if (reader.is('oneof') && opensBlock) readOneof(reader, into, message, depth);
  else if (reader.is('option') && !isFieldOfTypeOption(reader)) message.options.push(readOptionStatement(reader));
  else if (reader.is('extensions') && reader.peek(1)?.form === 'number') {
    reader.take('extensions');
    message.extensionRanges.push(...readRanges(reader).ranges);
  } else if (reader.is('reserved') && !reader.is('=', 2)) {
    reader.take('reserved');
    const { ranges, names } = readRanges(reader);
    message.reserved.ranges.push(...ranges);
    message.reserved.names.push(...names);
  } else message.fields.push(readField(reader, into, message.name, depth, undefined));
}

/** `option name = 1;` where a message has the name `option`. */
const isFieldOfTypeOption = (reader: TokenReader): boolean =>
  reader.is('=', 2) && reader.peek(1)?.form === 'word' && reader.peek(3)?.form === 'number';

function readNested(reader: TokenReader, into: Collected, scope: string, depth: number): void {
  const { text } = reader.take('a definition');
  if (text === 'message') readMessage(reader, into, scope, depth + 1);
  else if (text === 'enum') readEnum(reader, into, scope);
  else readExtension(reader, into, scope, depth + 1);
}

function readOneof(reader: TokenReader, into: Collected, message: MessageParts, depth: number): void {
  reader.take('oneof');
  const { text: name, at } = reader.word('a name');
  const options: ProtoOption[] = [];
  message.oneofs.push({ name, at, options });
  reader.expect('{');
  while (!reader.accept('}'))
    if (reader.is('option')) options.push(readOptionStatement(reader));
    else message.fields.push(readField(reader, into, message.name, depth, name));
}

function readField(
  reader: TokenReader,
  into: Collected,
  scope: string,
  depth: number,
  oneof: string | undefined,
): ProtoField {
  const label = readLabel(reader);
  const map = reader.is('map') && reader.is('<', 1) ? readMapType(reader) : undefined;
  const type = map ? `map<${map.key}, ${map.value}>` : reader.word('a type').text;
  const name = reader.word('a field name');
  reader.expect('=');
  const number = reader.take('a number');
  if (number.form !== 'number')
    throw new ProtobufSyntaxError(`'${number.text}' stands where the number of '${name.text}' belongs`, number.at);
  const options = readFieldOptions(reader);
  if (type === 'group' && reader.is('{')) readBody(reader, into, name, scope, depth + 1);
  else reader.expect(';');
  return {
    name: name.text,
    at: name.at,
    number: numberOf(number.text),
    numberAt: number.at,
    type,
    ...(map ? { map } : {}),
    ...(label ? { label } : {}),
    ...(oneof === undefined ? {} : { oneof }),
    options,
  };
}

function readLabel(reader: TokenReader): ProtoField['label'] {
  const text = reader.peek()?.text;
  if ((text !== 'optional' && text !== 'required' && text !== 'repeated') || reader.peek(1)?.form !== 'word')
    return undefined;
  reader.take('a label');
  return text;
}

/** `map<string, acme.v1.Order>` */
function readMapType(reader: TokenReader): NonNullable<ProtoField['map']> {
  reader.take('map');
  reader.expect('<');
  const { text: key } = reader.word('a type');
  reader.expect(',');
  const { text: value } = reader.word('a type');
  reader.expect('>');
  return { key, value };
}
