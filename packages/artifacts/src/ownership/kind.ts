import type { Artifact, ExtractionLevel, OwnershipFacts, PathClass, ReadProblem } from '@shipworthy/model';
import { parseYaml, readYaml, type YamlNode } from '../formats/yaml/index.ts';
import { type KindModule, listed, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { readCatalog, readComponentOwners } from './catalog.ts';
import { MAX_LINES, readCodeowners } from './codeowners.ts';
import { readMaintainers } from './maintainers.ts';
import { isTemplated } from './owner-token.ts';
import { readMailOwners, readProwAliases, readProwOwners } from './prow.ts';

/** Base names as their readers want them: hosts and Prow tell letter case apart. */
const FLAVOURS: Readonly<Record<string, OwnershipFacts['flavour']>> = {
  CODEOWNERS: 'codeowners',
  OWNERS: 'owners',
  OWNERS_ALIASES: 'owners-aliases',
  'catalog-info.yaml': 'catalog',
  'catalog-info.yml': 'catalog',
  'component_owners.yml': 'component-owners',
  'component_owners.yaml': 'component-owners',
  MAINTAINERS: 'maintainers',
  'MAINTAINERS.md': 'maintainers',
  'MAINTAINERS.txt': 'maintainers',
  'MAINTAINERS.rst': 'maintainers',
};

/** Ownership is also found among texts for assistants: an OWNERS file there speaks for the folder, not about owning. */
const NOT_IN: readonly PathClass[] = ['vendored', 'fixture', 'template', 'translated'];

/** Path and content agree on the kind. */
const CONFIDENCE = 0.9;

/** Who owns what: CODEOWNERS, Prow OWNERS, component owners, the repository's own catalog entry, MAINTAINERS. */
export const ownershipKind: KindModule<'ownership'> = {
  kind: 'ownership',
  factsVersion: 3,
  paths: { baseNames: Object.keys(FLAVOURS).map((name) => name.toLowerCase()) },
  notIn: NOT_IN,
  sniff(file) {
    const flavour = FLAVOURS[file.baseName];
    if (!flavour || file.text.trim() === '') return false;
    if (flavour === 'catalog') return file.text.includes('backstage.io/');
    if (flavour === 'owners-aliases') return file.text.includes('aliases');
    return flavour !== 'component-owners' || file.text.includes('components');
  },
  load: async () => parseOwnership,
  elements: ({ facts }) =>
    facts.lines.map(({ pattern, owners, spans }) =>
      listed('owner-line', [pattern, ...owners.map((owner) => owner.name)].join(' '), spans['']),
    ),
};

function parseOwnership(file: RepositoryFile): Parsed<'ownership'> {
  const flavour = FLAVOURS[file.baseName];
  if (flavour === 'codeowners') {
    const facts = readCodeowners(file.path, file.text);
    const level = isTemplated(file.text) ? 'tolerant' : 'parsed';
    // Comments only: nothing is stated.
    if (facts.lines.length === 0 && facts.faults.length === 0) return NOTHING;
    const what = `it has more than ${MAX_LINES} patterns; the rest was not read`;
    const problems: ReadProblem[] =
      facts.lines.length < MAX_LINES ? [] : [{ kind: 'ownership', what, effect: 'unseen' }];
    return { ...one(file, facts, level), problems };
  }
  if (flavour === 'maintainers') {
    const facts = readMaintainers(file.folder, file.text);
    return facts ? one(file, facts, 'scraped') : NOTHING;
  }
  const mail = flavour === 'owners' ? readMailOwners(file.folder, file.text) : undefined;
  if (mail) return one(file, mail, 'parsed');
  return parseYamlFlavour(file, flavour);
}

/** `- @amy`, as CODEOWNERS has it: YAML keeps the sign for itself, and actions that read OWNERS by their lines take it. */
const AT_SIGN = /^([ \t]*-[ \t]+)@(?=[A-Za-z0-9])/gm;

const NOTHING: Parsed<'ownership'> = { artifacts: [], problems: [] };

function parseYamlFlavour(file: RepositoryFile, flavour: OwnershipFacts['flavour'] | undefined): Parsed<'ownership'> {
  const strict = readYaml(file);
  const { documents, problems } =
    flavour === 'owners' && strict.problems.length > 0 ? parseYaml(file.text.replace(AT_SIGN, '$1 ')) : strict;
  const roots = documents.map((document) => document.root);
  const facts = factsOfYaml(file, flavour, roots);
  const templated = isTemplated(file.text);
  const said = problems.map(
    ({ what, at, effect }): ReadProblem => ({ kind: 'ownership', what, at, effect: templated ? 'unseen' : effect }),
  );
  if (!facts) return { artifacts: [], problems: said };
  return { ...one(file, facts, templated ? 'tolerant' : 'parsed'), problems: said };
}

function factsOfYaml(
  file: RepositoryFile,
  flavour: OwnershipFacts['flavour'] | undefined,
  roots: readonly YamlNode[],
): OwnershipFacts | undefined {
  const [root] = roots;
  if (!root) return undefined;
  switch (flavour) {
    case 'catalog':
      return readCatalog(file.folder, file.text, roots);
    case 'owners':
      return readProwOwners(file.folder, file.text, root);
    case 'owners-aliases':
      return readProwAliases(file.text, root);
    case 'component-owners':
      return readComponentOwners(file.text, root);
    default:
      return undefined;
  }
}

function one(file: RepositoryFile, facts: OwnershipFacts, level: ExtractionLevel): Parsed<'ownership'> {
  const artifact: Artifact<'ownership'> = {
    kind: 'ownership',
    path: file.path,
    pathClass: file.pathClass,
    level,
    confidence: CONFIDENCE,
    why: [`is named ${file.baseName}`, WHY[facts.flavour]],
    id: file.path,
    facts,
  };
  return { artifacts: [artifact], problems: [] };
}

const WHY: Readonly<Record<OwnershipFacts['flavour'], string>> = {
  codeowners: 'gives paths owners, line by line',
  owners: 'lists approvers or reviewers of its folder',
  'owners-aliases': 'gives names to groups of owners',
  catalog: 'describes an entity of a software catalog',
  'component-owners': 'gives components owners',
  maintainers: 'names people',
};
