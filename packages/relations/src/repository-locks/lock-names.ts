/** How the package managers of one ecosystem keep their lock files. */
export interface LockPlaces {
  /** Base names, the most common first. */
  readonly names: readonly string[];
  /** A lock file of a folder above holds for a workspace. */
  readonly above: boolean;
}

/**
 * Ecosystems whose package managers write a lock file by default. Go refuses to build without `go.sum`; Maven, Gradle and
 * NuGet write none unless they are told to, and fixed versions are the custom there.
 */
export const LOCK_PLACES: Readonly<Record<string, LockPlaces>> = {
  npm: {
    names: [
      'package-lock.json',
      'yarn.lock',
      'pnpm-lock.yaml',
      'bun.lock',
      'bun.lockb',
      'npm-shrinkwrap.json',
      'deno.lock',
    ],
    above: true,
  },
  php: { names: ['composer.lock'], above: false },
  ruby: { names: ['Gemfile.lock', 'gems.locked'], above: false },
  cargo: { names: ['Cargo.lock'], above: true },
  python: {
    names: ['uv.lock', 'poetry.lock', 'pdm.lock', 'Pipfile.lock', 'pylock.toml', 'pixi.lock', 'conda-lock.yml'],
    above: true,
  },
  dart: { names: ['pubspec.lock'], above: true },
  elixir: { names: ['mix.lock'], above: true },
};

/** Manifests by the lock file that is made from them; any one will do. `*` stands for any name. */
export const MADE_FROM: Readonly<Record<string, readonly string[]>> = {
  'package-lock.json': ['package.json'],
  'npm-shrinkwrap.json': ['package.json'],
  'yarn.lock': ['package.json'],
  'pnpm-lock.yaml': ['package.json', 'pnpm-workspace.yaml', 'package.yaml', 'package.json5'],
  'bun.lock': ['package.json'],
  'bun.lockb': ['package.json'],
  'composer.lock': ['composer.json'],
  'gemfile.lock': ['Gemfile'],
  'gems.locked': ['gems.rb'],
  'cargo.lock': ['Cargo.toml'],
  'go.sum': ['go.mod', 'go.work'],
  'go.work.sum': ['go.work'],
  'poetry.lock': ['pyproject.toml'],
  'uv.lock': ['pyproject.toml', 'uv.toml'],
  'pdm.lock': ['pyproject.toml'],
  'pipfile.lock': ['Pipfile'],
  'mix.lock': ['mix.exs'],
  'pubspec.lock': ['pubspec.yaml'],
  'podfile.lock': ['Podfile'],
  'chart.lock': ['Chart.yaml'],
  'jsonnetfile.lock.json': ['jsonnetfile.json'],
  'flake.lock': ['flake.nix'],
};

/** Managers of one ecosystem that each want to be the only one, by their lock file. */
export const RIVALS: Readonly<Record<string, string>> = {
  'package-lock.json': 'npm',
  'yarn.lock': 'yarn',
  'pnpm-lock.yaml': 'pnpm',
  'bun.lock': 'bun',
  'bun.lockb': 'bun',
};
