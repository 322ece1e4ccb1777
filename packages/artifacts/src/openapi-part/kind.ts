import type { OpenApiPartFacts } from '@shipworthy/model';
import { readDataFile } from '../contracts/data-file.ts';
import { mayBeContractJson } from '../contracts/data-names.ts';
import { METHODS, operationFrom } from '../contracts/operations.ts';
import type { YamlMap } from '../formats/yaml/index.ts';
import { type KindModule, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';

/** Without `responses` no operation is described; whole descriptions say what they are. */
const WHOLE = /^["']?(?:openapi|swagger|asyncapi|apiVersion)["']?\s*:/m;
const RESPONSES = /\bresponses["']?[ \t]*:/;

/** Files that an OpenAPI description was split into; internal, so that its operations can be counted. */
export const openapiPartKind: KindModule<'openapi-part'> = {
  kind: 'openapi-part',
  factsVersion: 1,
  paths: { extensions: ['yaml', 'yml'], test: mayBeContractJson },
  notIn: NEVER_OURS,
  sniff: ({ text }) => text.includes('responses') && RESPONSES.test(text) && !WHOLE.test(text),
  load: async () => parsePart,
};

function parsePart(file: RepositoryFile): Parsed<'openapi-part'> {
  const { documents, level } = readDataFile(file);
  const root = documents[0]?.root;
  const operations = root ? operationsOf(root) : [];
  if (operations.length === 0) return { artifacts: [], problems: [] };
  return {
    artifacts: [
      {
        kind: 'openapi-part',
        path: file.path,
        pathClass: file.pathClass,
        level,
        confidence: 0.7,
        why: ['holds operations of an API description'],
        id: file.path,
        facts: { operations },
      },
    ],
    problems: [],
  };
}

/** A path item, a map of path items (also below `paths`), or a single operation. */
function operationsOf(root: YamlMap): OpenApiPartFacts['operations'] {
  if (root.map('responses')) {
    const key = root.entry('responses');
    if (!key) return [];
    return [{ ...operationFrom('', { ...key, key: '', value: root }), pointer: '' }];
  }
  const direct = itemOperations(root, '', '');
  if (direct.length > 0) return direct;
  const nested = root.map('paths');
  const items = nested ?? root;
  return items.entries.flatMap(({ key, value }) =>
    value.kind === 'map' ? itemOperations(value, key, `${nested ? '/paths' : ''}/${key}`) : [],
  );
}

function itemOperations(item: YamlMap, path: string, pointer: string): OpenApiPartFacts['operations'] {
  return item.entries
    .filter(({ key, value }) => METHODS.has(key) && value.kind === 'map' && value.has('responses'))
    .map((entry) => ({ ...operationFrom(path, entry), pointer }));
}
