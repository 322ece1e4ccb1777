import type { DevEnvironmentFacts, Span, ToolVersion } from '@shipworthy/model';
import { isForDevelopers } from '../deployment/compose.ts';
import { technologyOf } from '../deployment/stores.ts';
import { readJson } from '../formats/json/read-json.ts';
import { readYaml, type YamlMap } from '../formats/yaml/index.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { developmentCompose } from './compose.ts';
import { versionOfImage } from './images.ts';
import { toolName } from './tools.ts';
import {
  readAsdf,
  readGlobalJson,
  readMise,
  readOneTool,
  readRuntime,
  readRustToolchain,
  readSdkman,
  VERSION_FILES,
} from './version-files.ts';

type Form = DevEnvironmentFacts['form'];

export const COMPOSE = /^(?:docker-)?compose[\w.-]*\.ya?ml$|^[\w.-]+[.-](?:docker-)?compose\.ya?ml$/i;
export const DEVCONTAINER = /^\.?devcontainer(?:\.[\w-]+)?\.json$/i;
export const ENV_EXAMPLE =
  /^\.?env(?:\.[\w-]+)*[._-](?:example|sample|template|tmpl|tpl|dist|defaults?|dev|development|local)$|^(?:example|sample|template)\.env$|^\.envrc(?:\.(?:example|sample|template|dist))?$|^[\w.-]+\.env\.(?:example|sample|template|dist)$/i;
const SETUP_SCRIPT =
  /(?:^|\/)(?:script|scripts|bin)\/(?:setup|bootstrap|dev-setup|setup-dev|dev_setup|setup_dev|install-dev|local-setup|setup-local|dev-up|dev-env)(?:\.(?:sh|bash|rb|py|ps1))?$|^(?:dev-setup|setup-dev|dev_setup|bootstrap|setup-local)\.(?:sh|ps1)$/i;

