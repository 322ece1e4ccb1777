import type { FactFault } from '@shipworthy/model';
import type { ProtoEnum, ProtoExtension, ProtoFile, ProtoMessage, ProtoOption, ProtoService } from './descriptors.ts';
import { readEnum } from './enums.ts';
import { readExtension, readMessage } from './messages.ts';
import { readOptionStatement } from './options.ts';
import { ProtobufSyntaxError, TokenReader } from './reader.ts';
import { readService } from './services.ts';
import type { Token } from './tokens.ts';

/** What was read of a file so far; a fault in the text leaves what stands before it. */
export class Definitions implements ProtoFile {
  syntax = '';
  package: ProtoFile['package'];
  readonly imports: ProtoFile['imports'][number][] = [];
  readonly options: ProtoOption[] = [];
  readonly messages: ProtoMessage[] = [];
  readonly enums: ProtoEnum[] = [];
  readonly services: ProtoService[] = [];
  readonly extensions: ProtoExtension[] = [];
  /** What the compiler would refuse, the fault that ended the reading last. */
  readonly faults: FactFault[] = [];
  /** Was the text left at a fault? */
  broken = false;
}

/** The definitions of one file, by the grammar of proto2, proto3 and editions. Never throws for what the text holds. */
export function readDefinitions(text: string): Definitions {
  const definitions = new Definitions();
  try {
    const reader = new TokenReader(text);
    while (!reader.done) readStatement(reader, definitions);
  } catch (error) {
    if (!(error instanceof ProtobufSyntaxError)) throw error;
    definitions.faults.push({ what: error.message, at: error.at, effect: 'refused' });
    definitions.broken = true;
  }
  return definitions;
}

function readStatement(reader: TokenReader, into: Definitions): void {
  if (reader.is('option')) {
    into.options.push(readOptionStatement(reader));
    return;
  }
  const first = reader.take('a definition');
  switch (first.text) {
    case ';':
      return;
    case 'syntax':
    case 'edition':
      reader.expect('=');
      into.syntax = reader.take('a version').text;
      reader.expect(';');
      return;
    case 'package': {
      const { text: name, at } = reader.word('a package name');
      into.package = { name, at };
      reader.expect(';');
      return;
    }
    case 'import':
      readImport(reader, into);
      return;
    case 'export':
    case 'local':
      readDefinition(reader, reader.take('a definition'), into);
      return;
    default:
      readDefinition(reader, first, into);
  }
}

function readImport(reader: TokenReader, into: Definitions): void {
  const isPublic = reader.is('public');
  if (reader.peek()?.form === 'word') reader.take('a path');
  const { text: path, at, form } = reader.take('a path');
  if (form !== 'string') throw new ProtobufSyntaxError(`'${path}' stands where a path in quotes belongs`, at);
  into.imports.push({ path, at, isPublic });
  reader.expect(';');
}

function readDefinition(reader: TokenReader, keyword: Token, into: Definitions): void {
  switch (keyword.text) {
    case 'message':
      readMessage(reader, into, '', 0);
      return;
    case 'enum':
      readEnum(reader, into, '');
      return;
    case 'service':
      readService(reader, into);
      return;
    case 'extend':
      readExtension(reader, into, '', 0);
      return;
    default:
      throw new ProtobufSyntaxError(`'${keyword.text}' begins no definition`, keyword.at);
  }
}
