import type { ReleaseToolFacts } from '@shipworthy/model';

type Does = ReleaseToolFacts['does'];
type Notes = NonNullable<ReleaseToolFacts['notes']>;

/** A tool that is known by the name of its configuration, and what it then does. */
export interface KnownTool {
  readonly path: RegExp;
  readonly tool: string;
  readonly does: Does;
  readonly notes?: Notes;
  /** The file is the tool's only if its text says so. */
  readonly says?: RegExp;
}

const notes = (path: RegExp, tool: string, kept: Notes, says?: RegExp): KnownTool => ({
  path,
  tool,
  does: ['notes'],
  notes: kept,
  ...(says ? { says } : {}),
});
const platform = (path: RegExp, tool: string, says?: RegExp, does: Does = ['way-back', 'deploys']): KnownTool => ({
  path,
  tool,
  does,
  ...(says ? { says } : {}),
});

/** By the files that the tools' own documentation names. */
export const KNOWN_TOOLS: readonly KnownTool[] = [
  notes(/(?:^|\/)\.changeset\/config\.json$/, 'Changesets', 'fragments'),
  notes(/(?:^|\/)\.?release-please-(?:config|manifest)\.json$/, 'release-please', 'changelog'),
  notes(/(?:^|\/)(?:\.releaserc(?:\.\w+)?|release\.config\.[cm]?[jt]s)$/, 'semantic-release', 'releases'),
  notes(/(?:^|\/)\.?goreleaser[\w.-]*\.ya?ml$/i, 'GoReleaser', 'releases'),
  notes(/(?:^|\/)\.?cliff\.toml$/, 'git-cliff', 'changelog'),
  notes(/(?:^|\/)\.chloggen\/config\.ya?ml$/, 'chloggen', 'fragments'),
  notes(/(?:^|\/)\.changie\.ya?ml$/, 'changie', 'fragments'),
  notes(/(?:^|\/)towncrier\.toml$/, 'towncrier', 'fragments'),
  notes(/(?:^|\/)pyproject\.toml$/, 'towncrier', 'fragments', /^\[tool\.(?:towncrier|scriv)/m),
  notes(
    /(?:^|\/)pyproject\.toml$/,
    'a release tool of pyproject.toml',
    'changelog',
    /^\[tool\.(?:semantic_release|commitizen)/m,
  ),
  notes(/(?:^|\/)(?:releasenotes\/config|reno)\.ya?ml$/, 'reno', 'fragments'),
  notes(/^\.github\/release\.ya?ml$/, "GitHub's generated release notes", 'releases'),
  notes(
    /^\.github\/change-?log\.ya?ml$/,
    'a template for release notes',
    'releases',
    /^(?:sections|template|categories):/m,
  ),
  notes(/^\.github\/release-drafter[\w.-]*\.ya?ml$/, 'Release Drafter', 'releases'),
  notes(/(?:^|\/)\.versionrc(?:\.\w+)?$/, 'standard-version', 'changelog'),
  notes(/(?:^|\/)\.release-it\.(?:json|ya?ml|toml|[cm]?js|ts)$/, 'release-it', 'releases'),
  notes(/(?:^|\/)release-plz\.toml$/, 'release-plz', 'changelog'),
  notes(/(?:^|\/)dist-workspace\.toml$/, 'dist', 'releases'),
  notes(/(?:^|\/)\.autorc(?:\.\w+)?$/, 'auto', 'changelog'),
  notes(/(?:^|\/)lerna\.json$/, 'Lerna', 'changelog', /"conventionalCommits"|"createRelease"/),
  notes(/(?:^|\/)nx\.json$/, 'Nx Release', 'changelog', /"release"\s*:\s*\{/),
  platform(/(?:^|\/)fly(?:\.[\w-]+)?\.toml$/, 'Fly.io'),
  platform(/^render\.ya?ml$/, 'Render'),
  platform(/(?:^|\/)vercel\.json$/, 'Vercel'),
  platform(/(?:^|\/)netlify\.toml$/, 'Netlify'),
  platform(/(?:^|\/)railway\.(?:json|toml)$/, 'Railway'),
  platform(/^app\.json$/, 'Heroku', /"(?:buildpacks|formation)"\s*:/),
  platform(/(?:^|\/)wrangler\.(?:toml|jsonc?)$/, 'Cloudflare Workers'),
  platform(/(?:^|\/)serverless\.ya?ml$/, 'Serverless Framework', /^(?:service|provider):/m),
  platform(/(?:^|\/)config\/deploy(?:\.\w+)?\.yml$/, 'Kamal', /^image:/m),
  platform(/(?:^|\/)Capfile$/, 'Capistrano'),
  platform(/(?:^|\/)manifest(?:[-_.]\w+)?\.yml$/, 'Cloud Foundry', /^applications:/m),
  platform(
    /(?:^|\/)app\.ya?ml$/,
    'App Engine',
    /^runtime:[ \t]*["']?(?:python|nodejs|go|java|php|ruby)\d*["']?[ \t]*\r?$/m,
  ),
  platform(/(?:^|\/)helmfile(?:\.[\w-]+)?\.ya?ml(?:\.gotmpl)?$/, 'Helm', /^releases:|^helmfiles:/m),
];

/** GitOps by the objects a file holds: the way back is to revert the commit. */
export const GITOPS: readonly { readonly tool: string; readonly hint: string; readonly says: RegExp }[] = [
  { tool: 'Argo CD', hint: 'argoproj.io/', says: /^kind:[ \t]*(?:Application|ApplicationSet)[ \t]*\r?$/m },
  { tool: 'Argo Rollouts', hint: 'argoproj.io/', says: /^kind:[ \t]*Rollout[ \t]*\r?$/m },
  { tool: 'Flux', hint: 'toolkit.fluxcd.io/', says: /^kind:[ \t]*(?:HelmRelease|Kustomization)[ \t]*\r?$/m },
  { tool: 'NAIS', hint: 'nais.io/', says: /^kind:[ \t]*["']?(?:Application|Naisjob)["']?[ \t]*\r?$/m },
];
