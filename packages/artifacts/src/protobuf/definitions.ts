import type { FactFault, ProtobufFacts, ProtobufMessageFacts, ProtobufMethodFacts } from '@shipworthy/model';
import { FieldNumbers } from './field-numbers.ts';
import { ProtobufSyntaxError, TokenReader } from './reader.ts';
import type { Token } from './tokens.ts';

const LABELS: ReadonlySet<string> = new Set(['optional', 'required', 'repeated']);
/** Nesting of messages; deeper text is refused, as protoc does far earlier. */
const MAX_DEPTH = 64;

type Writable<T> = T extends readonly (infer E)[] ? E[] : never;

/** Reads the definitions of one file, by the grammar of proto2, proto3 and editions. */
export class DefinitionReader {
  readonly #reader: TokenReader;
  syntax = '';
  package: ProtobufFacts['package'];
  readonly imports: Writable<ProtobufFacts['imports']> = [];
  readonly services: Writable<ProtobufFacts['services']> = [];
  readonly messages: ProtobufMessageFacts[] = [];
  readonly enums: Writable<ProtobufFacts['enums']> = [];
  readonly faults: FactFault[] = [];

  constructor(text: string) {
    this.#reader = new TokenReader(text);
  }

  /** @throws ProtobufSyntaxError where the text leaves the grammar; what was read until then is kept. */
  readFile(): void {
    while (!this.#reader.done) this.#statement();
  }

  #statement(): void {
    const reader = this.#reader;
    const first = reader.take('a definition');
    switch (first.text) {
      case ';':
        return;
      case 'syntax':
      case 'edition':
        reader.expect('=');
        this.syntax = reader.take('a version').text;
        reader.expect(';');
        return;
      case 'package': {
        const { text: name, at } = reader.word('a package name');
        this.package = { name, at };
        reader.expect(';');
        return;
      }
      case 'import': {
        if (reader.peek()?.form === 'word') reader.take('a path');
        const { text: path, at, form } = reader.take('a path');
        if (form !== 'string') throw new ProtobufSyntaxError(`'${path}' stands where a path in quotes belongs`, at);
        this.imports.push({ path, at });
        reader.expect(';');
        return;
      }
      case 'option':
        reader.skipStatement();
        return;
      case 'export':
      case 'local':
        this.#definition(reader.take('a definition'), '', 0);
        return;
      default:
        this.#definition(first, '', 0);
        return;
    }
  }

