/**
 * What the paths of a tree say of the software in it. Names are those by which tools find their files, so a match is
 * the set-up of a tool, not a guess at a word.
 */

const words = (text: string): readonly string[] => text.split(' ');
const each = <T>(names: string, value: T): (readonly [string, T])[] => words(names).map((name) => [name, value]);

/** What a file is by its extension, lower case without dot; for shares. */
export const BY_EXTENSION: ReadonlyMap<string, 'source' | 'page' | 'infrastructure' | 'interface'> = new Map([
  ...each(
    'js jsx cjs mjs ts tsx cts mts go py rb rs java kt kts scala cs fs vb php swift c cc cpp h hpp',
    'source' as const,
  ),
  ...each(
    'ex exs erl hrl clj cljs cljc elm hs lhs ml mli zig nim jl groovy coffee dart lua pl pm sh bash zsh ps1 vue svelte',
    'source' as const,
  ),
  ...each(
    'cr nix r pp m mm cxx hh hxx cu f90 f95 pas adb ads vala rkt scm lisp tcl sol hx gleam purs vhd',
    'source' as const,
  ),
  ...each('md mdx markdown rst adoc asciidoc html htm erb njk liquid', 'page' as const),
  ...each('tf tfvars hcl jsonnet libsonnet yaml yml tpl bicep', 'infrastructure' as const),
  ...each('proto avsc avdl thrift smithy graphqls', 'interface' as const),
]);

/** Expressions of Nix that only say how a program in another language is built and developed. */
export const BUILT_WITH_NIX = /^(?:nix\/.+|default)\.nix$|(?:^|\/)(?:flake|shell|devenv|treefmt)\.nix$/;

/** Trees that are neither the product nor where it is set up: copies, tests, examples, documentation, tooling. */
export const ASIDE =
  /(?:^|\/)(?:\.(?!github\/|nais\/|buildkite\/|platform\/|release\/|template\.config\/)[^/]+|tests?|__tests__|e2e|spec(?:ifications?)?|examples?|samples?|demos?|fixtures|testdata|hack|ci|tools?|vendor|node_modules|third_party|docs?|documentation|website|tutorials?|skeletons?|(?:sim|sample|demo|test|example)[-_]?apps?|dev|devel|devtools|local|cookiecutter[^/]*|archetypes|integration|(?:e2e|end-to-end|integration|functional|acceptance|system|smoke|load|perf(?:ormance)?|ui|contract)[-_]?tests?|benchmarks?|scripts?)\//i;

/** Of these, what nobody here wrote to be kept: it may outnumber all the rest. */
export const COPIES = /(?:^|\/)(?:vendor|node_modules|third_party|testdata|fixtures)\//i;

/** Formats and files that only set machines up; YAML alone may be anything. */
export const SETS_UP_EXTENSION: ReadonlySet<string> = new Set([
  'tf',
  'tfvars',
  'hcl',
  'jsonnet',
  'libsonnet',
  'tpl',
  'bicep',
]);
export const SETS_UP =
  /(?:^|\/)(?:kustomization\.ya?ml|Chart\.yaml|helmfile\.ya?ml|ansible\.cfg|(?:docker-)?compose\.ya?ml|(?:k8s|kubernetes|manifests|helm|charts?|terraform|ansible|clusters|kustomize|flux|argocd|prometheus|alertmanager|bosh|deploy)\/.+)$/i;

