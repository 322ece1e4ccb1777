import type { Artifact, DependencyUpdatesFacts, ReadProblem } from '@shipworthy/model';
import { readYaml } from '../formats/yaml/index.ts';
import { type KindModule, listed, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { readDependabot } from './dependabot.ts';
import { readRenovate } from './renovate.ts';

const CONFIDENCE = 0.9;
/** Each tool reads its configuration in a few places only; elsewhere a file of the name is a copy or a preset. */
const DEPENDABOT = /^\.github\/dependabot\.ya?ml$|^\.dependabot\/config\.yml$/i;
const RENOVATE =
  /^(?:\.github\/|\.gitlab\/)?(?:renovate\.json[5c]?|\.renovaterc(?:\.json5?)?)$|^\.github\/configs\/renovate(?:-config)?\.(?:json5?|[cm]?js)$|^renovate(?:\.config)?\.[cm]?js$/i;
const PYUP = /^\.pyup\.ya?ml$/i;
const DEPFU = /^\.depfu\.ya?ml$|^\.github\/depfu\.ya?ml$/i;
const SCALA_STEWARD = /^(?:\.github\/|\.config\/)?\.scala-steward\.conf$/i;
const UPDATECLI = /^updatecli(?:\.d)?\/.+\.ya?ml$|^updatecli\.ya?ml$/i;
const OWN = [DEPENDABOT, RENOVATE, PYUP, DEPFU, SCALA_STEWARD, UPDATECLI];

const others = (tool: DependencyUpdatesFacts['tool'], off = false): DependencyUpdatesFacts => ({
  tool,
  findsAll: true,
  entries: [],
  ...(off ? { off: [0, 0] } : {}),
  excluded: [],
});

function read(file: RepositoryFile): {
  readonly facts?: DependencyUpdatesFacts | undefined;
  readonly problems?: readonly Omit<ReadProblem, 'kind'>[];
} {
  const { path, text } = file;
  if (DEPENDABOT.test(path)) return readDependabot(file);
  if (RENOVATE.test(path)) return { facts: /js$/i.test(path) ? others('renovate') : readRenovate(file) };
  if (path === 'package.json') return { facts: readRenovate(file) };
  if (DEPFU.test(path)) return { facts: others('depfu') };
  if (SCALA_STEWARD.test(path)) return { facts: others('scala-steward') };
  if (UPDATECLI.test(path))
    return { facts: /^(?:sources|targets|scms|actions):/m.test(text) ? others('other') : undefined };
  if (!PYUP.test(path)) return {};
  const { documents, problems } = readYaml(file);
  const root = documents[0]?.root;
  if (root?.kind !== 'map') return { problems };
  const update = root.entry('update');
  const off = update?.value.kind === 'scalar' && update.value.text === 'false' ? update.keySpan : undefined;
  const securityOnly = root.text('update') === 'insecure';
  const at = update?.keySpan ?? root.entries[0]?.keySpan;
  return {
    facts: {
      tool: 'pyup',
      findsAll: false,
      entries: at
        ? [{ ecosystem: 'pip', folders: [], at, ...(securityOnly ? { securityOnly: true as const } : {}) }]
        : [],
      ...(off ? { off } : {}),
      excluded: [],
      ...(at ? { at } : {}),
    },
    problems,
  };
}

function parseDependencyUpdates(file: RepositoryFile): Parsed<'dependency-updates'> {
  const { facts, problems = [] } = read(file);
  const found = problems.map((problem): ReadProblem => ({ ...problem, kind: 'dependency-updates' }));
  if (!facts) return { artifacts: [], problems: found };
  const artifact: Artifact<'dependency-updates'> = {
    kind: 'dependency-updates',
    path: file.path,
    pathClass: file.pathClass,
    level: 'parsed',
    confidence: CONFIDENCE,
    why: [`is where ${facts.tool} looks`, 'holds its settings'],
    id: file.path,
    title: facts.tool,
    facts,
  };
  return { artifacts: [artifact], problems: found };
}

/** Configuration of what brings dependencies up to date. */
export const dependencyUpdatesKind: KindModule<'dependency-updates'> = {
  kind: 'dependency-updates',
  factsVersion: 1,
  paths: {
    baseNames: ['package.json', 'updatecli.yaml', 'updatecli.yml'],
    extensions: ['yaml', 'yml'],
    test: (name) => /^\.?(?:dependabot|renovate|pyup|depfu|scala-steward)/i.test(name),
    suggested: (path) => OWN.some((pattern) => pattern.test(path)),
  },
  notIn: NEVER_OURS,
  sniffBytes: (bytes, path) =>
    path === 'package.json' ? bytes.includes('"renovate"') : OWN.some((pattern) => pattern.test(path)),
  sniff: (file) => file.path === 'package.json' || OWN.some((pattern) => pattern.test(file.path)),
  load: async () => parseDependencyUpdates,
  elements: ({ facts }) => facts.entries.map(({ ecosystem, at }) => listed('update', ecosystem, at)),
};
