/** How a tool for updates finds what belongs to one ecosystem in a folder that it is given. */
export interface UpdateEcosystem {
  /** As Dependabot names it; others that do the same work follow. */
  readonly names: readonly string[];
  /** Managers of Renovate that do the same. */
  readonly managers: readonly string[];
  /**
   * `folder`: only what lies in the folder itself. `workspace`: also what a lock file or module list there holds for.
   * `below`: everything below it.
   */
  readonly reach: 'folder' | 'workspace' | 'below';
  /** What must lie in the folder; without it the tool fails there. Absent: too many names would do. */
  readonly files?: RegExp;
  /** The usual file, for messages. */
  readonly wanted?: string;
}

/** By the ecosystem of a manifest. */
export const ECOSYSTEMS: Readonly<Record<string, UpdateEcosystem>> = {
  npm: {
    names: ['npm', 'bun'],
    managers: ['npm', 'bun'],
    reach: 'workspace',
    files: /^package\.json$/,
    wanted: 'package.json',
  },
  go: { names: ['gomod'], managers: ['gomod'], reach: 'folder', files: /^go\.mod$/, wanted: 'go.mod' },
  cargo: { names: ['cargo'], managers: ['cargo'], reach: 'workspace', files: /^Cargo\.toml$/, wanted: 'Cargo.toml' },
  python: {
    names: ['pip', 'uv', 'conda'],
    managers: ['pip_requirements', 'pip-compile', 'pep621', 'poetry', 'pipenv', 'pip_setup', 'setup-cfg'],
    reach: 'workspace',
    files: /\.(?:txt|in)$|^(?:pyproject\.toml|setup\.(?:py|cfg)|Pipfile|pylock\.toml|environment\.ya?ml)$/,
    wanted: 'requirements.txt',
  },
  ruby: {
    names: ['bundler'],
    managers: ['bundler', 'ruby-version'],
    reach: 'folder',
    files: /^(?:Gemfile|gems\.rb|.+\.gemspec)$/,
    wanted: 'Gemfile',
  },
  php: {
    names: ['composer'],
    managers: ['composer'],
    reach: 'folder',
    files: /^composer\.json$/,
    wanted: 'composer.json',
  },
  maven: { names: ['maven'], managers: ['maven'], reach: 'below', files: /^pom\.xml$/, wanted: 'pom.xml' },
  gradle: {
    names: ['gradle'],
    managers: ['gradle', 'gradle-wrapper'],
    reach: 'below',
    files: /\.gradle(?:\.kts)?$|^libs\.versions\.toml$/,
    wanted: 'build.gradle',
  },
  dotnet: { names: ['nuget', 'dotnet-sdk'], managers: ['nuget'], reach: 'below' },
  dart: { names: ['pub'], managers: ['pub'], reach: 'workspace', files: /^pubspec\.yaml$/, wanted: 'pubspec.yaml' },
  elixir: { names: ['mix'], managers: ['mix'], reach: 'workspace', files: /^mix\.exs$/, wanted: 'mix.exs' },
  'github-actions': { names: ['github-actions'], managers: ['github-actions'], reach: 'below' },
  docker: { names: ['docker', 'docker-compose'], managers: ['dockerfile', 'docker-compose'], reach: 'folder' },
};

/** The ecosystem that an entry is for, by the name its tool gives it. */
export const ecosystemOf = (name: string): UpdateEcosystem | undefined =>
  Object.values(ECOSYSTEMS).find(({ names, managers }) => names.includes(name) || managers.includes(name));