/** What a path shows. */
export type Sign =
  /** Packed to run: as a process that others watch, or as an image for others to run. */
  | 'packed'
  /** A platform deploys this repository. */
  | 'platform'
  /** Set up for an environment, or deployed by a pipeline of its own. */
  | 'environment'
  /** Released for others to install and run. */
  | 'released'
  | 'mobile'
  | 'data-pipeline'
  /** A project of dbt, what it builds, and what it offers to other projects. */
  | 'dbt'
  | 'dbt-models'
  | 'dbt-macros'
  /** What a site of Jekyll is made of, at the root. */
  | 'jekyll-settings'
  | 'jekyll-layouts'
  | 'own-domain'
  /** Hosts pages: of the product or of its documentation. */
  | 'site'
  /** Describes a template that others begin with. */
  | 'template'
  /** Speaks of personal data. */
  | 'privacy'
  /** Opens it to the network. */
  | 'ingress'
  /** An action for the workflows of others. */
  | 'action'
  /** Rules and dashboards made to be taken into others' set-ups. */
  | 'mixin'
  /** Pages rendered for people by the program itself. */
  | 'views'
  /** The entry of a command of Go. */
  | 'go-command'
  /** Code of a command of Go, wherever it stands. */
  | 'go-main'
  /** A command by its place, in a language that the name does not tell. */
  | 'bare-command'
  /** Describes a BOSH release, which others deploy. */
  | 'bosh-release'
  /** Describes what others install into a program of theirs. */
  | 'plug-in'
  /** A module of Terraform has inputs and outputs. */
  | 'module-inputs'
  | 'module-outputs'
  /** Built from sources and installed, told to those who build with it, and started by the system it is installed on. */
  | 'installed'
  | 'native-library'
  | 'unit'
  /** A role or a collection of Ansible, and a module of Puppet, at the root. */
  | 'role'
  | 'role-collection'
  | 'puppet'
  | 'puppet-metadata'
  /** A crate that others build on, and one that is a program. */
  | 'crate-library'
  | 'crate-command'
  /** Sets up a generator of pages at the root. */
  | 'page-generator'
  /** Says which requests the program answers. */
  | 'routes'
  /** Tries out a program from outside. */
  | 'trial'
  /** A bundle of jsonnet that others take in, and what others begin their own repositories with. */
  | 'bundle'
  | 'scaffold'
  /** The page that a program in a browser starts with. */
  | 'start-page'
  /** The file that is imported where a manifest names none. */
  | 'entry'
  /** Prepared to be published, whatever its entry. */
  | 'npm-package'
  /** A chart at the root. */
  | 'chart'
  /** Built to be imported, whatever its manifest says. */
  | 'parts';

/** What a container's build file does, unlike a file that starts containers of others. */
export const PACKS = 'packs it to run';

/** Files that mean the same wherever they stand, by base name in lower case. */
export const BY_NAME: ReadonlyMap<string, readonly [Sign, string]> = new Map<string, readonly [Sign, string]>([
  ...each('dockerfile containerfile', ['packed', PACKS] as const),
  ...each('compose.yaml compose.yml docker-compose.yaml docker-compose.yml', ['packed', 'starts it'] as const),
  ...each(
    'procfile fly.toml render.yaml app.yaml app.yml serverless.yml serverless.yaml railway.json railway.toml wrangler.toml wrangler.jsonc apprunner.yaml amplify.yml samconfig.toml nais.yaml nais.yml',
    ['platform', 'deploys it'] as const,
  ),
  ...each(
    '.goreleaser.yml .goreleaser.yaml goreleaser.yml goreleaser.yaml .promu.yml snapcraft.yaml pkgbuild nfpm.yaml release-metadata.hcl postinst postinst.sh',
    ['released', 'packages it for others'] as const,
  ),
  ...each('vercel.json netlify.toml', ['site', 'hosts it'] as const),
  ...each('mixin.libsonnet', ['mixin', 'is a mixin for others to take in'] as const),
  ...each('androidmanifest.xml', ['mobile', 'is an app of Android'] as const),
  ...each('podfile', ['mobile', 'is an app of iOS'] as const),
  ...each('eas.json fastfile', ['mobile', 'releases an app'] as const),
  ...each('dbt_project.yml', ['dbt', 'is a project of dbt'] as const),
  ...each('airflow.cfg prefect.yaml snakefile dagster.yaml', ['data-pipeline', 'runs a pipeline of data'] as const),
]);

/** `web.Dockerfile` and `Dockerfile.web`, but for those to develop and to test in. */
export const PACKS_BY_SUFFIX =
  /\.dockerfile$|^dockerfile\.(?!(?:[\w.-]*[-_.])?(?:base|bench(?:marks?)?|build(?:er)?|ci|codespaces?|debug|deps|dev(?:el(?:opment)?|container)?|docs?|e2e|gitpod|lint|local|tests?|tools?)(?:[-_.]|$)|(?:[\w.-]*\.)?(?:\w*ignore|bak|erb|in|j2|json|lock|orig|template|tmpl|toml|txt|xml)$)[\w.-]+$/i;

/** An image of one's tools by its name: `dependencies.Dockerfile` packs no program. */
export const PACKS_TOOLS =
  /^(?:[\w.-]*[-_.])?(?:dependencies|deps|bench(?:marks?)?|build(?:er)?|ci|codespaces?|dev(?:el(?:opment)?|container)?|gitpod|lint|protoc?|test|tests|tools?)\.dockerfile$/i;

