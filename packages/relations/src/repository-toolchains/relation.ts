import {
  artifactsOf,
  type CallFacts,
  type JobFacts,
  type Place,
  type RelationContext,
  type RelationModule,
  type Toolchains,
  type ToolUse,
  toolOfImage,
} from '@shipworthy/model';

/** Every place that names a version of a tool: files of versions, manifests, images, pipelines, the README. */
export const repositoryToolchains: RelationModule<'repository -> toolchains'> = {
  name: 'repository -> toolchains',
  build(context) {
    let known: Toolchains | undefined;
    return () => {
      known ??= toolchainsOf(context);
      return known;
    };
  },
};

/** Folders whose tools serve something else than the product. */
const ASIDE =
  /(?:^|\/)(?:docs?|documentation|website|site|examples?|samples?|demos?|tests?|e2e|benchmarks?|templates?|fixtures?|playgrounds?|contrib|experiments?|notebooks?|workshops?|tutorials?|hack|tools?|scripts?)\//i;

/** Images of tools that pipelines and clusters run: each brings versions of its own. */
const TOOL_IMAGES = /(?:^|\/)images\/[^/]+\//i;
const DEVELOPMENT = /(?:^|\/)\.devcontainer\//;

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
/** A folder of settings speaks for the folder it lies in. */
const scopeOf = (path: string): string => {
  const folder = folderOf(path);
  return /(?:^|\/)\.(?:devcontainer|github|config|mise)(?:\/|$)/.test(folder)
    ? folder.replace(/(?:^|\/)\.[\w-]+(?:\/.*)?$/, '')
    : folder;
};

function toolchainsOf(context: RelationContext): Toolchains {
  const { pipelines, open } = inPipelines(context);
  return { uses: [...inFiles(context), ...inImages(context), ...pipelines, ...onPages(context)], open };
}

function inFiles({ own }: RelationContext): ToolUse[] {
  const environments = artifactsOf(own, 'dev-environment').flatMap(({ path, pathClass, facts }) =>
    pathClass !== 'authored' || ASIDE.test(path)
      ? []
      : facts.versions.map(({ tool, version, at }) => ({
          tool,
          version,
          at: { path, span: at },
          by: facts.form === 'devcontainer' ? ('container' as const) : ('version-file' as const),
          folder: scopeOf(path),
        })),
  );
  const manifests = artifactsOf(own, 'dependency-manifest').flatMap(({ path, pathClass, facts }) =>
    pathClass !== 'authored' || ASIDE.test(path)
      ? []
      : (facts.versions ?? []).map(({ tool, version, at, range }) => ({
          tool,
          version,
          at: { path, span: at },
          by: 'manifest' as const,
          folder: folderOf(path),
          ...(range ? { range } : {}),
        })),
  );
  return [...environments, ...manifests];
}

function inImages({ own }: RelationContext): ToolUse[] {
  return artifactsOf(own, 'container-build').flatMap(({ path, pathClass, facts }) => {
    if (pathClass !== 'authored' || ASIDE.test(path) || TOOL_IMAGES.test(path)) return [];
    const by = DEVELOPMENT.test(path) ? 'container' : 'image';
    return facts.stages.flatMap(({ image, tag, at, templated }): ToolUse[] => {
      const found = image !== undefined && tag !== undefined && !templated ? toolOfImage(image, tag) : undefined;
      return found ? [{ ...found, at: { path, span: at }, by, folder: scopeOf(path) }] : [];
    });
  });
}

/** Actions that bring a tool, and the input that says which version. */
const SETUP: readonly (readonly [RegExp, string, string])[] = [
  [/(?:^|\/)setup-node(?:@|$)/, 'node', 'node-version'],
  [/(?:^|\/)setup-python(?:@|$)/, 'python', 'python-version'],
  [/(?:^|\/)setup-go(?:@|$)/, 'go', 'go-version'],
  [/(?:^|\/)setup-java(?:@|$)/, 'java', 'java-version'],
  [/(?:^|\/)setup-ruby(?:@|$)/, 'ruby', 'ruby-version'],
  [/(?:^|\/)setup-dotnet(?:@|$)/, 'dotnet', 'dotnet-version'],
  [/(?:^|\/)setup-php(?:@|$)/, 'php', 'php-version'],
  [/(?:^|\/)setup-terraform(?:@|$)/, 'terraform', 'terraform_version'],
];

/** Reports what a build would need, and builds nothing. */
const REPORTS = /(?:^|[/-])dependency-submission(?:[-/@]|$)/;
const onlyReports = ({ steps }: JobFacts): boolean =>
  steps.every(({ run }) => run === undefined) && steps.some(({ calls }) => calls && REPORTS.test(calls.target));

/** Settings of the repository that hold a program of their own: `.github/bot`. */
const HIDDEN = /(?:^|\/)\.[\w-]/;
/** All that it runs, it runs in such folders. */
const worksAside = ({ steps }: JobFacts): boolean => {
  const runs = steps.filter(({ run }) => run !== undefined);
  return runs.length > 0 && runs.every(({ folder = '' }) => HIDDEN.test(folder) || ASIDE.test(`${folder}/`));
};

function inPipelines({ own }: RelationContext): { readonly pipelines: ToolUse[]; readonly open: string[] } {
  const pipelines: ToolUse[] = [];
  const open = new Set<string>();
  for (const { path, pathClass, facts } of artifactsOf(own, 'ci-pipeline')) {
    if (pathClass !== 'authored' || facts.dormant !== undefined) continue;
    for (const { calls } of facts.jobs.flatMap((job) => (onlyReports(job) || worksAside(job) ? [] : job.steps))) {
      const setup = calls && SETUP.find(([action]) => action.test(calls.target));
      if (!calls || !setup) continue;
      const versions = literal(calls, setup[2]);
      if (versions.length === 0) open.add(setup[1]);
      const at: Place = { path, span: calls.at };
      pipelines.push(
        ...versions.map((version) => ({ tool: setup[1], version, at, by: 'pipeline' as const, folder: '' })),
      );
    }
  }
  return { pipelines, open: [...open] };
}

/** Several versions may stand in lines of one input. */
const literal = ({ inputs }: CallFacts, name: string): string[] =>
  (inputs[name] ?? '').split(/\s+/).filter((version) => version !== '' && !version.includes('$'));

function onPages({ own }: RelationContext): ToolUse[] {
  return artifactsOf(own, 'readme').flatMap(({ path, facts }) =>
    facts.folder !== '' && facts.folder !== '.github'
      ? []
      : (facts.stated ?? []).map(({ tool, version, at, how }) => ({
          tool,
          version,
          at: { path, span: at },
          by: 'page' as const,
          folder: '',
          ...(how === 'needed' ? { needed: true as const } : {}),
        })),
  );
}
