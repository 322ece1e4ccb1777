import type { OpenApiPartFacts } from '@shipworthy/model';
import { readDataFile } from '../contracts/data-file.ts';
import { METHODS, operationOf } from '../contracts/operations.ts';
import type { YamlMap } from '../formats/yaml/index.ts';
import type { Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';

/** Sections that descriptions refer into, and what tells them from other files with such a key. */
const SECTIONS: Readonly<Record<string, ReadonlySet<string>>> = {
  components: new Set([
    'schemas',
    'parameters',
    'responses',
    'securitySchemes',
    'requestBodies',
    'headers',
    'examples',
  ]),
  definitions: new Set(),
  securityDefinitions: new Set(),
};

/** The operations a part holds, and the sections; a file without any is none. */
export function parseOpenApiPart(file: RepositoryFile): Parsed<'openapi-part'> {
  const { documents, level } = readDataFile(file);
  const root = documents[0]?.root;
  const operations = root ? operationsOf(root) : [];
  const sections = root ? sectionsOf(root) : [];
  if (operations.length === 0 && sections.length === 0) return { artifacts: [], problems: [] };
  return {
    artifacts: [
      {
        kind: 'openapi-part',
        path: file.path,
        pathClass: file.pathClass,
        level,
        confidence: 0.7,
        why: [`holds ${operations.length > 0 ? 'operations' : 'sections'} of an API description`],
        id: file.path,
        facts: { operations, ...(sections.length > 0 ? { sections } : {}) },
      },
    ],
    problems: [],
  };
}

const sectionsOf = (root: YamlMap): string[] =>
  Object.entries(SECTIONS).flatMap(([name, parts]) => {
    const section = root.map(name);
    const known = section && (parts.size === 0 || section.entries.some(({ key }) => parts.has(key)));
    return known ? [name] : [];
  });

/** A path item, a map of path items (also below `paths`), or a single operation. */
function operationsOf(root: YamlMap): OpenApiPartFacts['operations'] {
  if (root.map('responses')) {
    const key = root.entry('responses');
    if (!key) return [];
    return [{ ...operationOf(root, '', { ...key, key: '', value: root }, root), pointer: '' }];
  }
  const direct = itemOperations(root, root, '', '');
  if (direct.length > 0) return direct;
  const nested = root.map('paths');
  const items = nested ?? root;
  return items.entries.flatMap(({ key, value }) =>
    value.kind === 'map' ? itemOperations(root, value, key, `${nested ? '/paths' : ''}/${key}`) : [],
  );
}

function itemOperations(root: YamlMap, item: YamlMap, path: string, pointer: string): OpenApiPartFacts['operations'] {
  return item.entries
    .filter(({ key, value }) => METHODS.has(key) && value.kind === 'map' && value.has('responses'))
    .map((entry) => ({ ...operationOf(item, path, entry, root), pointer }));
}