/** Commands by which a repository is built and checked are no part of what it offers. */
const BUILDS = String.raw`(?:[\w.]*[-_])?(?:gen|generat(?:e|or)|docs?|lint(?:er)?|check(?:er)?|tests?|matrix)(?:[-_][\w.-]*)?\/`;
const GO_COMMAND = new RegExp(String.raw`^(?:main\.go|cmd\/(?:(?!${BUILDS})[\w.-]+\/)?main\.go)$`);
/** Code at the root may be a command whatever its name. */
const GO_MAIN = new RegExp(String.raw`^(?!cmd\/${BUILDS})(?:[^/]+\.go|(?:.*\/)?(?:main\.go|cmd\/(?:.*\/)?[^/]+\.go))$`);

/** Words without which none of `BY_PATH` can match: most paths end here. */
export const MAY_MATTER =
  /^debian$|packaging|(?:^|\/)rpm(?:\/|$)|template\.config|users|prod|stag|live|workflows|crd|nais|chart|adopters|governance|releas|clusterserviceversion|views|(?:^|\/)(?:models|seeds|snapshots|macros)(?:\/|$)|templates|pages|layout|^_config\.|^cname$|dags|\.go$|(?:^|\/)cmd(?:\/|$)|^(?:src|bin|libexec)$|0000_|^final\.|^configure\.|\.pc(?:\.|$)|config\.cmake|\.(?:service|socket)(?:\.|$)|^meta$|^galaxy\.ya?ml$|^metadata\.json$|\.pp$|variables\.tf|outputs?\.tf|xcodeproj|\.wxs|(?:^|\/)nfpm|routes|step_definitions|^jsonnetfile\.json$|^template\.ya?ml$|^(?:index|app)\.html$|^\.npmignore$|changelog|^index\.|^__root\.|^(?:next|nuxt|astro|remix|react-router)\.config\.|^ng-package\.json$|action\.ya?ml|^(?:lib|main)\.rs$|(?:^|\/)src\/bin(?:\/|$)|^tech-docs\.yml$|^book\.toml$|^mkdocs\.|^antora|^docusaurus\.config|^\.?eleventy\.|^appinfo$|^(?:install|download|get-)[\w-]*\.sh$|privacy|datenschutz|confidentialit|privacidad|gdpr|retention|terms|ingress|virtualservice|httproute/i;

