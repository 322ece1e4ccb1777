import type { Artifact, ProtobufFacts } from '@shipworthy/model';
import type { Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { copiedFrom } from './copies.ts';
import { DefinitionReader } from './definitions.ts';
import { ProtobufSyntaxError } from './reader.ts';

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
  const reader = new DefinitionReader(file.text);
  try {
    reader.readFile();
  } catch (error) {
    if (!(error instanceof ProtobufSyntaxError)) throw error;
    reader.faults.push({ what: error.message, at: error.at, effect: 'refused' });
  }
  const copyOf = copiedFrom(reader.package?.name, file.path);
  return {
    syntax: reader.syntax,
    ...(reader.package ? { package: reader.package } : {}),
    imports: reader.imports,
    services: reader.services,
    messages: reader.messages,
    enums: reader.enums,
    ...(copyOf === undefined ? {} : { copyOf }),
    faults: reader.faults,
  };
}

/** A text that only begins like the language (a template, notes) defines nothing and names no syntax. */
const isEmpty = ({ syntax, messages, services, enums, imports, package: name }: ProtobufFacts): boolean =>
  syntax === '' && !name && [messages, services, enums, imports].every((list) => list.length === 0);
