import type { Artifact, ReadProblem } from '@shipworthy/model';
import { readYaml, type YamlMap } from '../formats/yaml/index.ts';
import type { Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { entityFacts } from './entity.ts';

/** Entities; `Template` describes how others are made, and its own text is full of blanks. */
const ENTITIES: ReadonlySet<string> = new Set([
  'Component',
  'API',
  'Resource',
  'System',
  'Domain',
  'Group',
  'User',
  'Location',
]);
const NAMED = /(?:^|\/)catalog-info\.ya?ml$|(?:^|\/)(?:[^/]*-)?catalog(?:-[^/]*)?\//i;

/** One artifact for each entity of the file. */
export function parseServiceCatalog(file: RepositoryFile): Parsed<'service-catalog'> {
  const { documents, problems } = readYaml(file);
  const entities = documents.flatMap(({ root }) =>
    root.kind === 'map' && root.text('apiVersion')?.startsWith('backstage.io/') ? [root] : [],
  );
  const own = entities.filter((root) => ENTITIES.has(root.text('kind') ?? ''));
  const templated = file.text.includes('{{') || file.text.includes('{%');
  return {
    artifacts: own.map((root) => artifact(file, root, own.length > 1)),
    problems:
      own.length === 0 && entities.length > 0
        ? []
        : problems.map(
            ({ what, at, effect }): ReadProblem => ({
              kind: 'service-catalog',
              what,
              at,
              effect: templated ? 'unseen' : effect,
            }),
          ),
  };
}

function artifact(file: RepositoryFile, root: YamlMap, several: boolean): Artifact<'service-catalog'> {
  const facts = entityFacts(root);
  const named = NAMED.test(file.path);
  const key = `${facts.entity}:${facts.namespace}/${facts.name ?? ''}`.toLowerCase();
  const title = root.map('metadata')?.text('title') ?? facts.name;
  return {
    kind: 'service-catalog',
    path: file.path,
    pathClass: file.pathClass,
    level: facts.templated.length > 0 ? 'tolerant' : 'parsed',
    confidence: named ? 0.85 : 0.7,
    why: [`is a ${facts.entity} of a software catalog`, ...(named ? ['the path names a catalog'] : [])],
    id: several ? key : file.path,
    ...(title === undefined ? {} : { title }),
    at: root.span,
    facts,
  };
}