export const BY_PATH: readonly (readonly [RegExp, Sign, string])[] = [
  [
    /(?:^|\/)(?:environments?|envs?|clusters|overlays|deploy(?:ment)?s?|config)\/(?:[\w.-]*[-_.])?(?:prod(?:uction)?|staging|stage|preprod|pre-production|live)(?:[-_.][\w.-]*)?(?:\/|\.(?:ya?ml|tfvars|json|env|rb)$)/i,
    'environment',
    'sets it up for an environment',
  ],
  [/(?:^|\/)values[-_.](?:prod(?:uction)?|staging|live)\.ya?ml$/i, 'environment', 'sets it up for an environment'],
  [
    /(?:^|\/)[\w-]*(?:prod(?:uction)?|staging|preprod)[\w-]*\.tfvars(?:\.json)?$/i,
    'environment',
    'sets it up for an environment',
  ],
  [/(?:^|\/)\.?nais\/[^/]+\.ya?ml$/i, 'platform', 'deploys it'],
  [
    /^\.github\/workflows\/(?!.*(?:docs?|pages|website|site|preview|storybook|chart|package|publish|release|test))[\w.-]*(?:deploy|production|staging|rollout)[\w.-]*\.ya?ml$/i,
    'environment',
    'deploys it',
  ],
  [
    /(?:^|\/)(?:config\/crd|crds?|customresourcedefinitions)\/(?:[^/]+\/)*[^/]+\.ya?ml$/i,
    'released',
    'defines resources for the clusters of others',
  ],
  [/^\.template\.config\/template\.json$/, 'template', 'makes it a template for others to begin with'],
  [
    /(?:^|\/)(?:debian\/(?:control|rules)|packaging\/(?:[\w-]+\/)*[\w.-]+\.spec|rpm\/(?:[\w-]+\/)*[\w.-]+\.spec)$/i,
    'released',
    'packages it for others',
  ],
  [/^(?:docs\/)?(?:ADOPTERS|USERS)(?:\.\w+)?$/i, 'released', 'lists who runs it'],
  [/^(?:\.github\/|docs\/)?GOVERNANCE(?:\.\w+)?$/i, 'released', 'governs an open project'],
  // `.github/release.yml` sorts the notes that the forge writes.
  [
    /^(?:docs\/|\.github\/)?RELEAS(?:ES?|ING|E_PROCESS|E-PROCESS)(?:\.(?!ya?ml$)\w+)?$/i,
    'released',
    'tells how it is released',
  ],
  [/^changelogs?\/(?:CHANGELOG|RELEASE)[-_]v?\d[\w.-]*\.md$/i, 'released', 'tells what a release brought'],
  // One that deploys as well brings out what its makers run.
  [/^\.github\/workflows\/(?![\w.-]*deploy)[\w.-]*release[\w.-]*\.ya?ml$/i, 'released', 'releases it'],
  [/\.clusterserviceversion\.ya?ml$/i, 'released', 'is an operator for the clusters of others'],
  [
    /(?:^|\/)charts?\/(?:[\w-]+\/)*Chart\.ya?ml$|^(?:helm|install|deploy|manifests|helm-charts?)\/(?:[\w-]+\/)*Chart\.ya?ml$/i,
    'released',
    'is a chart for others to install',
  ],
  [/(?:^|\/)(?:app\/views\/.+\.(?:erb|haml|slim)|resources\/views\/.+\.blade\.php)$/i, 'views', 'renders pages'],
  // `job.yaml.jinja` renders no page.
  [/(?:^|\/)templates\/(?:[\w-]+\/)*[\w-]+(?:\.html)?\.(?:html|jinja2?|j2)$/i, 'views', 'renders pages'],
  [
    /(?:^|\/)(?:pages\/(?:_app|index)\.[jt]sx?|app\/layout\.[jt]sx|src\/routes\/\+layout\.svelte|(?:Views|Pages)\/.+\.cshtml)$/,
    'views',
    'renders pages',
  ],
  [
    /^(?:(?![\w.-]*(?:tests?|examples?)\/)[\w.-]+\/){0,3}(?:models|seeds|snapshots)\/(?:[^/]+\/)*[^/]+\.(?:sql|csv|py)$/,
    'dbt-models',
    'holds what it builds',
  ],
  [/^_config\.ya?ml$/, 'jekyll-settings', 'sets up a site of Jekyll'],
  [/^_layouts\//, 'jekyll-layouts', 'lays out its pages'],
  [/^CNAME$/, 'own-domain', 'names its domain'],
  [/^macros\/(?:[^/]+\/)*[^/]+\.sql$/, 'dbt-macros', 'holds macros of SQL'],
  [/(?:^|\/)app\/(?:[\w-]+\/)*views\/.+\.scala\.html$/, 'views', 'renders pages'],
  [/(?:^|\/)dags\/[\w/-]+\.py$/, 'data-pipeline', 'runs a pipeline of data'],
  [/\.xcodeproj\/project\.pbxproj$/, 'mobile', 'is a project of Xcode'],
  [
    /(?:^|[/_-])(?:privacy(?:[-_]?(?:policy|notice|statement))?|gdpr|data[-_]?retention|terms[-_]of[-_](?:use|service)|datenschutz(?:erkl(?:ae|ä)rung|hinweise)?|(?:politique[-_]de[-_])?confidentialit(?:e|é)|(?:pol(?:i|í)tica[-_]de[-_])?privacidade?)(?:[-_][a-z]{2}(?:[-_][a-z]{2})?)?\.(?:md|html?|erb|tsx?|jsx?|rst)$/i,
    'privacy',
    'speaks of personal data',
  ],
  [/(?:^|\/)(?:ingress|virtualservice|httproute)[\w.-]*\.ya?ml$/i, 'ingress', 'opens it to the network'],
  [/(?:^|\/)src\/lib\.rs$/, 'crate-library', 'is a crate to build on'],
  [/(?:^|\/)src\/(?:main\.rs|bin\/(?:[\w-]+\.rs|[\w-]+\/main\.rs))$/, 'crate-command', 'is a program'],
  [
    /^(?:(?:config\/)?tech-docs\.yml|book\.toml|mkdocs\.ya?ml|antora(?:-playbook)?\.yml|docusaurus\.config\.[cm]?[jt]s|\.eleventy\.js|eleventy\.config\.[cm]?[jt]s)$/,
    'page-generator',
    'makes a site of its pages',
  ],
  [/^(?:install|download|get-[\w-]+)\.sh$/, 'released', 'fetches it for others'],
  [/^action\.ya?ml$/, 'action', 'is an action for the workflows of others'],
  [/\.wxs$/i, 'released', 'packages it for others'],
  [/(?:^|\/)nfpm(?:[-_.][\w.-]+|\/[\w.-]+)\.ya?ml$/i, 'released', 'packages it for others'],
  [/(?:^|\/)conf\/(?:[\w-]+\.)?routes$/, 'routes', 'says which requests it answers'],
  [/^jsonnet\/(?:[^/]+\/)?jsonnetfile\.json$/, 'bundle', 'makes it a bundle of jsonnet for others to take in'],
  [/(?:^|\/)templates\/(?:[^/]+\/){1,3}template\.ya?ml$/, 'scaffold', 'is a template for others to begin with'],
  [
    /^(?:(?:app|client|public|src|static|web|www)\/){0,2}index\.(?:html|ejs)$|^src\/app\.html$|^src\/routes\/__root\.[jt]sx$/,
    'start-page',
    'is the page it starts with',
  ],
  [/^(?:next|nuxt|astro|remix|react-router)\.config\.[cm]?[jt]s$/, 'start-page', 'sets up its pages'],
  [/^index\.[cm]?[jt]sx?$/, 'entry', 'is what is imported of it'],
  [/^\.npmignore$/, 'npm-package', 'says what is left out of the published package'],
  [/^Chart\.ya?ml$/, 'chart', 'is a chart for others to install'],
  [/^ng-package\.json$/, 'parts', 'builds it to be imported'],
  [/^features\/step_definitions\/.+/, 'trial', 'tries out a program from outside'],
  [GO_COMMAND, 'go-command', 'is the entry of a command'],
  [GO_MAIN, 'go-main', 'is part of a command'],
  [/^(?:src|bin|libexec)\/[a-z_][a-z0-9_-]*$/, 'bare-command', 'is a command'],
  [/^appinfo\/info\.xml$/, 'plug-in', 'makes it an app that others install into Nextcloud'],
  [/^config\/final\.ya?ml$/, 'bosh-release', 'makes it a BOSH release for others to deploy'],
  [/^configure\.(?:ac|in)$/, 'installed', 'configures it to be installed'],
  [
    /^(?:(?!(?:3rd-?party|contrib|deps|externals?|extern|libs?|modules|subprojects|thirdparty)\/)[\w.-]+\/){0,2}[\w+.-]+(?:\.pc(?:\.in|\.cmake(?:\.in)?)?|(?:-c|C)onfig\.cmake(?:\.in)?)$/,
    'native-library',
    'tells those who build with it where it is',
  ],
  [/\.(?:service|socket)(?:\.in|\.tmpl)?$/, 'unit', 'starts it'],
  [/^meta\/main\.ya?ml$/, 'role', 'makes it a role for the playbooks of others'],
  [/^galaxy\.ya?ml$/, 'role-collection', 'makes it a collection of Ansible for others to install'],
  [/^manifests\/(?:[\w-]+\/)*\w+\.pp$/, 'puppet', 'is a part of it'],
  [/^metadata\.json$/, 'puppet-metadata', 'makes it a module of Puppet for others to install'],
  [/^variables\.tf$/, 'module-inputs', 'says what a module is given'],
  [/^outputs?\.tf$/, 'module-outputs', 'says what a module gives'],
  // What OpenShift's version operator applies to every cluster.
  [/^manifests\/0000_\d+_[^/]+\.ya?ml$/, 'released', 'is part of a distribution for the clusters of others'],
];

/** Signs of release that nobody sets up for a program of his own. */
export const SURELY_PACKAGED = /packages it for others|for the clusters of others/;
/** ... and of a program that runs in the background. */
export const SURELY_RELEASED = /packages it for others|for the clusters of others|attaches what others install/;

/** What deploys a review app of a package as readily as a service. */
export const DEPLOYS_TRIALS = /^Procfile$/;

/** Words by which a repository of rules and dashboards made for others is named. */
export const MIXIN_WORDS = /(?:^|[-_/])mixins?(?:$|[-_.])/i;

/** Words by which a repository of content kept for others is named, in its package or its folders. */
export const COLLECTION_WORDS =
  /(?:^|[-_/])(?:run-?books?|playbooks?|mixins?|alerts|prometheus-rules|templates?|examples|dashboards)(?:$|[-_.])/i;

/** Folders at the root by which a set-up for monitoring is known. */
export const MONITORING: readonly string[] = ['alertmanager', 'grafana', 'loki', 'prometheus'];

/** The set-up of a site that documents the product for those who install it. */
export const DOCUMENTATION_SITE = /^(?:docs\/(?:source\/)?conf\.py|(?:docs\/)?mkdocs\.ya?ml|docs\/antora\.yml)$/;
