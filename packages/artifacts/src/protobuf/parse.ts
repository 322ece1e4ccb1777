import type { Artifact, ProtobufFacts } from '@shipworthy/model';
import type { Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { copiedFrom } from './copies.ts';
import { readDefinitions } from './definitions.ts';

/** The definitions of a file. One that does not parse keeps its fault, for `contract/valid` to report. */
export function parseProtobuf(file: RepositoryFile): Parsed<'protobuf'> {
  const facts = factsOf(file);
  if (isEmpty(facts)) return { artifacts: [], problems: [] };
  const artifact: Artifact<'protobuf'> = {
    kind: 'protobuf',
    path: file.path,
    pathClass: file.pathClass,
    level: 'parsed',
    confidence: 0.85,
    why: ['defines protocol buffers', ...(facts.copyOf ? [`is a copy of a file of ${facts.copyOf}`] : [])],
    id: file.path,
    ...(facts.package ? { title: facts.package.name } : {}),
    facts,
  };
  return { artifacts: [artifact], problems: [] };
}

function factsOf(file: RepositoryFile): ProtobufFacts {
  const definitions = readDefinitions(file.text);
  const copyOf = copiedFrom(definitions.package?.name, file.path);
  return {
    syntax: definitions.syntax,
    ...(definitions.package ? { package: definitions.package } : {}),
    imports: definitions.imports.map(({ path, at }) => ({ path, at })),
    services: definitions.services.map(({ name, at, methods }) => ({
      name,
      at,
      methods: methods.map((method) => ({
        name: method.name,
        input: method.input.type,
        output: method.output.type,
        at: method.at,
      })),
    })),
    messages: definitions.messages.map(({ name, at, fields }) => ({
      name,
      at,
      fields: fields.map((field) => ({ name: field.name, number: field.number, type: field.type })),
    })),
    enums: definitions.enums.map(({ name, at }) => ({ name, at })),
    ...(copyOf === undefined ? {} : { copyOf }),
    faults: definitions.faults,
  };
}

/** A text that only begins like the language (a template, notes) defines nothing and names no syntax. */
const isEmpty = ({ syntax, messages, services, enums, imports, package: name }: ProtobufFacts): boolean =>
  syntax === '' && !name && [messages, services, enums, imports].every((list) => list.length === 0);
