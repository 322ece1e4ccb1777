import type { Artifact, BuildScriptFacts, BuildTool } from '@shipworthy/model';
import { type KindModule, listed, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { readJustfile } from './justfile.ts';
import { readMakefile } from './makefile.ts';
import { readNpmScripts } from './npm-scripts.ts';
import { readTaskfile } from './taskfile.ts';

const NAMES: Readonly<Record<string, BuildTool>> = {
  makefile: 'make',
  gnumakefile: 'make',
  justfile: 'just',
  '.justfile': 'just',
  'package.json': 'npm',
  'taskfile.yml': 'task',
  'taskfile.yaml': 'task',
  'taskfile.dist.yml': 'task',
  'taskfile.dist.yaml': 'task',
};
/** `Makefile.common`, `common.mk`, `shared.just`: files that others include. */
const INCLUDED: readonly (readonly [RegExp, BuildTool])[] = [
  [/^(?:gnu)?makefile[.-][\w.-]+$|\.(?:mk|mak|make|makefile)$/i, 'make'],
  [/\.just$/i, 'just'],
];
/** Sources of programs that write makefiles. */
const SOURCE = /^makefile\.(?:am|in|pl|win|template|tmpl|tpl|j2|erb)$/i;
const CONFIDENCE = 0.85;

function toolOf(name: string): BuildTool | undefined {
  return NAMES[name.toLowerCase()] ?? INCLUDED.find(([pattern]) => pattern.test(name) && !SOURCE.test(name))?.[1];
}

function read(
  file: RepositoryFile,
  tool: BuildTool,
): Pick<BuildScriptFacts, 'targets' | 'includes' | 'open'> | undefined {
  switch (tool) {
    case 'make':
      return readMakefile(file.text);
    case 'npm':
      return readNpmScripts(file.text);
    case 'just':
      return readJustfile(file.text);
    case 'task':
      return readTaskfile(file);
  }
}

function parseBuildScript(file: RepositoryFile): Parsed<'build-script'> {
  const tool = toolOf(file.baseName);
  const facts = tool && read(file, tool);
  if (!facts || (facts.targets.length === 0 && facts.includes.length === 0)) return { artifacts: [], problems: [] };
  const { targets } = facts;
  const artifact: Artifact<'build-script'> = {
    kind: 'build-script',
    path: file.path,
    pathClass: file.pathClass,
    level: 'parsed',
    confidence: CONFIDENCE,
    why: [`is named ${file.baseName}`, `${targets.length} ${targets.length === 1 ? 'target' : 'targets'}`],
    id: file.path,
    facts: { tool, folder: file.folder, ...facts },
  };
  return { artifacts: [artifact], problems: [] };
}

/** Named commands of a repository: make, npm, just, Task. Read in every class but vendored: a page may call any of them. */
export const buildScriptKind: KindModule<'build-script'> = {
  kind: 'build-script',
  factsVersion: 1,
  paths: {
    baseNames: Object.keys(NAMES),
    test: (name) => toolOf(name) !== undefined,
  },
  notIn: ['vendored'],
  sniff: (file) => file.text.trim() !== '',
  load: async () => parseBuildScript,
  elements: ({ facts }) => facts.targets.map(({ name, at }) => listed('target', name, at)),
};
