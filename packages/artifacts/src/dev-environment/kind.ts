import type { Artifact } from '@shipworthy/model';
import { type KindModule, listed, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { COMPOSE, DEVCONTAINER, ENV_EXAMPLE, mayBeDevEnvironment, readDevEnvironment } from './read.ts';
import { VERSION_FILES } from './version-files.ts';

const CONFIDENCE = 0.85;

function parseDevEnvironment(file: RepositoryFile): Parsed<'dev-environment'> {
  const facts = readDevEnvironment(file);
  if (!facts) return { artifacts: [], problems: [] };
  const artifact: Artifact<'dev-environment'> = {
    kind: 'dev-environment',
    path: file.path,
    pathClass: file.pathClass,
    level: 'scraped',
    confidence: CONFIDENCE,
    why: [`is named ${file.baseName}`, `is read as ${facts.form}`],
    id: file.path,
    facts,
  };
  return { artifacts: [artifact], problems: [] };
}

const NAMES =
  /^(?:\.tool-versions|rust-toolchain\.toml|global\.json|runtime\.txt|\.sdkmanrc|\.gitpod\..+|flake\.nix|shell\.nix|default\.nix|dev(?:env)?\.nix|devenv\.ya?ml|devbox\.json|vagrantfile|tiltfile|brewfile|dip\.ya?ml|tye\.ya?ml|.*winget.*|\.?(?:mise|rtx)(?:\.[\w-]+)?\.toml|config\.toml|(?:docker|container)file.*|(?:setup|bootstrap|dev[-_]?setup|setup[-_]dev|install-dev|local-setup|setup-local|dev-up|dev-env)(?:\.\w+)?)$/i;

/** What puts a developer's machine in order, and files that say which versions of tools are used. */
export const devEnvironmentKind: KindModule<'dev-environment'> = {
  kind: 'dev-environment',
  factsVersion: 3,
  paths: {
    baseNames: VERSION_FILES,
    test: (name) => NAMES.test(name) || COMPOSE.test(name) || DEVCONTAINER.test(name) || ENV_EXAMPLE.test(name),
    suggested: mayBeDevEnvironment,
  },
  notIn: NEVER_OURS,
  sniff: (file) => mayBeDevEnvironment(file.path),
  load: async () => parseDevEnvironment,
  elements: ({ facts }) =>
    facts.versions.map(({ tool, version, at }) => listed('tool-version', `${tool} ${version}`, at)),
};