const OTHER: readonly (readonly [RegExp, Form, RegExp])[] = [
  [/(?:^|\/)flake\.nix$/, 'nix', /devShells?|mkShell|devenv/],
  [/(?:^|\/)(?:shell|devenv)\.nix$/, 'nix', /mkShell|pkgs|languages|packages/],
  [/(?:^|\/)default\.nix$/, 'nix', /mkShell/],
  [/(?:^|\/)devbox\.json$/, 'devbox', /"packages"/],
  [/(?:^|\/)devenv\.ya?ml$/, 'nix', /^inputs:/m],
  [/(?:^|\/)Vagrantfile$/, 'vagrant', /Vagrant\.configure/],
  [/(?:^|\/)Tiltfile$/, 'tilt', /\b(?:docker_build|k8s_yaml|docker_compose|local_resource|load|include)\b/],
  [
    /(?:^|\/)[\w.-]+\.winget$|(?:^|\/)[\w.-]*winget[\w.-]*\.(?:ya?ml|json)$/i,
    'winget',
    /configurationVersion|winget|PackageIdentifier/i,
  ],
  [/(?:^|\/)Brewfile$/, 'other', /^\s*(?:brew|cask|tap)\s+["']/m],
  [/(?:^|\/)\.gitpod\.Dockerfile$/, 'gitpod', /^FROM /im],
  [/(?:^|\/)\.devcontainer\/(?:[\w.-]+\/)?(?:Dockerfile|Containerfile)[\w.-]*$/, 'devcontainer', /^\s*FROM /im],
  [/^\.idx\/dev\.nix$/, 'nix', /packages/],
  [/(?:^|\/)dip\.ya?ml$/, 'other', /^interaction:/m],
  [/(?:^|\/)tye\.ya?ml$/, 'other', /^services:/m],
];

const MISE = /(?:^|\/)\.?mise(?:\.[\w-]+)?\.toml$|(?:^|\/)\.?(?:config\/)?mise\/config\.toml$|(?:^|\/)\.rtx\.toml$/i;

/** Could the file be one, by its path? */
export function mayBeDevEnvironment(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    VERSION_FILES.includes(name) ||
    NAMED.has(name) ||
    COMPOSE.test(name) ||
    DEVCONTAINER.test(name) ||
    ENV_EXAMPLE.test(name) ||
    MISE.test(path) ||
    SETUP_SCRIPT.test(path) ||
    OTHER.some(([pattern]) => pattern.test(path))
  );
}

const NAMED = new Set([
  '.tool-versions',
  'rust-toolchain.toml',
  'global.json',
  'runtime.txt',
  '.sdkmanrc',
  '.gitpod.yml',
  '.gitpod.yaml',
]);

/** What a file says of a developer's machine; undefined when it says nothing. */
export function readDevEnvironment(file: RepositoryFile): DevEnvironmentFacts | undefined {
  const { path, baseName, text } = file;
  const one = readOneTool(baseName, text);
  if (one) return facts('version-file', one);
  switch (baseName) {
    case '.tool-versions':
      return some('asdf', readAsdf(text));
    case 'rust-toolchain.toml':
      return some('version-file', readRustToolchain(text));
    case 'global.json':
      return some('version-file', readGlobalJson(text));
    case 'runtime.txt':
      return some('version-file', readRuntime(text));
    case '.sdkmanrc':
      return some('version-file', readSdkman(text));
    default:
      break;
  }
  if (MISE.test(path)) return /^\[|=/m.test(text) ? facts('mise', readMise(text)) : undefined;
  if (/^\.gitpod\.ya?ml$/.test(baseName))
    return /^(?:image|tasks|ports|github|vscode|checkoutLocation):/m.test(text) ? facts('gitpod') : undefined;
  if (DEVCONTAINER.test(baseName)) return readDevcontainer(file);
  if (COMPOSE.test(baseName)) return readCompose(file);
  if (ENV_EXAMPLE.test(baseName))
    return /^[ \t]*(?:export[ \t]+)?#?[ \t]*\w+=/m.test(text) ? facts('env-example') : undefined;
  if (SETUP_SCRIPT.test(path)) return readSetupScript(text);
  const other = OTHER.find(([pattern, , says]) => pattern.test(path) && says.test(text));
  return other && facts(other[1]);
}

const facts = (
  form: Form,
  versions: readonly ToolVersion[] = [],
  services: readonly string[] = [],
): DevEnvironmentFacts => ({ form, versions, services });
const some = (form: Form, versions: readonly ToolVersion[]): DevEnvironmentFacts | undefined =>
  versions.length > 0 ? facts(form, versions) : undefined;

/** What a script for a new machine does: install, build, prepare a database. Others of the name set up something else. */
const INSTALLS =
  /\b(?:bundle (?:install|check)|npm (?:ci|install|i)\b|yarn(?: install)?\b|pnpm (?:i|install)\b|pip3? install|uv sync|poetry install|brew (?:bundle|install)|go (?:mod download|install)|cargo (?:build|install|fetch)|mix deps\.get|composer install|docker[ -]compose|apt(?:-get)? install|rails db:|rake db:|asdf install|mise install|dotnet restore|nvm install)/;

const readSetupScript = (text: string): DevEnvironmentFacts | undefined =>
  INSTALLS.test(text) || /system!?[ (]["']/.test(text) ? facts('setup-script') : undefined;

function readDevcontainer(file: RepositoryFile): DevEnvironmentFacts | undefined {
  const { root } = readJson(file);
  if (root?.kind !== 'map') return undefined;
  const keys = ['image', 'build', 'dockerFile', 'dockerComposeFile', 'features', 'customizations', 'postCreateCommand'];
  if (!keys.some((key) => root.has(key)) && root.text('name') === undefined) return undefined;
  const image = root.entry('image');
  const ofImage =
    image?.value.kind === 'scalar' ? versionOfImage(image.value.text, inside(image.value.span)) : undefined;
  return facts('devcontainer', [...(ofImage ? [ofImage] : []), ...featureVersions(root.map('features'))]);
}

/** `"ghcr.io/devcontainers/features/node:1": { "version": "22" }`. */
function featureVersions(features: YamlMap | undefined): ToolVersion[] {
  return (features?.entries ?? []).flatMap(({ key, value }) => {
    const tool = /\/features\/([\w-]+)(?::|$)/.exec(key)?.[1];
    const version = value.kind === 'map' ? value.get('version') : value;
    if (tool === undefined || version?.kind !== 'scalar' || !/^\d/.test(version.text)) return [];
    return [{ tool: toolName(tool), version: version.text, at: inside(version.span) }];
  });
}

/** Without the quotes. */
const inside = ([start, end]: Span): Span => [start + 1, end - 1];

/** What a page of documentation hands to readers starts the program for them, not for those who work on it. */
const standsBesideCode = (path: string): boolean =>
  isForDevelopers(path) && !/(?:^|\/)(?:docs?|documentation|website)\//i.test(path);

function readCompose(file: RepositoryFile): DevEnvironmentFacts | undefined {
  const root = readYaml(file).documents[0]?.root;
  const services = root?.kind === 'map' ? root.map('services') : undefined;
  if (!services || !(standsBesideCode(file.path) || developmentCompose(services, file.path))) return undefined;
  const images = services.entries.flatMap(({ value }) => (value.kind === 'map' ? (value.text('image') ?? []) : []));
  const started = images.flatMap((image) => technologyOf(image)?.[1] ?? []);
  return facts('compose', [], [...new Set(started)].sort());
}
