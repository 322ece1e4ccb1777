import type { Artifact, JsonSchemaFacts } from '@shipworthy/model';
import { collectReferences } from '../contracts/references.ts';
import { readJson } from '../formats/json/read-json.ts';
import type { YamlMap } from '../formats/yaml/index.ts';
import type { Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { metaFaults } from './meta-schema.ts';

/** Words by which a schema says anything about values. */
const SAYS = [
  'type',
  'properties',
  '$ref',
  '$defs',
  'definitions',
  'oneOf',
  'anyOf',
  'allOf',
  'items',
  'enum',
  'const',
];
/** Names of files that schemas lie in, by habit. */
const NAMED = /(?:^|\/)schemas?(?:[-_][^/]*)?\/|schema[^/]*\.json$|\.jsonschema$/i;

/** Places where schemas for everybody are published; their files are copied, and mended there. */
const PUBLISHERS: readonly (readonly [address: RegExp, name: string])[] = [
  [/^https?:\/\/(?:docs\.oasis-open\.org|raw\.githubusercontent\.com\/oasis-tcs)\//, 'OASIS'],
  [/^https?:\/\/(?:json\.schemastore\.org|www\.schemastore\.org|schemastore\.azurewebsites\.net)\//, 'SchemaStore'],
  [/^https?:\/\/(?:json-schema\.org|spec\.openapis\.org|openapis\.org|swagger\.io)\//, 'the OpenAPI Initiative'],
  [/^https?:\/\/(?:www\.)?(?:asyncapi\.com|cyclonedx\.org|spdx\.org|w3\.org|geojson\.org)\//, 'a standard'],
  [/^https?:\/\/(?:schema\.management\.azure\.com|developer\.microsoft\.com)\//, 'Microsoft'],
];

/** The schema a file holds. Data that only names the schema it follows is none. */
export function parseJsonSchema(file: RepositoryFile): Parsed<'json-schema'> {
  const { root, duplicateKeys, problem } = readJson(file);
  if (problem) return { artifacts: [], problems: [{ kind: 'json-schema', ...problem }] };
  if (root?.kind !== 'map' || !/json-schema\.org/.test(root.text('$schema') ?? '')) return NOTHING;
  if (!SAYS.some((word) => root.has(word)) || isInstance(root)) return NOTHING;
  const named = NAMED.test(file.path);
  const title = root.text('title');
  const { outer, faults } = collectReferences(root);
  const schemaId = root.text('$id') ?? root.text('id');
  const copyOf = PUBLISHERS.find(([address]) => address.test(schemaId ?? ''))?.[1];
  const facts: JsonSchemaFacts = {
    dialect: root.text('$schema') ?? '',
    ...(schemaId === undefined ? {} : { schemaId }),
    ...(title === undefined ? {} : { title }),
    ...(copyOf === undefined ? {} : { copyOf }),
    properties: (root.map('properties')?.entries ?? []).map(({ key, keySpan }) => ({ name: key, at: keySpan })),
    required: root.items('required').flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])),
    references: outer,
    faults: [
      ...faults,
      ...duplicateKeys.map(({ key, at }) => ({
        what: `the key '${key}' stands twice in one place, and only the last is read`,
        at,
        effect: 'doubtful' as const,
      })),
      ...metaFaults(root, file.text),
    ].sort((a, b) => a.at[0] - b.at[0]),
  };
  const artifact: Artifact<'json-schema'> = {
    kind: 'json-schema',
    path: file.path,
    pathClass: file.pathClass,
    level: 'parsed',
    confidence: named ? 0.85 : 0.7,
    why: [`follows ${facts.dialect}`, ...(named ? ['the path names schemas'] : [])],
    id: file.path,
    ...(title === undefined ? {} : { title }),
    facts,
  };
  return { artifacts: [artifact], problems: [] };
}

const NOTHING: Parsed<'json-schema'> = { artifacts: [], problems: [] };

/** `type` of a schema is a word of the language; of data that points to the draft by mistake it can be anything. */
function isInstance(root: YamlMap): boolean {
  const type = root.text('type');
  const others = SAYS.filter((word) => word !== 'type').some((word) => root.has(word));
  return !others && !/^(?:object|array|string|number|integer|boolean|null)$/.test(type ?? '');
}
