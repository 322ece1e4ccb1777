import {
  type Archetype,
  type Artifact,
  artifactsOf,
  type Inventory,
  type Profile,
  profileWith,
  type Tree,
} from '@shipworthy/model';

/** A repository with at most this many source files and no package is a script (catalogue of archetypes). */
const SCRIPT_SOURCE_FILES = 10;
/** A repository whose files are mostly pages is documentation. */
const DOCUMENTATION_SHARE = 0.6;
/** ... and one whose files are mostly infrastructure code has no program of its own. */
const INFRASTRUCTURE_SHARE = 0.5;

const SOURCE =
  /\.(?:[cm]?[jt]sx?|go|py|rb|rs|java|kt|kts|scala|cs|fs|vb|php|swift|c|cc|cpp|h|hpp|ex|exs|erl|clj|dart|lua|pl|sh|bash|zsh|ps1|vue|svelte)$/i;
const PAGE = /\.(?:md|mdx|markdown|rst|adoc|html?)$/i;
const INFRASTRUCTURE = /\.(?:tf|tfvars|hcl|jsonnet|libsonnet|ya?ml|tpl|bicep)$/i;
const RUNS =
  /^(?:Dockerfile(?:\.[\w-]+)?|[\w.-]+\.Dockerfile|Containerfile|Procfile|fly\.toml|render\.yaml|app\.yaml|Chart\.yaml|serverless\.ya?ml|(?:docker-)?compose\.ya?ml|docker-compose\.[\w.-]+\.ya?ml)$/;
/** Containers for development, tests and examples do not say that the product runs anywhere. */
const NOT_SHIPPED =
  /(?:^|\/)(?:\.[^/]+|tests?|e2e|examples?|samples?|fixtures|testdata|hack|ci|vendor|node_modules|third_party|docs?|tutorials?|dev)\//;
const COLLECTION_WORDS =
  /(?:^|[-_/])(?:runbooks?|playbooks?|mixins?|alerts|templates?|examples|dashboards)(?:$|[-_.])/i;

/** A first judgement of what the repository is; each archetype says what it is taken from. */
export function profileOf(inventory: Inventory, tree: Tree): Profile {
  const manifests = artifactsOf(inventory, 'package-manifest').filter((m) => m.pathClass === 'authored');
  const sources = tree.paths.filter((path) => SOURCE.test(path));
  const runs = tree.paths.find((path) => RUNS.test(path.slice(path.lastIndexOf('/') + 1)) && !NOT_SHIPPED.test(path));
  const found: Profile['archetypes'][number][] = [];
  const say = (name: Archetype, because: string, path?: string) =>
    found.push({ name, because, ...(path === undefined ? {} : { at: { path } }) });

  const library = manifests.find((m) => m.facts.library && !m.facts.private);
  const command = manifests.find((m) => m.facts.command && !m.facts.private);
  if (tree.paths.length === 0) return profileWith([]);
  if (runs !== undefined) say('service', `${runs} packages it to run`, runs);
  if (library) say('library', `${library.path} offers an entry point to others`, library.path);
  if (command) say('command', `${command.path} installs a command`, command.path);
  if (found.length > 0) return profileWith(found);

  const share = (pattern: RegExp) =>
    tree.paths.filter((path) => pattern.test(path)).length / Math.max(1, tree.paths.length);
  if (isCollection(inventory, manifests))
    say('collection', 'most of its content is runbooks or alerts kept for others');
  else if (sources.length > 0 && sources.length <= SCRIPT_SOURCE_FILES && manifests.length === 0)
    say(
      'script',
      `${sources.length} source file${sources.length === 1 ? '' : 's'}, no package, nothing that deploys it`,
      sources[0],
    );
  else if (share(INFRASTRUCTURE) > INFRASTRUCTURE_SHARE)
    say('infrastructure', 'most of its files are infrastructure code');
  else if (share(PAGE) > DOCUMENTATION_SHARE || sources.length === 0)
    say('documentation', 'most of its files are pages');
  else say('service', `${sources.length} source files and no sign that it is only a library`);
  return profileWith(found);
}

/** Runbooks or alerts are the content, not the by-product: the package or the folder tree says so. */
function isCollection(inventory: Inventory, manifests: readonly Artifact<'package-manifest'>[]): boolean {
  const kept = artifactsOf(inventory, 'runbook').length + artifactsOf(inventory, 'alert-rules').length;
  const pages = artifactsOf(inventory, 'document').length;
  const named = manifests.some((m) => COLLECTION_WORDS.test(m.facts.name ?? ''));
  return kept > 0 && (named || kept / Math.max(1, pages) > DOCUMENTATION_SHARE);
}
