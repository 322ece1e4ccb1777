import type { Definitions } from './definitions.ts';
import type { ProtoMethod, ProtoMethodMessage, ProtoOption } from './descriptors.ts';
import { readOptionStatement } from './options.ts';
import type { TokenReader } from './reader.ts';

/** `service Orders { ... }` without its first word. */
export function readService(reader: TokenReader, into: Pick<Definitions, 'services'>): void {
  const { text: name, at } = reader.word('a service name');
  const methods: ProtoMethod[] = [];
  into.services.push({ name, at, methods });
  reader.expect('{');
  while (!reader.accept('}')) {
    if (reader.accept(';')) continue;
    if (reader.is('option')) reader.skipStatement();
    else methods.push(readMethod(reader));
  }
}

function readMethod(reader: TokenReader): ProtoMethod {
  reader.expect('rpc');
  const { text: name, at } = reader.word('a method name');
  const input = readMessageName(reader);
  reader.expect('returns');
  const output = readMessageName(reader);
  return { name, at, input, output, options: readMethodOptions(reader) };
}

function readMethodOptions(reader: TokenReader): ProtoOption[] {
  const options: ProtoOption[] = [];
  if (!reader.accept('{')) {
    reader.expect(';');
    return options;
  }
  while (!reader.accept('}')) {
    if (reader.is('option')) options.push(readOptionStatement(reader));
    else reader.expect(';');
  }
  return options;
}

/** `(stream acme.Order)`. */
function readMessageName(reader: TokenReader): ProtoMethodMessage {
  reader.expect('(');
  const stream = reader.is('stream') && reader.peek(1)?.form === 'word';
  if (stream) reader.take('stream');
  const { text: type, at } = reader.word('a message name');
  reader.expect(')');
  return { type, at, stream };
}
