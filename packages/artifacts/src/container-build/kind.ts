import type { Artifact, ContainerBuildFacts } from '@shipworthy/model';
import { hasTemplate } from '../formats/template/index.ts';
import { type KindModule, listed, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { readDockerfile } from './dockerfile.ts';
import { isDockerfile } from './names.ts';

const BAKE = /^docker-bake(?:[.-][\w.-]+)?\.(?:hcl|json)$/i;
const KO = /^\.ko\.ya?ml$/;
const PROJECT = /^project\.toml$/;
const CONFIDENCE = 0.85;

const isRecipe = (name: string): boolean => isDockerfile(name) || BAKE.test(name);

const NOTHING = { stages: [], ports: [] } as const;

function read({ baseName, text }: RepositoryFile): ContainerBuildFacts | undefined {
  if (BAKE.test(baseName)) return /\btarget\b/.test(text) ? { form: 'bake', ...NOTHING } : undefined;
  if (KO.test(baseName))
    return /^(?:defaultBaseImage|builds|baseImageOverrides):/m.test(text) ? { form: 'ko', ...NOTHING } : undefined;
  if (PROJECT.test(baseName))
    return /^\[(?:_|io\.buildpacks)\b/m.test(text) ? { form: 'buildpacks', ...NOTHING } : undefined;
  const recipe = readDockerfile(text);
  return recipe && { form: 'dockerfile', ...recipe };
}

function parseContainerBuild(file: RepositoryFile): Parsed<'container-build'> {
  const facts = read(file);
  if (!facts) return { artifacts: [], problems: [] };
  const artifact: Artifact<'container-build'> = {
    kind: 'container-build',
    path: file.path,
    pathClass: file.pathClass,
    level: hasTemplate(file.text) ? 'tolerant' : 'parsed',
    confidence: CONFIDENCE,
    why: [
      `is named ${file.baseName}`,
      facts.form === 'dockerfile' ? 'takes an image as its base' : `configures ${facts.form}`,
    ],
    id: file.path,
    facts,
  };
  return { artifacts: [artifact], problems: [] };
}

/** Recipes for container images. */
export const containerBuildKind: KindModule<'container-build'> = {
  kind: 'container-build',
  factsVersion: 2,
  paths: { test: (name) => isRecipe(name) || KO.test(name) || PROJECT.test(name) },
  notIn: NEVER_OURS,
  sniff: (file) => !isRecipe(file.baseName) || BAKE.test(file.baseName) || /^[ \t]*FROM[ \t]/im.test(file.text),
  load: async () => parseContainerBuild,
  elements: ({ facts }) => facts.stages.map(({ name, from, at }) => listed('stage', name ?? from, at)),
};
