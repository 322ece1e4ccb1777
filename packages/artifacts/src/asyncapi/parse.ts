import type { Artifact, AsyncApiFacts, FactFault, OperationFacts, ReadProblem, Span } from '@shipworthy/model';
import { type DataDocument, readDataFile } from '../contracts/data-file.ts';
import { contractConfidence, contractPathSignal } from '../contracts/data-names.ts';
import { fieldSpans, schemesOf, securityOf } from '../contracts/operations.ts';
import { collectReferences, dereferenced } from '../contracts/references.ts';
import type { YamlEntry, YamlMap } from '../formats/yaml/index.ts';
import type { Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';

const FIELDS = ['info', 'info.title', 'info.version', 'servers', 'channels'];
const AT_THE_TOP = /^(?:["']?|\{?[ \t]{0,4}")asyncapi["']?[ \t]*:/m;
/** What an operation of version 2 is called: the description speaks from the side of the client. */
const ACTIONS_OF_2 = ['publish', 'subscribe'];

/** The AsyncAPI document a file holds. */
export function parseAsyncApi(file: RepositoryFile): Parsed<'asyncapi'> {
  const { documents, problems, level } = readDataFile(file);
  const document = documents.find(({ root }) => /^[123]\.\d/.test(root.text('asyncapi') ?? ''));
  if (!document)
    return {
      artifacts: [],
      problems: (AT_THE_TOP.test(file.text) ? problems : []).map(
        ({ what, at, effect }): ReadProblem => ({
          kind: 'asyncapi',
          what,
          at,
          effect: level === 'parsed' ? effect : 'unseen',
        }),
      ),
    };
  const facts = factsOf(document, level === 'parsed');
  const signal = contractPathSignal(file.path);
  const artifact: Artifact<'asyncapi'> = {
    kind: 'asyncapi',
    path: file.path,
    pathClass: file.pathClass,
    level,
    confidence: contractConfidence(file.path),
    why: [`says it is AsyncAPI ${facts.specVersion}`, ...(signal ? [signal] : [])],
    id: file.path,
    ...(facts.title === undefined ? {} : { title: facts.title }),
    facts,
  };
  return { artifacts: [artifact], problems: [] };
}

function factsOf({ root, duplicateKeys }: DataDocument, certain: boolean): AsyncApiFacts {
  const info = root.map('info');
  const components = root.map('components');
  const title = info?.text('title');
  const version = info?.text('version');
  const { outer, faults } = collectReferences(root);
  const repeated = duplicateKeys.map(
    ({ key, at }): FactFault => ({
      what: `the key '${key}' stands twice in one place, and only the last is read`,
      at,
      effect: 'refused',
    }),
  );
  const specVersion = root.text('asyncapi') ?? '';
  const start = root.entry('asyncapi')?.keySpan ?? root.span;
  const absent = (['info', 'channels'] as const)
    .filter((key) => !root.has(key) && !(key === 'channels' && specVersion.startsWith('3')))
    .map((key): FactFault => ({ what: `\`${key}\` is missing`, at: start, effect: 'refused' }));
  const named = (map: YamlMap | undefined) => entriesOf(map).map(({ key, keySpan }) => ({ name: key, at: keySpan }));
  return {
    specVersion,
    ...(title === undefined ? {} : { title }),
    ...(version === undefined ? {} : { version }),
    servers: entriesOf(root.map('servers')).map(({ key, keySpan, value }) => ({
      name: key,
      // A reference to a server elsewhere may secure it.
      secured: value.kind === 'map' && (value.has('$ref') || securityOf(value.get('security')) === 'secured'),
      at: keySpan,
    })),
    channels: named(root.map('channels')),
    operations: specVersion.startsWith('3') ? operationsOf3(root) : operationsOf2(root),
    messages: named(components?.map('messages')),
    schemes: schemesOf(components?.map('securitySchemes')),
    references: outer,
    faults: certain ? [...faults, ...repeated, ...absent].sort((a, b) => a.at[0] - b.at[0]) : [],
    spans: fieldSpans(root, start, FIELDS),
  };
}

const entriesOf = (map: YamlMap | undefined): readonly YamlEntry[] =>
  (map?.entries ?? []).filter(({ key }) => !key.startsWith('x-') && key !== '$ref');

function operationsOf2(root: YamlMap): OperationFacts[] {
  return entriesOf(root.map('channels')).flatMap(({ key: path, value }) => {
    const channel = dereferenced(root, value);
    return ACTIONS_OF_2.flatMap((method) => {
      const entry = channel?.entry(method);
      return entry
        ? [operation(method, path, entry.keySpan, entry.value.kind === 'map' ? entry.value : undefined)]
        : [];
    });
  });
}

function operationsOf3(root: YamlMap): OperationFacts[] {
  return entriesOf(root.map('operations')).map(({ key, keySpan, value }) => {
    const map = value.kind === 'map' ? value : undefined;
    const channel =
      map
        ?.map('channel')
        ?.text('$ref')
        ?.replace(/^#\/channels\//, '') ?? key;
    return { ...operation(map?.text('action') ?? 'send', channel, keySpan, map), id: key };
  });
}

function operation(method: string, path: string, at: Span, map: YamlMap | undefined): OperationFacts {
  const id = map?.text('operationId');
  return {
    method,
    path,
    ...(id === undefined ? {} : { id }),
    responses: [],
    security: securityOf(map?.get('security')),
    spans: { '': at },
  };
}
