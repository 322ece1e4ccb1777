import type { Artifact, BuildScriptFacts, BuildTool } from '@shipworthy/model';
import { type KindModule, listed, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { readJsonTargets } from './json-targets.ts';
import { readJustfile } from './justfile.ts';
import { readMakefile } from './makefile.ts';
import { readNpmScripts } from './npm-scripts.ts';
import { readNox, readPythonScripts, readTox } from './python-targets.ts';
import { readRakefile } from './rakefile.ts';
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
  'composer.json': 'composer',
  'deno.json': 'deno',
  'deno.jsonc': 'deno',
  'project.json': 'nx',
  'tox.ini': 'tox',
  'noxfile.py': 'nox',
  'pyproject.toml': 'python',
  rakefile: 'rake',
  'rakefile.rb': 'rake',
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
    case 'composer':
    case 'deno':
    case 'nx':
      return readJsonTargets(file.text, tool);
    case 'tox':
      return readTox(file.text);
    case 'nox':
      return readNox(file.text);
    case 'python':
      return readPythonScripts(file.text);
    case 'rake':
      return readRakefile(file.text);
    case 'invoke':
    case 'mage':
      return undefined;
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

/**
 * Named commands of a repository, with what they run. Read in every class but vendored: a page or a pipeline may call any
 * of them.
 */
export const buildScriptKind: KindModule<'build-script'> = {
  kind: 'build-script',
  factsVersion: 2,
  paths: {
    baseNames: Object.keys(NAMES),
    test: (name) => toolOf(name) !== undefined,
  },
  notIn: ['vendored'],
  sniff: (file) => file.text.trim() !== '',
  load: async () => parseBuildScript,
  elements: ({ facts }) => facts.targets.map(({ name, at }) => listed('target', name, at)),
};