  #definition(keyword: Token, scope: string, depth: number): void {
    switch (keyword.text) {
      case 'message':
        this.#message(scope, depth);
        return;
      case 'enum':
        this.#enum(scope);
        return;
      case 'service':
        this.#service();
        return;
      case 'extend':
        this.#reader.word('a message name');
        this.#extension(scope, depth);
        return;
      default:
        throw new ProtobufSyntaxError(`'${keyword.text}' begins no definition`, keyword.at);
    }
  }

  #message(scope: string, depth: number): void {
    const { text, at } = this.#reader.word('a message name');
    this.#body(text, at, scope, depth);
  }

  #body(text: string, at: Token['at'], scope: string, depth: number): void {
    if (depth > MAX_DEPTH) throw new ProtobufSyntaxError('messages are nested too deeply', at);
    const name = scope === '' ? text : `${scope}.${text}`;
    const numbers = new FieldNumbers(name);
    const position = this.messages.length;
    this.messages.push({ name, at, fields: numbers.fields });
    this.#reader.expect('{');
    while (!this.#reader.accept('}')) this.#member(name, numbers, depth);
    this.messages[position] = { name, at, fields: numbers.fields };
    this.faults.push(...numbers.faults());
  }

  #member(scope: string, numbers: FieldNumbers, depth: number): void {
    const reader = this.#reader;
    const opensBlock = reader.peek(1)?.form === 'word' && reader.is('{', 2);
    if (reader.accept(';')) return;
    if ((reader.is('message') || reader.is('enum') || reader.is('extend')) && opensBlock) {
      this.#definition(reader.take('a definition'), scope, depth + 1);
      return;
    }
    if ((reader.is('export') || reader.is('local')) && (reader.is('message', 1) || reader.is('enum', 1))) {
      reader.take('a word');
      this.#definition(reader.take('a definition'), scope, depth + 1);
      return;
    }
    if (reader.is('oneof') && opensBlock) {
      reader.take('oneof');
      reader.word('a name');
      reader.expect('{');
      while (!reader.accept('}'))
        if (reader.is('option')) reader.skipStatement();
        else this.#field(scope, numbers, depth);
      return;
    }
    if (reader.is('option') && !reader.is('=', 2)) {
      reader.skipStatement();
      return;
    }
    if (reader.is('option') && reader.peek(1)?.form === 'word' && reader.peek(3)?.form !== 'number') {
      reader.skipStatement();
      return;
    }
    if (reader.is('extensions') && reader.peek(1)?.form === 'number') {
      reader.skipStatement();
      return;
    }
    if (reader.is('reserved') && !reader.is('=', 2)) {
      this.#reserved(numbers);
      return;
    }
    this.#field(scope, numbers, depth);
    return;
  }

  #reserved(numbers: FieldNumbers): void {
    const reader = this.#reader;
    reader.take('reserved');
    while (!reader.accept(';')) {
      const token = reader.take("';'");
      if (token.form === 'string' || token.form === 'word') numbers.reserveName(token.text);
      else if (token.form === 'number') {
        const end = reader.accept('to') ? reader.take('a number').text : token.text;
        numbers.reserve(Number(token.text), end === 'max' ? Number.POSITIVE_INFINITY : Number(end));
      }
    }
  }

  #field(scope: string, numbers: FieldNumbers, depth: number): void {
    const reader = this.#reader;
    if (LABELS.has(reader.peek()?.text ?? '') && reader.peek(1)?.form === 'word') reader.take('a label');
    let type = reader.word('a type').text;
    if (type === 'map' && reader.is('<')) {
      reader.expect('<');
      const key = reader.word('a type').text;
      reader.expect(',');
      type = `map<${key}, ${reader.word('a type').text}>`;
      reader.expect('>');
    }
    const name = reader.word('a field name');
    reader.expect('=');
    const number = reader.take('a number');
    if (number.form !== 'number')
      throw new ProtobufSyntaxError(`'${number.text}' stands where the number of '${name.text}' belongs`, number.at);
    numbers.add({ name: name.text, number: Number(number.text), type }, number.at, name.at);
    if (reader.is('[')) reader.skipBrackets('[', ']');
    if (type === 'group' && reader.is('{')) {
      this.#body(name.text, name.at, scope, depth + 1);
      return;
    }
    reader.expect(';');
  }

  /** Fields that `extend` adds belong to another message, so their numbers are not compared. */
  #extension(scope: string, depth: number): void {
    this.#reader.expect('{');
    while (!this.#reader.accept('}')) if (!this.#reader.accept(';')) this.#field(scope, new FieldNumbers(''), depth);
  }

  #enum(scope: string): void {
    const reader = this.#reader;
    const { text, at } = reader.word('an enum name');
    this.enums.push({ name: scope === '' ? text : `${scope}.${text}`, at });
    reader.expect('{');
    while (!reader.accept('}')) {
      if (reader.accept(';')) continue;
      if ((reader.is('option') || reader.is('reserved')) && !reader.is('=', 1)) {
        reader.skipStatement();
        continue;
      }
      reader.word('a name');
      reader.expect('=');
      reader.skipStatement();
    }
  }

  #service(): void {
    const reader = this.#reader;
    const { text: name, at } = reader.word('a service name');
    const methods: ProtobufMethodFacts[] = [];
    this.services.push({ name, at, methods });
    reader.expect('{');
    while (!reader.accept('}')) {
      if (reader.accept(';')) continue;
      if (reader.is('option')) {
        reader.skipStatement();
        continue;
      }
      methods.push(this.#method());
    }
  }

  #method(): ProtobufMethodFacts {
    const reader = this.#reader;
    reader.expect('rpc');
    const { text: name, at } = reader.word('a method name');
    const input = this.#messageName();
    reader.expect('returns');
    const output = this.#messageName();
    if (reader.is('{')) reader.skipBrackets('{', '}');
    else reader.expect(';');
    return { name, input, output, at };
  }

  /** `(stream acme.Order)`. */
  #messageName(): string {
    const reader = this.#reader;
    reader.expect('(');
    if (reader.is('stream') && reader.peek(1)?.form === 'word') reader.take('stream');
    const { text } = reader.word('a message name');
    reader.expect(')');
    return text;
  }
}
